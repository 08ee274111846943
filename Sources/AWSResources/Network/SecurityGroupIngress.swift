import AWSClient
import Model

/// One rule by which what is in one security group lets in what is in another, as a resource of its own.
///
/// It is for rules of a group that somebody else declares: a node's load balancer let into the environment's
/// application group. The rule itself carries the ownership tags.
public struct SecurityGroupIngress: AWSResourceKind {
    public struct Attributes: Sendable {
        public var group: Reference
        /// `tcp`, `udp`, `icmp`, `icmpv6`, a protocol's number, or `-1` for all.
        public var `protocol`: String
        /// -1 for all.
        public var fromPort: Int
        /// -1 for all.
        public var toPort: Int
        /// The security group that is let in.
        public var source: Reference
        public var description: String?

        public init(
            group: Reference,
            protocol: String = "tcp",
            fromPort: Int,
            toPort: Int,
            source: Reference,
            description: String? = nil
        ) {
            self.group = group
            self.protocol = SecurityRule.protocolName(`protocol`)
            self.fromPort = fromPort
            self.toPort = toPort
            self.source = source
            self.description = description
        }
    }

    public let type: ResourceType = "AWS::EC2::SecurityGroupIngress"
    public let noun = "Ingress"
    public let traits = KindTraits(identity: ["group", "protocol", "fromPort", "toPort", "source"])
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("group", \.group, .replace, "The group whose rule it is"),
        Field("protocol", \.protocol, .update, "The protocol, `-1` for all"),
        Field("fromPort", \.fromPort, .update, "The first port"),
        Field("toPort", \.toPort, .update, "The last port"),
        Field("source", \.source, .update, "The group that is let in", pins: true),
        Field("description", \.description, .update, "What the rule is for"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { nil }

    /// Only rules of this installation, and, where groups are to be taken over, those that are nobody's: any other
    /// belongs to its group, and a rule has no name that it could be in the way by.
    public func observe(
        _ scope: ObservationScope,
        through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        let adopts = scope.adoptedNames[SecurityGroup().type]?.isEmpty == false
        let rules = try await session.securityGroupRules(scope.round).filter { rule in
            guard rule.isEgress != true else { return false }
            guard rule.isResource else { return adopts && rule.referencedGroupInfo != nil }
            return Dictionary(rule.tags)[OwnershipTag.installation] == scope.installation
        }
        return try rules.map { rule in
            let attributes = Attributes(
                group: .known(try required(rule.groupId, "GroupId", of: DescribeSecurityGroupRules.self)),
                protocol: rule.ipProtocol ?? "-1",
                fromPort: rule.fromPort ?? -1,
                toPort: rule.toPort ?? -1,
                source: .known(rule.sourceText),
                description: rule.description
            )
            return Observed(
                identifier: try required(
                    rule.securityGroupRuleId,
                    "SecurityGroupRuleId",
                    of: DescribeSecurityGroupRules.self
                ),
                name: nil,
                attributes: attributes,
                outputs: rule.outputs,
                tags: Dictionary(rule.tags)
            )
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let group = try desired.text(desired.attributes.group)
        let rule = try rule(desired)
        let request = AuthorizeSecurityGroupIngress(
            groupId: group,
            ipPermissions: [IpPermission(rule)],
            tagSpecifications: [EC2TagSpecification("security-group-rule", desired.tags)]
        )
        do {
            return try await session.whileAppearing {
                try await authorize(request, rule, desired, through: session)
            }
        } catch let error as AWSError where error.code == "InvalidPermission.Duplicate" {
            let there = try await SecurityGroupRules(group: group, session: session).current()
            let twin = there.first { $0.isEgress != true && $0.rule.undescribed == rule.undescribed }
            throw ResourceError.conflict(
                AuthorizeSecurityGroupIngress.self,
                "rule for \(rule.protocol) ports \(desired.attributes.fromPort)"
                    + "-\(desired.attributes.toPort) of the security group",
                named: group,
                identifier: twin?.securityGroupRuleId ?? "no id",
                wantedBy: desired.address
            )
        }
    }

    public func update(
        _ observed: Observed<Attributes>,
        to desired: Desired<Attributes>,
        changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        try await modify(observed.identifier, desired, through: session)
        return Made(observed.identifier, outputs: observed.outputs)
    }

    public func tag(
        _ observed: Observed<Attributes>,
        _ tags: [String: String],
        through session: AWSSession
    ) async throws {
        try await session.tagEC2(observed.identifier, tags)
    }

    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        guard let group = observed.attributes.group.text else { return }
        let request = RevokeSecurityGroupIngress(groupId: group, securityGroupRuleIds: [observed.identifier])
        try await unlessMissing { _ = try await session.client.send(request) }
    }

    public func settled(_ made: Made, through session: AWSSession) async throws -> Settlement {
        let rule = try await session.look(
            at: made.identifier, by: "security-group-rule-id", { DescribeSecurityGroupRules(filters: $0) },
            \.securityGroupRules
        ) { $0.securityGroupRuleId }
        return rule == nil ? .appearing("security group rule") : .ready([:])
    }

    private func authorize(
        _ request: AuthorizeSecurityGroupIngress,
        _ rule: SecurityRule,
        _ desired: Desired<Attributes>,
        through session: AWSSession
    ) async throws -> Made {
        // A group has a rule for the same ports and source only once.
        let item = try await session.createUnique(
            request,
            made: { try required($0.securityGroupRules?.first, "rule", of: AuthorizeSecurityGroupIngress.self) },
            find: {
                try await session.itemsByTags(
                    { DescribeSecurityGroupRules(filters: $0) },
                    \.securityGroupRules,
                    of: desired
                ).first
            }
        )
        let id = try required(item.securityGroupRuleId, "SecurityGroupRuleId", of: AuthorizeSecurityGroupIngress.self)
        // What was kept is checked: the rule may come from an earlier try with other content.
        if item.rule != rule { try await modify(id, desired, through: session) }
        return Made(id, outputs: item.outputs)
    }

    private func modify(_ id: String, _ desired: Desired<Attributes>, through session: AWSSession) async throws {
        let update = RuleUpdate(securityGroupRuleId: id, securityGroupRule: .init(try rule(desired)))
        let request = ModifySecurityGroupRules(
            groupId: try desired.text(desired.attributes.group),
            securityGroupRules: [update]
        )
        _ = try await session.whileAppearing { try await session.client.send(request) }
    }

    private func rule(_ desired: Desired<Attributes>) throws(ResourceError) -> SecurityRule {
        let attributes = desired.attributes
        return SecurityRule(
            protocol: attributes.protocol,
            fromPort: attributes.fromPort,
            toPort: attributes.toPort,
            source: .group(.known(try desired.text(attributes.source))),
            description: attributes.description
        ).canonical
    }

    public var permissions: KindPermissions { .ec2(Self.requests) }

    static let requests: [any AWSRequest.Type] = [
        DescribeSecurityGroupRules.self, AuthorizeSecurityGroupIngress.self, ModifySecurityGroupRules.self,
        RevokeSecurityGroupIngress.self,
    ]
}

extension DescribeSecurityGroupRules.Item {
    fileprivate var outputs: [Output: String] { securityGroupRuleArn.map { [.arn: $0] } ?? [:] }
}
