import AWSClient
import Model

/// The rules of one security group, and how they become what is desired.
struct SecurityGroupRules: Sendable {
    let group: String
    let session: AWSSession

    /// Makes one direction's rules exactly the desired ones, apart from those that are resources of their own.
    ///
    /// New rules come before old ones go, so that traffic which stays allowed is never cut. When somebody adds one of
    /// the rules meanwhile, AWS refuses the whole call: the rules are read again.
    /// - Parameter known: the group's rules, when they were read just now.
    func set<Attributes>(
        _ wanted: Set<SecurityRule>,
        isEgress: Bool,
        _ desired: Desired<Attributes>,
        from known: [DescribeSecurityGroupRules.Item]? = nil
    ) async throws {
        let wanted = try wanted.map { try resolved($0, desired) }
        var known = known
        for _ in 1..<Self.attempts {
            do {
                return try await setOnce(wanted, isEgress: isEgress, from: known)
            } catch let error as AWSError where error.code == "InvalidPermission.Duplicate" {
                known = nil
            }
        }
        try await setOnce(wanted, isEgress: isEgress, from: nil)
    }

    /// The rules of a new group; waits a moment for the one that AWS puts into every group.
    func waitForTheFirst() async throws -> [DescribeSecurityGroupRules.Item] {
        for pause in Self.pauses {
            let current = try await current()
            if !current.isEmpty { return current }
            try await Task.sleep(for: pause)
        }
        return try await current()
    }

    /// Looks that are wanted at the same time share a call.
    func current() async throws -> [DescribeSecurityGroupRules.Item] {
        let key = "ec2:DescribeSecurityGroupRules by group-id"
        return try await session.sharedReads.read(group, of: key, atOnce: EC2Filter.mostValues) { [session] groups in
            let request = DescribeSecurityGroupRules(filters: [EC2Filter("group-id", groups)])
            return Dictionary(grouping: try await session.client.collect(request, \.securityGroupRules)) {
                $0.groupId ?? ""
            }
        } ?? []
    }

    private func setOnce(
        _ wanted: [SecurityRule], isEgress: Bool, from known: [DescribeSecurityGroupRules.Item]?
    ) async throws {
        let all = if let known { known } else { try await current() }
        let current = all.filter { ($0.isEgress == true) == isEgress && !$0.isResource }
        let existing = Dictionary(current.map { ($0.rule.undescribed, $0) }) { first, _ in first }
        let keys = Set(wanted.map(\.undescribed))
        let missing = wanted.filter { existing[$0.undescribed] == nil }
        try await authorize(missing, isEgress: isEgress)
        let renamed = wanted.compactMap { rule -> RuleUpdate? in
            guard let item = existing[rule.undescribed], item.rule.description != rule.description else { return nil }
            return item.securityGroupRuleId.map { RuleUpdate(securityGroupRuleId: $0, securityGroupRule: .init(rule)) }
        }
        if !renamed.isEmpty {
            _ = try await session.client.send(ModifySecurityGroupRules(groupId: group, securityGroupRules: renamed))
        }
        let superfluous = current.filter { !keys.contains($0.rule.undescribed) }.compactMap(\.securityGroupRuleId)
        try await revoke(superfluous.sorted(), isEgress: isEgress)
    }

    private func authorize(_ rules: [SecurityRule], isEgress: Bool) async throws {
        guard !rules.isEmpty else { return }
        let permissions = rules.map { IpPermission($0) }
        try await session.whileAppearing {
            if isEgress {
                _ = try await session.client.send(
                    AuthorizeSecurityGroupEgress(groupId: group, ipPermissions: permissions)
                )
            } else {
                _ = try await session.client.send(
                    AuthorizeSecurityGroupIngress(groupId: group, ipPermissions: permissions)
                )
            }
        }
    }

    private func revoke(_ ids: [String], isEgress: Bool) async throws {
        guard !ids.isEmpty else { return }
        try await unlessMissing {
            if isEgress {
                _ = try await session.client.send(
                    RevokeSecurityGroupEgress(groupId: group, securityGroupRuleIds: ids)
                )
            } else {
                _ = try await session.client.send(
                    RevokeSecurityGroupIngress(groupId: group, securityGroupRuleIds: ids)
                )
            }
        }
    }

    /// The rule with its reference filled in. A group may name itself.
    private func resolved<Attributes>(
        _ rule: SecurityRule,
        _ desired: Desired<Attributes>
    ) throws(ResourceError) -> SecurityRule {
        var rule = rule.canonical
        if case .group(let reference) = rule.source {
            let own = reference.resolved { address, output in
                address == desired.address && output == .id ? group : nil
            }
            rule.source = .group(.known(try desired.text(own)))
        }
        return rule
    }

    private static let attempts = 3
    private static let pauses: [Duration] = [.milliseconds(500), .seconds(1), .seconds(2)]
}

extension SecurityRule {
    /// What AWS tells rules apart by: everything but the description.
    var undescribed: SecurityRule {
        var rule = self
        rule.description = nil
        return rule
    }
}

extension AWSSession {
    /// Every rule of every security group of the region, for the groups and for the rules that are resources.
    func securityGroupRules(_ round: ObservationRound) async throws -> [DescribeSecurityGroupRules.Item] {
        try await round.once("ec2:DescribeSecurityGroupRules") {
            try await client.collect(DescribeSecurityGroupRules(), \.securityGroupRules)
        }
    }
}
