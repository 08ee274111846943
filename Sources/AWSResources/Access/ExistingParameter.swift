import AWSClient
import Model

/// A parameter of Systems Manager that others made and that a service reads: looked at for its version, never for its
/// value.
public struct ExistingParameter: AWSResourceKind {
    public struct Attributes: Sendable {
        public var parameterName: String

        public init(parameterName: String) { self.parameterName = parameterName }
    }

    public let type: ResourceType = "Plumbline::Existing::Parameter"
    public let noun = "ExistingParameter"
    public let traits = KindTraits(carriesTags: false, isOnlyRead: true)
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("parameterName", \.parameterName, .replace, "The name, with its path if it has one")
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.parameterName }

    /// Those that are declared, fifty to a call.
    public func observe(_ scope: ObservationScope, through session: AWSSession) async throws -> [Observed<Attributes>] {
        try await Parameter.describe(scope.declaredNames.sorted(), through: session).map { parameter in
            let name = try required(parameter.name, "Name", of: Parameter.DescribeParameters.self)
            return Observed(
                identifier: name, name: name, attributes: Attributes(parameterName: name),
                outputs: Parameter.made(name, version: parameter.version, session).outputs)
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        throw ResourceError.onlyRead(desired.address, desired.attributes.parameterName)
    }

    public func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        throw ResourceError.onlyRead(desired.address, desired.attributes.parameterName)
    }

    /// Others' tags are left alone.
    public func tag(
        _ observed: Observed<Attributes>, _ tags: [String: String], through session: AWSSession
    ) async throws {}

    /// What belongs to others is only forgotten.
    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {}

    public var permissions: KindPermissions { KindPermissions(sending: Self.requests) }

    static let requests: [any AWSRequest.Type] = [Parameter.DescribeParameters.self]
}
