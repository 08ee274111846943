import AWSClient
import Model

extension Role {
    /// AWS's default, which it fills in.
    private static let defaultSessionDuration = 3600

    static func isAccountRead(_ action: AWSAction) -> Bool {
        action == GetAccountAuthorizationDetails.action || action == ListRoles.action
    }

    /// The roles of an installation, by name; none where the account may not be read.
    static func names(of installation: String, _ round: ObservationRound, in session: AWSSession) async throws
        -> Set<String>
    {
        do {
            let ours = try await session.accountRoles(round).filter {
                [String: String]($0.tags)[OwnershipTag.installation] == installation
            }
            return Set(ours.compactMap(\.roleName))
        } catch let error as AWSError where error.isAccessDenied {
            return []
        }
    }

    /// Descriptions and session durations, by role name, while some declaration manages them.
    func settings(_ scope: ObservationScope, through session: AWSSession) async throws -> [String: Description] {
        if scope.managedFields.isDisjoint(with: ["roleDescription", "maxSessionDuration"]) { return [:] }
        let roles = try await session.client.collect(ListRoles(), \.roles)
        return Dictionary(roles.compactMap { role in role.roleName.map { ($0, role) } }) { first, _ in first }
    }

    static func observed(
        _ detail: Detail, named name: String, _ settings: Description?
    ) throws -> Observed<Attributes> {
        let arn = try required(detail.arn, "Arn", of: GetAccountAuthorizationDetails.self)
        let inline = (detail.rolePolicyList ?? []).compactMap { policy in
            policy.policyName.map { ($0, PolicyDocument(parsing: policy.policyDocument ?? "")) }
        }
        return Observed(
            identifier: name, name: name,
            attributes: Attributes(
                roleName: name, trustPolicy: PolicyDocument(parsing: detail.assumeRolePolicyDocument ?? ""),
                managedPolicies: Set((detail.attachedManagedPolicies ?? []).compactMap(\.policyArn)),
                inlinePolicies: Dictionary(inline) { first, _ in first }, path: detail.path ?? "/",
                roleDescription: settings?.description,
                maxSessionDuration: settings.map { $0.maxSessionDuration ?? defaultSessionDuration }),
            outputs: [.arn: arn], tags: [String: String](detail.tags))
    }

    /// One role by its own calls; nil when it is not there.
    func observed(named name: String, through session: AWSSession) async throws -> Observed<Attributes>? {
        try await unlessMissing {
            let client = session.client
            let role = try required(try await client.send(GetRole(roleName: name)).role, "Role", of: GetRole.self)
            let attached = try await client.collect(ListAttachedRolePolicies(roleName: name), \.attachedPolicies)
            let inline = try await client.collect(ListRolePolicies(roleName: name), \.policyNames)
            let policies = try await inline.concurrentCompactMap { policy in
                try await unlessMissing {
                    try await client.send(GetRolePolicy(roleName: name, policyName: policy))
                }.map { InlinePolicy(policyName: policy, policyDocument: $0.policyDocument) }
            }
            let detail = Detail(
                roleName: name, path: role.path, arn: role.arn,
                assumeRolePolicyDocument: role.assumeRolePolicyDocument, rolePolicyList: policies,
                attachedManagedPolicies: attached, tags: role.tags)
            return try Self.observed(detail, named: name, role)
        }
    }

    /// The role of this name when it belongs to the declaration.
    /// - Throws: `.conflict` when it does not.
    func find(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made? {
        let name = desired.attributes.roleName
        guard let role = try await unlessMissing({ try await session.client.send(GetRole(roleName: name)).role }) else {
            return nil
        }
        let made = try Self.made(role, of: GetRole.self)
        guard [String: String](role?.tags).claimsSame(as: desired.tags) else {
            throw ResourceError.conflict(
                CreateRole.self, "role", named: name, identifier: made.outputs[.arn] ?? name, wantedBy: desired.address)
        }
        return made
    }

    static func made<R: AWSRequest>(_ role: Description?, of request: R.Type) throws -> Made {
        let name = try required(role?.roleName, "RoleName", of: request)
        return Made(name, outputs: [.arn: try required(role?.arn, "Arn", of: request)])
    }

    /// The declared inline policies as JSON, by name.
    static func documents(_ desired: Desired<Attributes>) throws -> [String: String] {
        try desired.attributes.inlinePolicies.mapValues { document in
            try document.json { reference throws(ResourceError) in try desired.text(reference) }
        }
    }

    func attach(_ policies: Set<String>, to role: String, through session: AWSSession) async throws {
        for policy in policies.sorted() {
            try await session.whileAppearing {
                _ = try await session.client.send(AttachRolePolicy(roleName: role, policyArn: policy))
            }
        }
    }

    func detach(_ policies: Set<String>, from role: String, through session: AWSSession) async throws {
        for policy in policies.sorted() {
            try await unlessMissing {
                _ = try await session.client.send(DetachRolePolicy(roleName: role, policyArn: policy))
            }
        }
    }

    func put(_ documents: [String: String], into role: String, through session: AWSSession) async throws {
        for (name, document) in documents.sorted(by: { $0.key < $1.key }) {
            let request = PutRolePolicy(roleName: role, policyName: name, policyDocument: document)
            try await session.whileAppearing { _ = try await session.client.send(request) }
        }
    }

    func remove(_ policies: Set<String>, from role: String, through session: AWSSession) async throws {
        for policy in policies.sorted() {
            try await unlessMissing {
                _ = try await session.client.send(DeleteRolePolicy(roleName: role, policyName: policy))
            }
        }
    }
}

extension AWSSession {
    /// Every role of the account, read once in a round: roles and instance profiles need them.
    func accountRoles(_ round: ObservationRound) async throws -> [Role.Detail] {
        try await round.once("\(Role.GetAccountAuthorizationDetails.action) of roles") {
            try await client.collect(Role.GetAccountAuthorizationDetails(), \.roleDetailList)
        }
    }
}
