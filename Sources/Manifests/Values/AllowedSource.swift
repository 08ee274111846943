/// Who may connect to a load balancer.
public enum AllowedSource: Hashable, Sendable {
    case cidr(CIDRBlock)
    case cidrV6(IPv6Block)
    /// The id of a managed prefix list, `pl-…`.
    case prefixList(String)
    /// The id of a security group, `sg-…`.
    case securityGroup(String)

    /// Whether this is every address there is.
    public var isEverybody: Bool {
        switch self {
        case .cidr(let block): block.prefixLength == 0
        case .cidrV6(let block): block.prefixLength == 0
        case .prefixList, .securityGroup: false
        }
    }
}

extension AllowedSource: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cidr(let block): block.description
        case .cidrV6(let block): block.description
        case .prefixList(let id), .securityGroup(let id): id
        }
    }
}
