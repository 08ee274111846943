import AWSClient
import Model

/// What the kinds of Elastic Load Balancing share: tags are read and written by ARN, several at once.
enum LoadBalancing {
    /// How many ARNs one `DescribeTags` takes (its API reference, `ResourceArns`).
    private static let tagBatch = 20
    /// How many names are looked for together, by listing everything.
    static let namesAtOnce = 1000

    /// The tags of each ARN that is there; one that is gone has no entry.
    static func tags(
        of arns: [String], through session: AWSSession
    ) async throws -> [String: [String: String]] {
        let answers = try await arns.chunked(into: tagBatch).concurrentMap { batch in
            if let answer = try await unlessMissing({ try await describe(batch, through: session) }) { return answer }
            // One thing has gone since it was listed, and AWS answers for none of the batch.
            return try await batch.concurrentCompactMap { arn in
                try await unlessMissing { try await describe([arn], through: session) }
            }.flatMap { $0 }
        }
        return Dictionary(answers.flatMap { $0 }.map { ($0.key, $0.value) }) { first, _ in first }
    }

    private static func describe(
        _ arns: [String], through session: AWSSession
    ) async throws -> [(key: String, value: [String: String])] {
        let answer = try await session.client.send(DescribeTags(resourceArns: arns))
        var result = Dictionary(arns.map { ($0, [String: String]()) }) { first, _ in first }
        for description in answer.tagDescriptions ?? [] {
            if let arn = description.resourceArn { result[arn] = [String: String](description.tags) }
        }
        return Array(result)
    }

    static func tag(_ arn: String, _ tags: [String: String], through session: AWSSession) async throws {
        if tags.isEmpty { return }
        _ = try await session.client.send(AddTags(resourceArns: [arn], tags: tags.tagList))
    }

    static let requests: [any AWSRequest.Type] = [AddTags.self, DescribeTags.self]

    struct DescribeTags: AWSRequest {
        static let action: AWSAction = "elbv2:DescribeTags"
        var resourceArns: [String]

        struct Response: Codable, Sendable {
            var tagDescriptions: [TagDescription]?
        }
    }

    struct TagDescription: Codable, Sendable {
        var resourceArn: String?
        var tags: [Tag]?
    }

    struct AddTags: AWSRequest {
        static let action: AWSAction = "elbv2:AddTags"
        var resourceArns: [String]
        var tags: [Tag]

        typealias Response = EmptyResponse
    }

    /// One attribute of a load balancer or target group.
    struct Attribute: Codable, Sendable {
        var key: String?
        var value: String?
    }
}

extension Dictionary where Key == String, Value == String {
    var attributeList: [LoadBalancing.Attribute] {
        sorted { $0.key < $1.key }.map { LoadBalancing.Attribute(key: $0.key, value: $0.value) }
    }

    init(_ attributes: [LoadBalancing.Attribute]?) {
        self.init((attributes ?? []).compactMap { item in item.key.map { ($0, item.value ?? "") } }) { _, last in last }
    }
}
