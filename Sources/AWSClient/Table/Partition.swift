/// A group of AWS regions with one set of accounts and one DNS suffix, such as `aws` or `aws-cn`.
struct Partition: Sendable, Equatable {
    let id: String
    let dnsSuffix: String
    /// The region that services without regions of their own sign for.
    let globalRegion: String
    let regionPrefixes: [String]

    /// The partition that a region belongs to, also one that is newer than the table. An unknown name is taken for `aws`.
    static func containing(region: String) -> Partition {
        let matches = EndpointTable.standard.partitions.compactMap { partition -> (Int, Partition)? in
            let prefix = partition.regionPrefixes.filter { region.hasPrefix($0 + "-") }.map(\.count).max()
            return prefix.map { ($0, partition) }
        }
        return matches.max { $0.0 < $1.0 }?.1 ?? .aws
    }

    static let aws = Partition(
        id: "aws",
        dnsSuffix: "amazonaws.com",
        globalRegion: "us-east-1",
        regionPrefixes: ["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"]
    )
}
