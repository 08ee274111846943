import AWSClient
import Model

/// A secret of Secrets Manager: the place for a value, never the value.
///
/// It is made once with the value `{}`. From then on its value belongs to the people and programs that use it: it is
/// never read and never written again. A deleted one can be brought back for 30 days, value and all, and is when it is
/// declared again.
public struct Secret: AWSResourceKind {
    public struct Attributes: Sendable {
        public var secretName: String
        public var secretDescription: String?

        public init(secretName: String, secretDescription: String? = nil) {
            self.secretName = secretName
            self.secretDescription = secretDescription
        }
    }

    public let type: ResourceType = "AWS::SecretsManager::Secret"
    public let noun = "Secret"
    public let traits = KindTraits(isStateful: true)
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("secretName", \.secretName, .replace, "The name, unique in the account and region"),
        Field("secretDescription", \.secretDescription, .update, "A line for people"),
    ]

    /// `ListSecrets` may not show the changes of the last five minutes (its API reference).
    private let recentChanges = RecentChanges(within: .seconds(300))

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.secretName }

    /// One paged list, which lags behind; so every secret for which that could matter is looked at by itself: a
    /// declared one that the list does not show as ours, one of ours that is no longer declared, one that this
    /// process has changed since it was made, and one whose version somebody refers to.
    public func observe(
        _ scope: ObservationScope, through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        let watched = scope.wantedOutputs[.version] ?? []
        let listed = try await session.client.collect(ListSecrets(), \.secretList)
        var secrets: [String: Description] = [:]
        for entry in listed { secrets[try required(entry.arn, "ARN", of: ListSecrets.self)] = Description(entry) }
        var doubtful: Set<String> = []
        var settledNames: Set<String> = []
        for (arn, secret) in secrets {
            let isOurs = scope.isAskedAbout([String: String](secret.tags))
            let isDeclared = secret.name.map(scope.declaredNames.contains) ?? false
            let isWatched = secret.name.map(watched.contains) ?? false
            if isOurs != isDeclared || isWatched || recentChanges.contains(arn) { doubtful.insert(arn) }
            if isDeclared, let name = secret.name { settledNames.insert(name) }
        }
        doubtful.formUnion(scope.declaredNames.subtracting(settledNames))
        let looks = try await doubtful.sorted().concurrentMap { identifier in
            (identifier, try await describe(identifier, through: session))
        }
        for (identifier, secret) in looks {
            secrets[identifier] = nil
            if let secret { secrets[try required(secret.arn, "ARN", of: DescribeSecret.self)] = secret }
        }
        return secrets.sorted { $0.key < $1.key }.compactMap { arn, secret in
            secret.deletedDate == nil ? Self.observed(secret, arn) : nil
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        // A name whose secret waits for its deletion is refused with the second code.
        try await session.createUnique(
            CreateSecret(
                name: desired.attributes.secretName, description: desired.attributes.secretDescription,
                secretString: "{}", tags: desired.tags.tagList),
            made: { answer in
                let arn = try required(answer.arn, "ARN", of: CreateSecret.self)
                return Self.made(arn, desired.attributes.secretName, version: answer.versionId)
            },
            isTaken: { $0.isExisting || $0.code == "InvalidRequestException" },
            find: { try await find(desired, through: session) })
    }

    public func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        try await setDescription(desired.attributes.secretDescription, of: observed.identifier, through: session)
        return Made(observed.identifier, outputs: observed.outputs)
    }

    public func tag(
        _ observed: Observed<Attributes>, _ tags: [String: String], through session: AWSSession
    ) async throws {
        try await set(tags, on: observed.identifier, through: session)
    }

    /// Schedules the deletion in 30 days, the longest that AWS allows.
    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        let arn = observed.identifier
        recentChanges.note(arn)
        do {
            try await unlessMissing {
                _ = try await session.client.send(DeleteSecret(secretId: arn, recoveryWindowInDays: Self.recoveryDays))
            }
        } catch let error as AWSError where error.code == "InvalidRequestException" {
            // AWS refuses to schedule what is scheduled.
            guard let secret = try await describe(arn, through: session), secret.deletedDate == nil else { return }
            throw error
        }
    }

    // MARK: Parts

    private static let recoveryDays = 30

    private func describe(_ identifier: String, through session: AWSSession) async throws -> Description? {
        try await unlessMissing { try await session.client.send(DescribeSecret(secretId: identifier)) }
    }

    /// The secret of this name when it belongs to the declaration, brought back when it was scheduled for deletion.
    /// - Throws: `.conflict` when it does not belong to it.
    private func find(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made? {
        let name = desired.attributes.secretName
        guard let secret = try await describe(name, through: session) else { return nil }
        let arn = try required(secret.arn, "ARN", of: DescribeSecret.self)
        guard [String: String](secret.tags).claimsSame(as: desired.tags) else {
            if secret.deletedDate == nil {
                throw ResourceError.conflict(
                    CreateSecret.self, "secret", named: name, identifier: arn, wantedBy: desired.address)
            }
            throw ResourceError(
                .conflict, operation: CreateSecret.action.description,
                message: """
                    \(desired.address): a secret \(name) that does not belong to this resource waits for its deletion \
                    (\(arn)); restore it and set `adopt: true` in the manifest, or wait until it is gone
                    """)
        }
        if secret.deletedDate != nil {
            _ = try await session.client.send(RestoreSecret(secretId: arn))
            try await set(desired.tags, on: arn, through: session)
            if secret.description != desired.attributes.secretDescription {
                try await setDescription(desired.attributes.secretDescription, of: arn, through: session)
            }
        }
        return Self.made(arn, name, version: secret.currentVersion)
    }

    private func setDescription(_ text: String?, of arn: String, through session: AWSSession) async throws {
        guard let text else { return }
        recentChanges.note(arn)
        _ = try await session.client.send(UpdateSecret(secretId: arn, description: text))
    }

    private func set(_ tags: [String: String], on arn: String, through session: AWSSession) async throws {
        if tags.isEmpty { return }
        recentChanges.note(arn)
        _ = try await session.client.send(TagResource(secretId: arn, tags: tags.tagList))
    }

    private static func made(_ arn: String, _ name: String, version: String?) -> Made {
        var outputs: [Output: String] = [.arn: arn, "name": name]
        outputs[.version] = version
        return Made(arn, outputs: outputs)
    }

    private static func observed(_ secret: Description, _ arn: String) -> Observed<Attributes> {
        let name = secret.name ?? ""
        return Observed(
            identifier: arn, name: name,
            attributes: Attributes(secretName: name, secretDescription: secret.description),
            outputs: made(arn, name, version: secret.currentVersion).outputs, tags: [String: String](secret.tags))
    }
}

