import AWSClient
import Model

// The calls about the rules of security groups and what they answer.

struct DescribeSecurityGroupRules: AWSRequest {
    static let action: AWSAction = "ec2:DescribeSecurityGroupRules"
    var filters: [EC2Filter]?

    struct Response: Codable, Sendable { var securityGroupRules: [Item]? }

    struct Item: TaggedItem {
        var securityGroupRuleId: String?
        var groupId: String?
        var isEgress: Bool?
        var ipProtocol: String?
        var fromPort: Int?
        var toPort: Int?
        var cidrIpv4: String?
        var cidrIpv6: String?
        var prefixListId: String?
        var referencedGroupInfo: ReferencedGroup?
        var description: String?
        var securityGroupRuleArn: String?
        var tags: [Tag]?

        /// Whether the rule is a resource of its own and no part of its group.
        var isResource: Bool { (tags ?? []).contains { $0.key == OwnershipTag.address } }

        /// The id or the range that the rule lets in or out.
        var sourceText: String { referencedGroupInfo?.groupId ?? cidrIpv4 ?? cidrIpv6 ?? prefixListId ?? "" }

        var rule: SecurityRule {
            let source: SecurityRule.Source =
                if let group = referencedGroupInfo?.groupId {
                    .group(.known(group))
                } else if let cidrIpv6 {
                    .cidrV6(cidrIpv6)
                } else if let prefixListId {
                    .prefixList(prefixListId)
                } else {
                    .cidr(cidrIpv4 ?? "")
                }
            return SecurityRule(
                protocol: ipProtocol ?? "-1",
                fromPort: fromPort,
                toPort: toPort,
                source: source,
                description: description
            ).canonical
        }
    }

    struct ReferencedGroup: Codable, Sendable { var groupId: String? }
}

/// Rules in the older form, in which they are made.
struct IpPermission: Codable, Sendable {
    var ipProtocol: String?
    var fromPort: Int?
    var toPort: Int?
    var userIdGroupPairs: [GroupPair]?
    var ipRanges: [Range]?
    var ipv6Ranges: [RangeV6]?
    var prefixListIds: [PrefixList]?

    struct GroupPair: Codable, Sendable {
        var groupId: String?
        var description: String?
    }

    struct Range: Codable, Sendable {
        var cidrIp: String?
        var description: String?
    }

    struct RangeV6: Codable, Sendable {
        var cidrIpv6: String?
        var description: String?
    }

    struct PrefixList: Codable, Sendable {
        var prefixListId: String?
        var description: String?
    }

    init(_ rule: SecurityRule) {
        ipProtocol = rule.protocol
        fromPort = rule.fromPort ?? -1
        toPort = rule.toPort ?? -1
        switch rule.source {
        case .cidr(let range): ipRanges = [Range(cidrIp: range, description: rule.description)]
        case .cidrV6(let range): ipv6Ranges = [RangeV6(cidrIpv6: range, description: rule.description)]
        case .group(let id): userIdGroupPairs = [GroupPair(groupId: id.text, description: rule.description)]
        case .prefixList(let id): prefixListIds = [PrefixList(prefixListId: id, description: rule.description)]
        }
    }

    /// The single rules that this stands for.
    var rules: [SecurityRule] {
        let sources: [(SecurityRule.Source, String?)] =
            (userIdGroupPairs ?? []).map { (.group(.known($0.groupId ?? "")), $0.description) }
            + (ipRanges ?? []).map { (.cidr($0.cidrIp ?? ""), $0.description) }
            + (ipv6Ranges ?? []).map { (.cidrV6($0.cidrIpv6 ?? ""), $0.description) }
            + (prefixListIds ?? []).map { (.prefixList($0.prefixListId ?? ""), $0.description) }
        return sources.map { source, description in
            SecurityRule(
                protocol: ipProtocol ?? "-1",
                fromPort: fromPort,
                toPort: toPort,
                source: source,
                description: description
            ).canonical
        }
    }
}

struct AuthorizeSecurityGroupIngress: AWSRequest {
    static let action: AWSAction = "ec2:AuthorizeSecurityGroupIngress"
    var groupId: String
    var ipPermissions: [IpPermission]
    var tagSpecifications: [EC2TagSpecification]?

    struct Response: Codable, Sendable { var securityGroupRules: [DescribeSecurityGroupRules.Item]? }
}

struct AuthorizeSecurityGroupEgress: AWSRequest {
    static let action: AWSAction = "ec2:AuthorizeSecurityGroupEgress"
    var groupId: String
    var ipPermissions: [IpPermission]
    typealias Response = EmptyResponse
}

struct RevokeSecurityGroupIngress: AWSRequest {
    static let action: AWSAction = "ec2:RevokeSecurityGroupIngress"
    var groupId: String
    var securityGroupRuleIds: [String]
    typealias Response = EmptyResponse
}

struct RevokeSecurityGroupEgress: AWSRequest {
    static let action: AWSAction = "ec2:RevokeSecurityGroupEgress"
    var groupId: String
    var securityGroupRuleIds: [String]
    typealias Response = EmptyResponse
}

/// A rule's whole new content; what is left out is taken away.
struct RuleUpdate: Codable, Sendable {
    var securityGroupRuleId: String
    var securityGroupRule: Content

    struct Content: Codable, Sendable {
        var ipProtocol: String?
        var fromPort: Int?
        var toPort: Int?
        var cidrIpv4: String?
        var cidrIpv6: String?
        var prefixListId: String?
        var referencedGroupId: String?
        var description: String?

        init(_ rule: SecurityRule) {
            ipProtocol = rule.protocol
            fromPort = rule.fromPort ?? -1
            toPort = rule.toPort ?? -1
            description = rule.description
            switch rule.source {
            case .cidr(let range): cidrIpv4 = range
            case .cidrV6(let range): cidrIpv6 = range
            case .group(let id): referencedGroupId = id.text
            case .prefixList(let id): prefixListId = id
            }
        }
    }
}

struct ModifySecurityGroupRules: AWSRequest {
    static let action: AWSAction = "ec2:ModifySecurityGroupRules"
    var groupId: String
    var securityGroupRules: [RuleUpdate]
    typealias Response = EmptyResponse
}
