import AWSClient
import Model

/// A security group with the rules that belong to it.
///
/// Its two sets of rules are exclusive: a rule that is not declared goes. Rules that carry `plumbline:address` are
/// resources of their own (`SecurityGroupIngress`), neither shown nor touched here.
public struct SecurityGroup: AWSResourceKind {
    public struct Attributes: Sendable {
        public var vpc: Reference
        public var groupName: String
        public var groupDescription: String
        public var ingress: Set<SecurityRule>
        public var egress: Set<SecurityRule>

        public init(
            vpc: Reference,
            groupName: String,
            groupDescription: String,
            ingress: Set<SecurityRule>,
            egress: Set<SecurityRule> = [.everything]
        ) {
            self.vpc = vpc
            self.groupName = groupName
            self.groupDescription = groupDescription
            self.ingress = ingress
            self.egress = egress
        }
    }

    public let type: ResourceType = "AWS::EC2::SecurityGroup"
    public let noun = "SecurityGroup"
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("vpc", \.vpc, .replace, "The VPC that it is part of", pins: true),
        Field("groupName", \.groupName, .replace, "Its name, which is unique in the VPC", staysWhenAdopted: true),
        Field("groupDescription", \.groupDescription, .replace, "What it is for", staysWhenAdopted: true),
        Field("ingress", \.ingress, .update, "What may come in", pins: true),
        Field("egress", \.egress, .update, "What may go out", pins: true),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.groupName }

    /// Two paged calls: the groups, and the rules with their tags.
    public func observe(
        _ scope: ObservationScope,
        through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        let groups = try await session.client.collect(DescribeSecurityGroups(), \.securityGroups)
        let rules = Dictionary(
            grouping: try await session.securityGroupRules(scope.round),
            by: { $0.groupId ?? "" }
        )
        return try groups.map { group in
            let id = try required(group.groupId, "GroupId", of: DescribeSecurityGroups.self)
            let name = try required(group.groupName, "GroupName", of: DescribeSecurityGroups.self)
            let own = (rules[id] ?? []).filter { !$0.isResource }
            let attributes = Attributes(
                vpc: .known(group.vpcId ?? ""),
                groupName: name,
                groupDescription: group.description ?? "",
                ingress: Set(own.filter { $0.isEgress != true }.map { group.described($0.rule, isEgress: false) }),
                egress: Set(own.filter { $0.isEgress == true }.map { group.described($0.rule, isEgress: true) })
            )
            var observed = Observed(
                identifier: id,
                name: name,
                attributes: attributes,
                outputs: group.outputs,
                tags: Dictionary(group.tags)
            )
            for rule in own where rule.isEgress != true {
                guard let ruleID = rule.securityGroupRuleId,
                    let value = group.described(rule.rule, isEgress: false).fieldValue
                else { continue }
                observed.parts[ruleID] = ObservedPart(field: "ingress", value: value)
            }
            return observed
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let attributes = desired.attributes
        let request = CreateSecurityGroup(
            vpcId: try desired.text(attributes.vpc),
            groupName: attributes.groupName,
            description: attributes.groupDescription,
            tagSpecifications: [EC2TagSpecification("security-group", desired.tags)]
        )
        let made: Made
        do {
            // A name stands for one group of a VPC.
            made = try await session.createUnique(
                request,
                made: { Made(try required($0.groupId, "GroupId", of: CreateSecurityGroup.self), outputs: $0.outputs) },
                find: {
                    try await session.findByTags(
                        { DescribeSecurityGroups(filters: $0) },
                        \.securityGroups,
                        of: desired
                    ) { group in group.groupId.map { Made($0, outputs: group.outputs) } }
                }
            )
        } catch let error as AWSError where error.isExisting {
            throw try await conflict(request, desired.address, through: session)
        }
        let rules = SecurityGroupRules(group: made.identifier, session: session)
        let current = try await rules.waitForTheFirst()
        try await rules.set(attributes.ingress, isEgress: false, desired, from: current)
        try await rules.set(attributes.egress, isEgress: true, desired, from: current)
        return made
    }

    public func update(
        _ observed: Observed<Attributes>,
        to desired: Desired<Attributes>,
        changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        let rules = SecurityGroupRules(group: observed.identifier, session: session)
        if fields.contains("ingress") {
            try await rules.set(desired.attributes.ingress, isEgress: false, desired)
        }
        if fields.contains("egress") {
            try await rules.set(desired.attributes.egress, isEgress: true, desired)
        }
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
        try await unlessMissing {
            _ = try await session.client.send(DeleteSecurityGroup(groupId: observed.identifier))
        }
    }

    public func settled(_ made: Made, through session: AWSSession) async throws -> Settlement {
        let group = try await session.look(
            at: made.identifier, by: "group-id", { DescribeSecurityGroups(filters: $0) }, \.securityGroups
        ) { $0.groupId }
        return group == nil ? .appearing("security group") : .ready([:])
    }

    /// A group of that name is in the VPC and is not ours: the error names it.
    private func conflict(
        _ request: CreateSecurityGroup,
        _ address: ResourceAddress,
        through session: AWSSession
    ) async throws -> ResourceError {
        let filters = [EC2Filter("group-name", [request.groupName]), EC2Filter("vpc-id", [request.vpcId])]
        let there = try await session.client.collect(DescribeSecurityGroups(filters: filters), \.securityGroups)
        return .conflict(
            CreateSecurityGroup.self,
            "security group",
            named: request.groupName,
            identifier: there.first?.groupId ?? "in \(request.vpcId)",
            wantedBy: address
        )
    }

    public var permissions: KindPermissions { .ec2(Self.requests) }

    static let requests: [any AWSRequest.Type] = [
        DescribeSecurityGroups.self, CreateSecurityGroup.self, DeleteSecurityGroup.self,
        DescribeSecurityGroupRules.self, AuthorizeSecurityGroupIngress.self, AuthorizeSecurityGroupEgress.self,
        RevokeSecurityGroupIngress.self, RevokeSecurityGroupEgress.self, ModifySecurityGroupRules.self,
    ]
}

