import AWSClient
import Model

/// A secret that others made and that a service reads: looked at for its ARN and its version, never for its value.
public struct ExistingSecret: AWSResourceKind {
    public struct Attributes: Sendable {
        /// Its name or its ARN, with or without the six characters that AWS adds.
        public var secretId: String

        public init(secretId: String) { self.secretId = secretId }
    }

    public let type: ResourceType = "Plumbline::Existing::Secret"
    public let noun = "ExistingSecret"
    public let traits = KindTraits(carriesTags: false, isOnlyRead: true)
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("secretId", \.secretId, .replace, "The name or the ARN by which it is read")
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.secretId }

    /// Those that are declared, one call each; one that waits for its deletion gives its value to nobody, and counts as
    /// gone.
    public func observe(_ scope: ObservationScope, through session: AWSSession) async throws -> [Observed<Attributes>] {
        try await scope.declaredNames.sorted().concurrentCompactMap { id in
            let secret = try await unlessMissing {
                try await session.client.send(Secret.DescribeSecret(secretId: id))
            }
            guard let secret, secret.deletedDate == nil else { return nil }
            let arn = try required(secret.arn, "ARN", of: Secret.DescribeSecret.self)
            var outputs: [Output: String] = [.arn: arn]
            outputs[.version] = secret.currentVersion
            return Observed(identifier: arn, name: id, attributes: Attributes(secretId: id), outputs: outputs)
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        throw ResourceError.onlyRead(desired.address, desired.attributes.secretId)
    }

    public func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        throw ResourceError.onlyRead(desired.address, desired.attributes.secretId)
    }

    /// Others' tags are left alone.
    public func tag(
        _ observed: Observed<Attributes>, _ tags: [String: String], through session: AWSSession
    ) async throws {}

    /// What belongs to others is only forgotten.
    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {}

    public var permissions: KindPermissions { KindPermissions(sending: Self.requests) }

    static let requests: [any AWSRequest.Type] = [Secret.DescribeSecret.self]
}

extension ResourceError {
    /// A plan asked for a change of what is only read.
    static func onlyRead(_ address: ResourceAddress, _ name: String) -> ResourceError {
        ResourceError(
            .refused, operation: "change \(address)",
            message: "\(name) belongs to others and is only read; make or change it there")
    }
}
