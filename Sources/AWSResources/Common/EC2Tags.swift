import AWSClient
import Model

/// The tags of a thing that an EC2 call makes.
struct EC2TagSpecification: Codable, Sendable, Hashable {
    var resourceType: String
    var tags: [Tag]

    /// - Parameter resourceType: EC2's own word, such as `vpc` or `security-group-rule`.
    init(_ resourceType: String, _ tags: [String: String]) {
        self.resourceType = resourceType
        self.tags = tags.tagList
    }
}

/// An item of a Describe answer that carries tags.
protocol TaggedItem: Codable, Sendable {
    var tags: [Tag]? { get }
}

extension AWSSession {
    /// Sets tags on an EC2 resource; others stay.
    func tagEC2(_ identifier: String, _ tags: [String: String]) async throws {
        guard !tags.isEmpty else { return }
        let request = CreateTags(resources: [identifier], tags: tags.tagList)
        _ = try await whileAppearing { try await client.send(request) }
    }

    /// What carries the ownership tags of a declaration, if anything does; of several the first by identifier.
    ///
    /// - Parameters:
    ///   - request: a Describe call with the given filters.
    ///   - made: nil for an item that does not count, as one that is being deleted.
    func findByTags<R: AWSRequest, Item: TaggedItem, Attributes>(
        _ request: @escaping @Sendable ([EC2Filter]) -> R,
        _ items: KeyPath<R.Response, [Item]?> & Sendable,
        of desired: Desired<Attributes>,
        _ made: (Item) -> Made?
    ) async throws -> Made? {
        try await itemsByTags(request, items, of: desired).compactMap(made).min { $0.identifier < $1.identifier }
    }

    /// Everything that carries the ownership tags of a declaration. Looks that are wanted at the same time share a call.
    func itemsByTags<R: AWSRequest, Item: TaggedItem, Attributes>(
        _ request: @escaping @Sendable ([EC2Filter]) -> R,
        _ items: KeyPath<R.Response, [Item]?> & Sendable,
        of desired: Desired<Attributes>
    ) async throws -> [Item] {
        guard let installation = desired.tags[OwnershipTag.installation],
            let address = desired.tags[OwnershipTag.address]
        else { return [] }
        let found = try await sharedReads.read(
            address, of: "\(R.action) of \(installation)", atOnce: EC2Filter.mostValues
        ) { addresses in
            let filters = [
                EC2Filter("tag:\(OwnershipTag.installation)", [installation]),
                EC2Filter("tag:\(OwnershipTag.address)", addresses),
            ]
            return Dictionary(grouping: try await client.collect(request(filters), items)) { item in
                Dictionary(item.tags)[OwnershipTag.address] ?? ""
            }
        }
        return (found ?? []).filter { Dictionary($0.tags).claimsSame(as: desired.tags) }
    }

    /// A thing as EC2 shows it; nil while it does not know it yet, or no more. Looks that are wanted at the same time share
    /// a call.
    ///
    /// - Parameters:
    ///   - filter: EC2's name of the filter by identifier: who asks by identifiers gets an error for all when one is
    ///     missing.
    ///   - request: a Describe call with the given filters.
    func look<R: AWSRequest, Item: Codable & Sendable>(
        at identifier: String,
        by filter: String,
        _ request: @escaping @Sendable ([EC2Filter]) -> R,
        _ items: KeyPath<R.Response, [Item]?> & Sendable,
        _ id: @escaping @Sendable (Item) -> String?
    ) async throws -> Item? {
        try await sharedReads.read(identifier, of: "\(R.action) by \(filter)", atOnce: EC2Filter.mostValues) { asked in
            let found = try await client.collect(request([EC2Filter(filter, asked)]), items)
            return Dictionary(found.compactMap { item in id(item).map { ($0, item) } }) { first, _ in first }
        }
    }
}

struct CreateTags: AWSRequest {
    static let action: AWSAction = "ec2:CreateTags"
    var resources: [String]
    var tags: [Tag]

    typealias Response = EmptyResponse
}

extension Settlement {
    /// EC2 does not know a new thing everywhere at once.
    static func appearing(_ noun: String) -> Settlement { .pending("AWS does not show the new \(noun) yet") }
}