private struct DescribeSecurityGroups: AWSRequest {
    static let action: AWSAction = "ec2:DescribeSecurityGroups"
    var filters: [EC2Filter]?

    struct Response: Codable, Sendable { var securityGroups: [Item]? }

    struct Item: TaggedItem {
        var groupId: String?
        var groupName: String?
        var description: String?
        var vpcId: String?
        var securityGroupArn: String?
        var ipPermissions: [IpPermission]?
        var ipPermissionsEgress: [IpPermission]?
        var tags: [Tag]?

        var outputs: [Output: String] { securityGroupArn.map { [.arn: $0] } ?? [:] }

        /// The rule with its description, which also stands in the group's own list of permissions.
        func described(_ rule: SecurityRule, isEgress: Bool) -> SecurityRule {
            guard rule.description == nil else { return rule }
            let permissions = (isEgress ? ipPermissionsEgress : ipPermissions) ?? []
            let twins = permissions.flatMap(\.rules).filter { twin in
                var bare = twin
                bare.description = nil
                return bare == rule
            }
            return twins.first { $0.description != nil } ?? rule
        }
    }
}

private struct CreateSecurityGroup: AWSRequest {
    static let action: AWSAction = "ec2:CreateSecurityGroup"
    var vpcId: String
    var groupName: String
    var description: String
    var tagSpecifications: [EC2TagSpecification]

    struct Response: Codable, Sendable {
        var groupId: String?
        var securityGroupArn: String?

        var outputs: [Output: String] { securityGroupArn.map { [.arn: $0] } ?? [:] }
    }
}

private struct DeleteSecurityGroup: AWSRequest {
    static let action: AWSAction = "ec2:DeleteSecurityGroup"
    var groupId: String
    typealias Response = EmptyResponse
}
