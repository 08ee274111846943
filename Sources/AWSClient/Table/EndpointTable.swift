/// The partitions and the endpoints that do not follow the usual pattern, from the generated text.
///
/// Lines: `partition id suffix=… global=… prefixes=…`, `global service partition host signingRegion`,
/// `host service region host signingRegion`.
struct EndpointTable: Sendable {
    struct Host: Sendable, Equatable {
        let name: String
        let signingRegion: String
    }

    private(set) var partitions: [Partition] = []
    /// Keyed by service and partition, or by service and region.
    private var hosts: [String: Host] = [:]

    static let standard = EndpointTable(text: ServiceTableText.partitions)

    init(text: String) {
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if words.count == 5, words[0] == "partition" {
                let values = words[2...].map { word in word.split(separator: "=").last.map(String.init) ?? "" }
                partitions.append(
                    Partition(
                        id: words[1],
                        dnsSuffix: values[0],
                        globalRegion: values[1],
                        regionPrefixes: values[2].split(separator: ",").map(String.init)
                    )
                )
            } else if words.count == 5 {
                hosts["\(words[1]) \(words[2])"] = Host(name: words[3], signingRegion: words[4])
            }
        }
    }

    /// The host of a service in a region, and the region to sign for.
    func host(of service: ServiceTable, region: String) -> Host {
        let partition = Partition.containing(region: region)
        return hosts["\(service.id) \(region)"] ?? hosts["\(service.id) \(partition.id)"]
            ?? Host(name: "\(service.endpointPrefix).\(region).\(partition.dnsSuffix)", signingRegion: region)
    }
}
