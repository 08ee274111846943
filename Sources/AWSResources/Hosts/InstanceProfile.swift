import AWSClient
import Model

/// What hands an IAM role to the EC2 instances that are started with it. Its identifier is its name.
public struct InstanceProfile: AWSResourceKind {
    public struct Attributes: Sendable {
        public var profileName: String
        /// The role's name; AWS allows one.
        public var role: Reference
        public var path: String

        public init(profileName: String, role: Reference, path: String = "/") {
            self.profileName = profileName
            self.role = role
            self.path = path
        }
    }

    public let type: ResourceType = "AWS::IAM::InstanceProfile"
    public let noun = "InstanceProfile"
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("profileName", \.profileName, .replace, "The name, unique in the account", staysWhenAdopted: true),
        Field("role", \.role, .update, "The role that the instances have", pins: true),
        Field("path", \.path, .replace, "The path that its ARN holds before the name", staysWhenAdopted: true),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.profileName }

    /// One list of all. It leaves the tags out, so that those which may be ours are read by name: what is declared, what
    /// was recorded, what is named as every one of ours is, and what hands out a role of ours, for it may have been taken
    /// over under another name.
    public func observe(
        _ scope: ObservationScope, through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        let names = scope.declaredNames.union(scope.recorded(type))
        let listed = try await session.client.collect(ListInstanceProfiles(), \.instanceProfiles)
        let others = listed.filter { !names.contains($0.instanceProfileName ?? "") && $0.role != nil }
        var ours: Set<String> = []
        if !others.isEmpty { ours = try await Role.names(of: scope.installation, scope.round, in: session) }
        let roles = ours
        return try await listed.concurrentCompactMap { profile in
            let name = try required(profile.instanceProfileName, "InstanceProfileName", of: ListInstanceProfiles.self)
            guard names.contains(name) || name.hasSuffix(Self.suffix) || roles.contains(profile.role ?? "") else {
                return try Self.observed(profile, of: ListInstanceProfiles.self)
            }
            return try await Self.look(at: name, through: session)
                .map { try Self.observed($0, of: GetInstanceProfile.self) }
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let wanted = desired.attributes
        let profile = try await session.createOnce(
            CreateInstanceProfile(
                instanceProfileName: wanted.profileName, path: wanted.path, tags: desired.tags.tagList),
            made: { try required($0.instanceProfile, "InstanceProfile", of: CreateInstanceProfile.self) },
            find: { try await find(desired, through: session) })
        try await set(
            try desired.text(wanted.role), in: wanted.profileName, instead: profile.role, through: session)
        return try Self.made(profile, of: CreateInstanceProfile.self)
    }

    public func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        if fields.contains("role") {
            try await set(
                try desired.text(desired.attributes.role), in: observed.identifier,
                instead: observed.attributes.role.text, through: session)
        }
        return Made(observed.identifier, outputs: observed.outputs)
    }

    public func tag(
        _ observed: Observed<Attributes>, _ tags: [String: String], through session: AWSSession
    ) async throws {
        if tags.isEmpty { return }
        _ = try await session.client.send(
            TagInstanceProfile(instanceProfileName: observed.identifier, tags: tags.tagList))
    }

    /// AWS deletes only a profile without a role, so that what it holds now is taken out first.
    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        guard let profile = try await Self.look(at: observed.identifier, through: session) else { return }
        for role in (profile.roles ?? []).compactMap(\.roleName) {
            try await remove(role, from: observed.identifier, through: session)
        }
        try await unlessMissing {
            _ = try await session.client.send(DeleteInstanceProfile(instanceProfileName: observed.identifier))
        }
    }

    // MARK: Parts

    private static let suffix = "-instanceprofile"

    /// Takes the former role out first, because a profile holds one at most.
    private func set(
        _ role: String, in profile: String, instead former: String?, through session: AWSSession
    ) async throws {
        guard role != former else { return }
        if let former, !former.isEmpty { try await remove(former, from: profile, through: session) }
        try await session.whileAppearing {
            _ = try await session.client.send(AddRoleToInstanceProfile(instanceProfileName: profile, roleName: role))
        }
    }

    private func remove(_ role: String, from profile: String, through session: AWSSession) async throws {
        try await unlessMissing {
            _ = try await session.client.send(
                RemoveRoleFromInstanceProfile(instanceProfileName: profile, roleName: role))
        }
    }

    private static func look(at name: String, through session: AWSSession) async throws -> Description? {
        try await unlessMissing {
            let answer = try await session.client.send(GetInstanceProfile(instanceProfileName: name))
            return try required(answer.instanceProfile, "InstanceProfile", of: GetInstanceProfile.self)
        }
    }

    /// The profile of this name when it belongs to the declaration.
    /// - Throws: `.conflict` when it does not.
    private func find(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Description? {
        let name = desired.attributes.profileName
        guard let profile = try await Self.look(at: name, through: session) else { return nil }
        guard [String: String](profile.tags).claimsSame(as: desired.tags) else {
            throw ResourceError.conflict(
                CreateInstanceProfile.self, "instance profile", named: name, identifier: profile.arn ?? name,
                wantedBy: desired.address)
        }
        return profile
    }

    private static func made<R: AWSRequest>(_ profile: Description, of request: R.Type) throws -> Made {
        let name = try required(profile.instanceProfileName, "InstanceProfileName", of: request)
        return Made(name, outputs: [.arn: try required(profile.arn, "Arn", of: request)])
    }

    private static func observed<R: AWSRequest>(
        _ profile: Description, of request: R.Type
    ) throws -> Observed<Attributes> {
        let made = try made(profile, of: request)
        return Observed(
            identifier: made.identifier, name: made.identifier,
            attributes: Attributes(
                profileName: made.identifier, role: .known(profile.role ?? ""), path: profile.path ?? "/"),
            outputs: made.outputs, tags: [String: String](profile.tags))
    }
}

