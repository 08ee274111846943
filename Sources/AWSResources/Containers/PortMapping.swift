import Model

/// A port on which a container listens.
///
/// The host's port is not managed: in the network modes `awsvpc` and `host` it is the container's, in `bridge` ECS
/// chooses it.
public struct PortMapping: Sendable, Hashable, FieldValue {
    public var containerPort: Int
    /// `tcp` or `udp`.
    public var `protocol`: String

    public init(containerPort: Int, protocol: String = "tcp") {
        self.containerPort = containerPort
        self.protocol = `protocol`
    }

    public var fieldValue: Value? {
        .map(["containerPort": .int(Int64(containerPort)), "protocol": .string(`protocol`)])
    }
}
