import AWSClient
import Model

/// An IAM role with its trust policy, its attached managed policies and its inline policies.
///
/// Its policies are exclusive: one that is attached or put into it by somebody else is a difference.
public struct Role: AWSResourceKind {
    public struct Attributes: Sendable {
        public var roleName: String
        public var trustPolicy: PolicyDocument
        public var managedPolicies: Set<String>
        public var inlinePolicies: [String: PolicyDocument]
        public var path: String
        public var roleDescription: String?
        public var maxSessionDuration: Int?

        public init(
            roleName: String, trustPolicy: PolicyDocument, managedPolicies: Set<String> = [],
            inlinePolicies: [String: PolicyDocument] = [:], path: String = "/", roleDescription: String? = nil,
            maxSessionDuration: Int? = nil
        ) {
            self.roleName = roleName
            self.trustPolicy = trustPolicy
            self.managedPolicies = managedPolicies
            self.inlinePolicies = inlinePolicies
            self.path = path
            self.roleDescription = roleDescription
            self.maxSessionDuration = maxSessionDuration
        }
    }

    public let type: ResourceType = "AWS::IAM::Role"
    public let noun = "Role"
    public let traits = KindTraits()
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field(
            "roleName", \.roleName, .replace, "The name, unique in the account, at most 64 characters",
            staysWhenAdopted: true),
        Field("trustPolicy", \.trustPolicy, .update, "Who may assume it"),
        Field(
            "managedPolicies", \.managedPolicies, .update,
            "The ARNs of the policies attached to it; others are detached"),
        Field("inlinePolicies", \.inlinePolicies, .update, "The policies in it by name; others are taken out"),
        Field("path", \.path, .replace, "The path that its ARN holds before the name", staysWhenAdopted: true),
        Field("roleDescription", \.roleDescription, .update, "A line for people"),
        Field("maxSessionDuration", \.maxSessionDuration, .update, "The longest session in seconds, 3600 to 43200"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.roleName }

    /// One paged read of the whole account, and a second for what it leaves out, if that is managed: one role by name
    /// would cost four calls and more, and a role of ours that nobody declares any more would stay unseen. Where the
    /// account read is denied, the declared and the recorded roles are read by name.
    public func observe(
        _ scope: ObservationScope, through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        do {
            async let listed = settings(scope, through: session)
            let details = try await session.accountRoles(scope.round)
            let settings = try await listed
            return try details.map { detail in
                let name = try required(detail.roleName, "RoleName", of: GetAccountAuthorizationDetails.self)
                return try Self.observed(detail, named: name, settings[name])
            }
        } catch let error as AWSError where error.isAccessDenied && Self.isAccountRead(error.action) {
            let names = scope.declaredNames.union(scope.recorded(type))
            return try await names.sorted().concurrentCompactMap { try await observed(named: $0, through: session) }
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let made = try await session.createUnique(
            CreateRole(desired),
            made: { try Self.made($0.role, of: CreateRole.self) },
            find: { try await find(desired, through: session) })
        let attributes = desired.attributes
        try await attach(attributes.managedPolicies, to: made.identifier, through: session)
        try await put(try Self.documents(desired), into: made.identifier, through: session)
        return made
    }

    /// Gives before it takes, so that nothing that runs is without its rights for a moment.
    public func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        let role = observed.identifier
        let (held, wanted) = (observed.attributes, desired.attributes)
        if fields.contains("trustPolicy") {
            let document = try wanted.trustPolicy.json { reference throws(ResourceError) in try desired.text(reference)
            }
            _ = try await session.client.send(UpdateAssumeRolePolicy(roleName: role, policyDocument: document))
        }
        if fields.contains("managedPolicies") {
            try await attach(wanted.managedPolicies.subtracting(held.managedPolicies), to: role, through: session)
            try await detach(held.managedPolicies.subtracting(wanted.managedPolicies), from: role, through: session)
        }
        if fields.contains("inlinePolicies") {
            let differing = try Self.documents(desired).filter { name, document in
                PolicyDocument(parsing: document).fieldValue != held.inlinePolicies[name]?.fieldValue
            }
            try await put(differing, into: role, through: session)
            let extra = Set(held.inlinePolicies.keys).subtracting(wanted.inlinePolicies.keys)
            try await remove(extra, from: role, through: session)
        }
        if !fields.isDisjoint(with: ["roleDescription", "maxSessionDuration"]) {
            // AWS sets the duration back to its default when it is left out.
            let request = UpdateRole(
                roleName: role, description: wanted.roleDescription ?? held.roleDescription,
                maxSessionDuration: wanted.maxSessionDuration ?? held.maxSessionDuration)
            _ = try await session.client.send(request)
        }
        return Made(role, outputs: observed.outputs)
    }

    public func tag(
        _ observed: Observed<Attributes>, _ tags: [String: String], through session: AWSSession
    ) async throws {
        if tags.isEmpty { return }
        _ = try await session.client.send(TagRole(roleName: observed.identifier, tags: tags.tagList))
    }

    /// AWS deletes only a role that holds no policy, so that what it holds now is taken out first.
    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        let role = observed.identifier
        try await unlessMissing {
            let attached = try await session.client.collect(
                ListAttachedRolePolicies(roleName: role), \.attachedPolicies)
            try await detach(Set(attached.compactMap(\.policyArn)), from: role, through: session)
            let inline = try await session.client.collect(ListRolePolicies(roleName: role), \.policyNames)
            try await remove(Set(inline), from: role, through: session)
            _ = try await session.client.send(DeleteRole(roleName: role))
        }
    }
}
