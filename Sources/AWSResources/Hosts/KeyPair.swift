import AWSClient
import Model

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A key pair of EC2, imported from a public key: the private key is made and kept by whoever needs it, and never known
/// here. Its identifier is AWS's id, `key-…`.
public struct KeyPair: AWSResourceKind {
    public struct Attributes: Sendable {
        public var keyName: String
        /// Algorithm and key, `ssh-ed25519 AAAA…`. The comment that may follow in a file is no part of it.
        public var publicKey: String

        public init(keyName: String, publicKey: String) {
            self.keyName = keyName
            self.publicKey = publicKey.split(separator: " ").prefix(2).joined(separator: " ")
        }
    }

    public let type: ResourceType = "AWS::EC2::KeyPair"
    public let noun = "KeyPair"
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("keyName", \.keyName, .replace, "The name, unique in the account and region"),
        Field("publicKey", \.publicKey, .replace, "The public key"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.keyName }

    public func observe(
        _ scope: ObservationScope, through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        try await session.client.collect(DescribeKeyPairs(), \.keyPairs).map { pair in
            let made = try Self.made(pair, of: DescribeKeyPairs.self)
            let name = pair.keyName ?? ""
            return Observed(
                identifier: made.identifier, name: name,
                attributes: Attributes(keyName: name, publicKey: pair.publicKey ?? ""), outputs: made.outputs,
                tags: [String: String](pair.tags))
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        try await session.createOnce(
            ImportKeyPair(
                keyName: desired.attributes.keyName, publicKeyMaterial: Data(desired.attributes.publicKey.utf8),
                tagSpecifications: [EC2TagSpecification("key-pair", desired.tags)]),
            made: { answer in
                try Self.made(
                    DescribeKeyPairs.Item(keyPairId: answer.keyPairId, keyName: answer.keyName), of: ImportKeyPair.self)
            },
            find: { try await find(desired, through: session) })
    }

    /// Nothing of a key pair can be changed in place.
    public func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        Made(observed.identifier, outputs: observed.outputs)
    }

    public func tag(
        _ observed: Observed<Attributes>, _ tags: [String: String], through session: AWSSession
    ) async throws {
        try await session.tagEC2(observed.identifier, tags)
    }

    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        try await unlessMissing {
            _ = try await session.client.send(DeleteKeyPair(keyName: observed.attributes.keyName))
        }
    }

    /// The key pair of this name when it belongs to the declaration.
    /// - Throws: `.conflict` when it does not.
    private func find(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made? {
        let name = desired.attributes.keyName
        let pairs = try await session.client.collect(DescribeKeyPairs(), \.keyPairs)
        guard let pair = pairs.first(where: { $0.keyName == name }) else { return nil }
        let made = try Self.made(pair, of: DescribeKeyPairs.self)
        guard [String: String](pair.tags).claimsSame(as: desired.tags) else {
            throw ResourceError.conflict(
                ImportKeyPair.self, "key pair", named: name, identifier: made.identifier, wantedBy: desired.address)
        }
        return made
    }

    private static func made<R: AWSRequest>(_ pair: DescribeKeyPairs.Item, of request: R.Type) throws -> Made {
        let id = try required(pair.keyPairId, "KeyPairId", of: request)
        return Made(id, outputs: ["name": try required(pair.keyName, "KeyName", of: request)])
    }
}

// MARK: - Wire

extension KeyPair {
    public var permissions: KindPermissions { .ec2(Self.requests) }

    static let requests: [any AWSRequest.Type] = [DescribeKeyPairs.self, ImportKeyPair.self, DeleteKeyPair.self]

    struct DescribeKeyPairs: AWSRequest {
        static let action: AWSAction = "ec2:DescribeKeyPairs"
        var includePublicKey = true

        struct Response: Codable, Sendable { var keyPairs: [Item]? }

        struct Item: Codable, Sendable {
            var keyPairId: String?
            var keyName: String?
            var publicKey: String?
            var tags: [Tag]?
        }
    }

    struct ImportKeyPair: AWSRequest {
        static let action: AWSAction = "ec2:ImportKeyPair"
        var keyName: String
        var publicKeyMaterial: Data
        var tagSpecifications: [EC2TagSpecification]

        struct Response: Codable, Sendable {
            var keyPairId: String?
            var keyName: String?
        }
    }

    struct DeleteKeyPair: AWSRequest {
        static let action: AWSAction = "ec2:DeleteKeyPair"
        var keyName: String

        typealias Response = EmptyResponse
    }
}