// MARK: - Wire

extension InstanceProfile {
    public var permissions: KindPermissions {
        KindPermissions(
            sending: Self.requests, on: ["arn:{partition}:iam::{account}:instance-profile/{prefix}-*"],
            reads: [Role.GetAccountAuthorizationDetails.action],
            with: [.passingRoles(to: "ec2.amazonaws.com")])
    }

    static let requests: [any AWSRequest.Type] = [
        ListInstanceProfiles.self, GetInstanceProfile.self, CreateInstanceProfile.self, AddRoleToInstanceProfile.self,
        RemoveRoleFromInstanceProfile.self, TagInstanceProfile.self, DeleteInstanceProfile.self,
    ]

    struct Description: Codable, Sendable {
        var instanceProfileName: String?
        var path: String?
        var arn: String?
        var roles: [Role]?
        /// Absent in a list.
        var tags: [Tag]?

        var role: String? { roles?.first?.roleName }

        struct Role: Codable, Sendable {
            var roleName: String?
        }
    }

    struct Answer: Codable, Sendable {
        var instanceProfile: Description?
    }

    struct ListInstanceProfiles: AWSRequest {
        static let action: AWSAction = "iam:ListInstanceProfiles"

        struct Response: Codable, Sendable {
            var instanceProfiles: [Description]?
        }
    }

    struct GetInstanceProfile: AWSRequest {
        static let action: AWSAction = "iam:GetInstanceProfile"
        var instanceProfileName: String

        typealias Response = Answer
    }

    struct CreateInstanceProfile: AWSRequest {
        static let action: AWSAction = "iam:CreateInstanceProfile"
        var instanceProfileName: String
        var path: String
        var tags: [Tag]

        typealias Response = Answer
    }

    struct AddRoleToInstanceProfile: AWSRequest {
        static let action: AWSAction = "iam:AddRoleToInstanceProfile"
        var instanceProfileName: String
        var roleName: String

        typealias Response = EmptyResponse
    }

    struct RemoveRoleFromInstanceProfile: AWSRequest {
        static let action: AWSAction = "iam:RemoveRoleFromInstanceProfile"
        var instanceProfileName: String
        var roleName: String

        typealias Response = EmptyResponse
    }

    struct TagInstanceProfile: AWSRequest {
        static let action: AWSAction = "iam:TagInstanceProfile"
        var instanceProfileName: String
        var tags: [Tag]

        typealias Response = EmptyResponse
    }

    struct DeleteInstanceProfile: AWSRequest {
        static let action: AWSAction = "iam:DeleteInstanceProfile"
        var instanceProfileName: String

        typealias Response = EmptyResponse
    }
}
