import AWSClient
import Model

/// A parameter of Systems Manager: the place for a value, never the value.
///
/// It is made once with the value `{}`, which is never read and never written again. AWS changes a parameter's type and
/// description only together with its value (`PutParameter` requires `Value`), so that both are set when it is made and
/// left alone from then on.
public struct Parameter: AWSResourceKind {
    public struct Attributes: Sendable {
        public var parameterName: String
        public var parameterType: String
        public var parameterDescription: String?

        public init(parameterName: String, parameterType: String = "String", parameterDescription: String? = nil) {
            self.parameterName = parameterName
            self.parameterType = parameterType
            self.parameterDescription = parameterDescription
        }
    }

    public let type: ResourceType = "AWS::SSM::Parameter"
    public let noun = "Parameter"
    public let traits = KindTraits(isStateful: true)
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("parameterName", \.parameterName, .replace, "The name, with its path if it has one"),
        Field("parameterType", \.parameterType, .initial, "String or SecureString"),
        Field("parameterDescription", \.parameterDescription, .initial, "A line for people"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.parameterName }

    /// The parameters of our installation, found by their tag, and those with a declared name. An account's others,
    /// which can be thousands, are in nobody's way.
    public func observe(
        _ scope: ObservationScope, through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        let ours = Filter(key: "tag:\(OwnershipTag.installation)", values: [scope.installation])
        var found = try await session.client.collect(DescribeParameters(parameterFilters: [ours]), \.parameters)
        let others = scope.declaredNames.subtracting(found.compactMap(\.name)).sorted()
        found += try await Self.describe(others, through: session)
        return try await found.concurrentCompactMap { parameter in
            let name = try required(parameter.name, "Name", of: DescribeParameters.self)
            let tags = try await session.tags(of: Self.arn(of: name, session), named: name, scope) {
                try await self.tags(of: name, through: session)
            }
            guard let tags else { return nil }
            return Observed(
                identifier: name, name: name,
                attributes: Attributes(
                    parameterName: name, parameterType: parameter.type ?? "String",
                    parameterDescription: parameter.description),
                outputs: Self.made(name, version: parameter.version, session).outputs, tags: tags)
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let attributes = desired.attributes
        let name = attributes.parameterName
        return try await session.createUnique(
            PutParameter(
                name: name, description: attributes.parameterDescription, value: "{}", type: attributes.parameterType,
                overwrite: false, tags: desired.tags.tagList),
            made: { Self.made(name, version: $0.version, session) },
            find: {
                guard let tags = try await tags(of: name, through: session) else { return nil }
                if tags.claimsSame(as: desired.tags) {
                    let described = try await Self.describe([name], through: session).first
                    return Self.made(name, version: described?.version, session)
                }
                throw ResourceError.conflict(
                    PutParameter.self, "parameter", named: name, identifier: Self.arn(of: name, session),
                    wantedBy: desired.address)
            })
    }

    /// Nothing of a parameter can be changed without its value.
    public func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        Made(observed.identifier, outputs: observed.outputs)
    }

    public func tag(
        _ observed: Observed<Attributes>, _ tags: [String: String], through session: AWSSession
    ) async throws {
        if tags.isEmpty { return }
        _ = try await session.client.send(AddTagsToResource(resourceId: observed.identifier, tags: tags.tagList))
    }

    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        try await unlessMissing {
            _ = try await session.client.send(DeleteParameter(name: observed.identifier))
        }
    }

    // MARK: Parts

    /// How many values a filter takes (`ParameterStringFilter` in the API reference).
    private static let filterValues = 50

    /// Nil when the parameter is not there.
    private func tags(of name: String, through session: AWSSession) async throws -> [String: String]? {
        do {
            let answer = try await session.client.send(ListTagsForResource(resourceId: name))
            return [String: String](answer.tagList)
        } catch let error where error.code == "InvalidResourceId" {
            return nil
        }
    }

    /// Those of the named parameters that are there.
    static func describe(_ names: [String], through session: AWSSession) async throws -> [Description] {
        var found: [Description] = []
        for names in names.chunked(into: filterValues) {
            let named = Filter(key: "Name", option: "Equals", values: names)
            found += try await session.client.collect(DescribeParameters(parameterFilters: [named]), \.parameters)
        }
        return found
    }

    static func made(_ name: String, version: Int?, _ session: AWSSession) -> Made {
        var outputs: [Output: String] = [.arn: arn(of: name, session)]
        outputs[.version] = version.map(String.init)
        return Made(name, outputs: outputs)
    }

    /// `/a/b` is `parameter/a/b`, and so is a name without the slash: `a` is `parameter/a`.
    private static func arn(of name: String, _ session: AWSSession) -> String {
        let path = name.hasPrefix("/") ? name : "/" + name
        return "arn:\(session.partition):ssm:\(session.region):\(session.account):parameter\(path)"
    }
}

// MARK: - Wire

extension Parameter {
    public var permissions: KindPermissions {
        KindPermissions(
            sending: Self.requests + [GetResources.self],
            on: ["arn:{partition}:ssm:{region}:{account}:parameter/{prefix}-*"])
    }

    static let requests: [any AWSRequest.Type] = [
        DescribeParameters.self, ListTagsForResource.self, PutParameter.self, AddTagsToResource.self,
        DeleteParameter.self,
    ]

    /// A parameter without its value.
    struct Description: Codable, Sendable {
        var name: String?
        var type: String?
        var description: String?
        /// Counts up with every change of the value.
        var version: Int?
    }

    struct Filter: Codable, Sendable {
        var key: String
        var option: String?
        var values: [String]
    }

    struct DescribeParameters: AWSRequest {
        static let action: AWSAction = "ssm:DescribeParameters"
        var parameterFilters: [Filter]

        struct Response: Codable, Sendable {
            var parameters: [Description]?
        }
    }

    struct ListTagsForResource: AWSRequest {
        static let action: AWSAction = "ssm:ListTagsForResource"
        var resourceType = "Parameter"
        var resourceId: String

        struct Response: Codable, Sendable {
            var tagList: [Tag]?
        }
    }

    /// Sent only with `overwrite: false`: AWS refuses it when the parameter is there.
    struct PutParameter: AWSRequest {
        static let action: AWSAction = "ssm:PutParameter"
        var name: String
        var description: String?
        var value: String
        var type: String
        var overwrite: Bool
        var tags: [Tag]

        struct Response: Codable, Sendable { var version: Int? }
    }

    struct AddTagsToResource: AWSRequest {
        static let action: AWSAction = "ssm:AddTagsToResource"
        var resourceType = "Parameter"
        var resourceId: String
        var tags: [Tag]

        typealias Response = EmptyResponse
    }

    struct DeleteParameter: AWSRequest {
        static let action: AWSAction = "ssm:DeleteParameter"
        var name: String

        typealias Response = EmptyResponse
    }
}
