import AWSClient
import Model

/// What the kinds of Elastic Load Balancing share: tags are read and written by ARN, several at once.
enum LoadBalancing {
    /// How many ARNs one `DescribeTags` takes (its API reference, `ResourceArns`), and one request about load balancers.
    private static let arnsAtOnce = 20
    /// How many names are looked for together, by listing everything.
    static let namesAtOnce = 1000

    /// The tags of each ARN that is there; one that is gone has no entry.
    static func tags(
        of arns: [String], through session: AWSSession
    ) async throws -> [String: [String: String]] {
        let answers = try await arns.chunked(into: arnsAtOnce).concurrentMap { batch in
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

    /// The ARNs of what is ours of a kind, as far as they are recorded or in AWS's index of tags; nil when a look is not brief
    /// or the index cannot be read.
    /// - Parameter part: how what stands after the service, region and account begins.
    static func known(
        _ type: ResourceType, _ part: String, _ scope: ObservationScope, through session: AWSSession
    ) async throws -> [String]? {
        guard scope.isBrief, let index = try await session.tagIndex(scope) else { return nil }
        let indexed = index.filter { arn, tags in
            arn.split(separator: ":", maxSplits: 5).last?.hasPrefix(part) == true && scope.isAskedAbout(tags)
        }
        return scope.recorded(type).union(indexed.keys).sorted()
    }

    /// Describes things by their ARNs; nil when one of them is not there.
    static func describe<Item: Sendable>(
        _ arns: [String], _ describe: @escaping @Sendable ([String]) async throws -> [Item]
    ) async throws -> [Item]? {
        let found = try await arns.chunked(into: arnsAtOnce).concurrentMap { batch in
            try await unlessMissing { try await describe(batch) } ?? []
        }.flatMap { $0 }
        return found.count == arns.count ? found : nil
    }

    /// `listener-rule/app/name/1/2/3` is a rule of `listener/app/name/1/2`.
    static func listener(ofRule arn: String) -> String {
        let parts = arn.split(separator: "/").dropLast()
        return parts.joined(separator: "/").replacing(":listener-rule/", with: ":listener/", maxReplacements: 1)
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
