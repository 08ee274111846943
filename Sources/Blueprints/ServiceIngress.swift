/// The ports on which a load balancer reaches a service's containers.
enum ServiceIngress: Hashable, Comparable, Sendable {
    /// A container with an address of its own listens on its own port.
    case port(Int)
    /// A host lends a container any port of those that ECS chooses from
    /// (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html).
    case hostPorts

    var ports: ClosedRange<Int> {
        switch self {
        case .port(let port): port...port
        case .hostPorts: 32768...65535
        }
    }

    /// The end of the rule's name.
    var name: String {
        switch self {
        case .port(let port): String(port)
        case .hostPorts: "host-ports"
        }
    }
}
