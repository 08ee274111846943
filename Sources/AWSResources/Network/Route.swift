import Model

/// One entry of a route table: where what goes to a range of addresses is sent.
public struct Route: Hashable, Sendable, FieldValue {
    public enum Target: Hashable, Sendable {
        case internetGateway(Reference)
        case natGateway(Reference)
        /// Something that Plumbline does not make: a peering connection, a network interface, a transit gateway.
        case other(String)
    }

    /// An IPv4 or IPv6 range, or the id of a prefix list.
    public var destination: String
    public var target: Target

    public init(destination: String, target: Target) {
        self.destination = destination
        self.target = target
    }

    /// The ids of AWS tell by their prefix what they are of, so the target is its id alone.
    public var fieldValue: Value? {
        switch target {
        case .internetGateway(let id), .natGateway(let id):
            id.fieldValue.map { .map(["destination": .string(destination), "target": $0]) }
        case .other(let id):
            .map(["destination": .string(destination), "target": .string(id)])
        }
    }
}
