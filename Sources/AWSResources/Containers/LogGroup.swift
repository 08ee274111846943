import AWSClient
import Model

/// A CloudWatch log group with its retention.
///
/// Accounts hold thousands of log groups, which are listed 50 at a time, and tags are read group by group. So only
/// groups that are declared or were recorded are looked at, and the list is asked for by what all their names begin
/// with: no other group can be ours or in the way.
public struct LogGroup: AWSResourceKind {
    public struct Attributes: Sendable {
        public var logGroupName: String
        /// One of the numbers of days that CloudWatch allows; AWS has none for "for ever".
        public var retentionInDays: Int?

        public init(logGroupName: String, retentionInDays: Int? = nil) {
            self.logGroupName = logGroupName
            self.retentionInDays = retentionInDays
        }
    }

    public let type: ResourceType = "AWS::Logs::LogGroup"
    public let noun = "LogGroup"
    public let traits = KindTraits(isStateful: true)
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("logGroupName", \.logGroupName, .replace, "The name, unique in the account and region"),
        Field("retentionInDays", \.retentionInDays, .update, "For how many days events are kept"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.logGroupName }

    public func observe(_ scope: ObservationScope, through session: AWSSession) async throws -> [Observed<Attributes>] {
        let names = scope.declaredNames.union(scope.recorded(type))
        guard !names.isEmpty else { return [] }
        let prefix = Self.commonPrefix(of: names)
        return try await session.client
            .collect(DescribeLogGroups(logGroupNamePrefix: prefix.isEmpty ? nil : prefix), \.logGroups)
            .filter { names.contains($0.logGroupName ?? "") }
            .concurrentCompactMap { try await observed($0, scope, through: session) }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let name = desired.attributes.logGroupName
        let made = Self.made(name, in: session)
        _ = try await session.createUnique(
            CreateLogGroup(logGroupName: name, tags: desired.tags),
            made: { _ in made },
            find: { try await existing(desired, through: session) }
        )
        if let days = desired.attributes.retentionInDays {
            _ = try await session.client.send(PutRetentionPolicy(logGroupName: name, retentionInDays: days))
        }
        return made
    }

    public func update(
        _ observed: Observed<Attributes>,
        to desired: Desired<Attributes>,
        changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        if fields.contains("retentionInDays"), let days = desired.attributes.retentionInDays {
            _ = try await session.client.send(
                PutRetentionPolicy(logGroupName: observed.identifier, retentionInDays: days)
            )
        }
        return Made(observed.identifier, outputs: observed.outputs)
    }

    public func tag(
        _ observed: Observed<Attributes>,
        _ tags: [String: String],
        through session: AWSSession
    ) async throws {
        let arn = Self.arn(of: observed.identifier, in: session)
        _ = try await session.client.send(LogsTagResource(resourceArn: arn, tags: tags))
    }

    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        try await unlessMissing {
            _ = try await session.client.send(DeleteLogGroup(logGroupName: observed.identifier))
        }
    }
}

extension LogGroup {
    /// nil when it was deleted since it was listed.
    private func observed(
        _ group: LogGroupDescription,
        _ scope: ObservationScope,
        through session: AWSSession
    ) async throws -> Observed<Attributes>? {
        guard let name = group.logGroupName else { return nil }
        let tags = try await session.tags(of: Self.arn(of: name, in: session), named: name, scope) {
            try await unlessMissing { try await self.tags(of: name, through: session) }
        }
        guard let tags else { return nil }
        return Observed(
            identifier: name,
            name: name,
            attributes: Attributes(logGroupName: name, retentionInDays: group.retentionInDays),
            outputs: Self.made(name, in: session).outputs,
            tags: tags
        )
    }

    private func tags(of name: String, through session: AWSSession) async throws -> [String: String] {
        let arn = Self.arn(of: name, in: session)
        return try await session.client.send(LogsListTagsForResource(resourceArn: arn)).tags ?? [:]
    }

    /// The group of the desired name when it is the desired resource; nil when there is none.
    private func existing(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made? {
        let name = desired.attributes.logGroupName
        let groups = try await session.client.collect(DescribeLogGroups(logGroupNamePrefix: name), \.logGroups)
        guard groups.contains(where: { $0.logGroupName == name }) else { return nil }
        guard try await tags(of: name, through: session).claimsSame(as: desired.tags) else {
            throw ResourceError.conflict(
                CreateLogGroup.self,
                "log group",
                named: name,
                identifier: Self.arn(of: name, in: session),
                wantedBy: desired.address
            )
        }
        return Self.made(name, in: session)
    }

    private static func made(_ name: String, in session: AWSSession) -> Made {
        Made(name, outputs: [.arn: arn(of: name, in: session)])
    }

    /// Without the `:*` that policies need and DescribeLogGroups' `arn` ends with: the form that tagging takes.
    private static func arn(of name: String, in session: AWSSession) -> String {
        "arn:\(session.partition):logs:\(session.region):\(session.account):log-group:\(name)"
    }

    /// What all the names begin with.
    static func commonPrefix(of names: Set<String>) -> String {
        guard let first = names.min(), let last = names.max() else { return "" }
        return String(zip(first, last).prefix { $0 == $1 }.map(\.0))
    }

    public var permissions: KindPermissions {
        KindPermissions(
            sending: Self.requests + [GetResources.self],
            on: ["arn:{partition}:logs:{region}:{account}:log-group:{prefix}-*"])
    }

    static let requests: [any AWSRequest.Type] = [
        DescribeLogGroups.self, LogsListTagsForResource.self, CreateLogGroup.self, PutRetentionPolicy.self,
        LogsTagResource.self, DeleteLogGroup.self,
    ]
}

struct LogGroupDescription: Codable, Sendable {
    var logGroupName: String?
    var retentionInDays: Int?
}

struct DescribeLogGroups: AWSRequest {
    static let action: AWSAction = "logs:DescribeLogGroups"
    var logGroupNamePrefix: String?
    struct Response: Codable, Sendable { var logGroups: [LogGroupDescription]? }
}

struct LogsListTagsForResource: AWSRequest {
    static let action: AWSAction = "logs:ListTagsForResource"
    var resourceArn: String
    struct Response: Codable, Sendable { var tags: [String: String]? }
}

struct CreateLogGroup: AWSRequest {
    static let action: AWSAction = "logs:CreateLogGroup"
    var logGroupName: String
    var tags: [String: String]
    typealias Response = EmptyResponse
}

struct PutRetentionPolicy: AWSRequest {
    static let action: AWSAction = "logs:PutRetentionPolicy"
    var logGroupName: String
    var retentionInDays: Int
    typealias Response = EmptyResponse
}

struct LogsTagResource: AWSRequest {
    static let action: AWSAction = "logs:TagResource"
    var resourceArn: String
    var tags: [String: String]
    typealias Response = EmptyResponse
}

struct DeleteLogGroup: AWSRequest {
    static let action: AWSAction = "logs:DeleteLogGroup"
    var logGroupName: String
    typealias Response = EmptyResponse
}
