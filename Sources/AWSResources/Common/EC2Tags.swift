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
    ///   - request: a Describe call with the filters `.owned(desired)`.
    ///   - made: nil for an item that does not count, as one that is being deleted.
    func findByTags<R: AWSRequest, Item: TaggedItem, Attributes>(
        _ request: R,
        _ items: KeyPath<R.Response, [Item]?> & Sendable,
        of desired: Desired<Attributes>,
        _ made: (Item) -> Made?
    ) async throws -> Made? {
        try await client.collect(request, items)
            .filter { Dictionary($0.tags).claimsSame(as: desired.tags) }
            .compactMap(made)
            .min { $0.identifier < $1.identifier }
    }

    /// What a look at a new EC2 resource shows: pending while EC2 does not know it yet.
    func whenVisible(_ noun: String, _ look: () async throws -> Settlement) async throws -> Settlement {
        do {
            return try await look()
        } catch let error as AWSError where error.isMissing {
            return .pending("AWS does not show the new \(noun) yet")
        }
    }
}

struct CreateTags: AWSRequest {
    static let action: AWSAction = "ec2:CreateTags"
    var resources: [String]
    var tags: [Tag]

    typealias Response = EmptyResponse
}