// MARK: - Wire

extension Secret {
    public var permissions: KindPermissions {
        KindPermissions(
            sending: Self.requests, on: ["arn:{partition}:secretsmanager:{region}:{account}:secret:{prefix}-*"])
    }

    static let requests: [any AWSRequest.Type] = [
        ListSecrets.self, DescribeSecret.self, CreateSecret.self, UpdateSecret.self, TagResource.self,
        RestoreSecret.self, DeleteSecret.self,
    ]

    /// A secret without its value.
    struct Description: Codable, Sendable {
        var arn: String?
        var name: String?
        var description: String?
        /// When its deletion was asked for.
        var deletedDate: Double?
        /// The staging labels of each version.
        var versionIdsToStages: [String: [String]]?
        var tags: [Tag]?

        init(_ entry: ListSecrets.Entry) {
            arn = entry.arn
            name = entry.name
            description = entry.description
            deletedDate = entry.deletedDate
            versionIdsToStages = entry.secretVersionsToStages
            tags = entry.tags
        }

        /// The id of the version that who names none gets.
        var currentVersion: String? { versionIdsToStages?.first { $0.value.contains("AWSCURRENT") }?.key }
    }

    struct ListSecrets: AWSRequest {
        static let action: AWSAction = "secretsmanager:ListSecrets"
        var includePlannedDeletion = true

        struct Response: Codable, Sendable {
            var secretList: [Entry]?
        }

        /// What `Description` is, under the names of the list.
        struct Entry: Codable, Sendable {
            var arn: String?
            var name: String?
            var description: String?
            var deletedDate: Double?
            var secretVersionsToStages: [String: [String]]?
            var tags: [Tag]?
        }
    }

    struct DescribeSecret: AWSRequest {
        static let action: AWSAction = "secretsmanager:DescribeSecret"
        var secretId: String

        typealias Response = Description
    }

    struct CreateSecret: AWSRequest {
        static let action: AWSAction = "secretsmanager:CreateSecret"
        var name: String
        var description: String?
        var secretString: String
        var tags: [Tag]

        struct Response: Codable, Sendable {
            var arn: String?
            var versionId: String?
        }
    }

    /// Has no member for the value.
    struct UpdateSecret: AWSRequest {
        static let action: AWSAction = "secretsmanager:UpdateSecret"
        var secretId: String
        var description: String

        typealias Response = EmptyResponse
    }

    struct TagResource: AWSRequest {
        static let action: AWSAction = "secretsmanager:TagResource"
        var secretId: String
        var tags: [Tag]

        typealias Response = EmptyResponse
    }

    struct RestoreSecret: AWSRequest {
        static let action: AWSAction = "secretsmanager:RestoreSecret"
        var secretId: String

        typealias Response = EmptyResponse
    }

    struct DeleteSecret: AWSRequest {
        static let action: AWSAction = "secretsmanager:DeleteSecret"
        var secretId: String
        var recoveryWindowInDays: Int

        typealias Response = EmptyResponse
    }
}
