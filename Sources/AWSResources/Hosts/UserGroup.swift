import AWSClient
import Model

/// An IAM group of people, with its policies; who is in it is not managed. Its identifier is its name.
///
/// IAM groups carry no tags: whose a group is stands in its path, `/plumbline/{installation}/{fate}/{address}/`. Its
/// policies are exclusive: one that is attached or put into it by somebody else is a difference.
public struct UserGroup: AWSResourceKind {
    public struct Attributes: Sendable {
        public var groupName: String
        public var managedPolicies: Set<String>
        public var inlinePolicies: [String: PolicyDocument]

        public init(
            groupName: String, managedPolicies: Set<String> = [], inlinePolicies: [String: PolicyDocument] = [:]
        ) {
            self.groupName = groupName
            self.managedPolicies = managedPolicies
            self.inlinePolicies = inlinePolicies
        }
    }

    public let type: ResourceType = "AWS::IAM::Group"
    public let noun = "UserGroup"
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("groupName", \.groupName, .replace, "The name, unique in the account", staysWhenAdopted: true),
        Field(
            "managedPolicies", \.managedPolicies, .update,
            "The ARNs of the policies attached to it; others are detached"),
        Field("inlinePolicies", \.inlinePolicies, .update, "The policies in it by name; others are taken out"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.groupName }

    /// One paged read of all groups with their policies. Where it is denied, the declared and the recorded groups are
    /// read by name.
    public func observe(
        _ scope: ObservationScope, through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        do {
            return try await session.client.collect(GetAccountAuthorizationDetails(), \.groupDetailList)
                .map { try Self.observed($0, of: GetAccountAuthorizationDetails.self) }
        } catch let error as AWSError where error.isAccessDenied {
            let names = scope.declaredNames.union(scope.recorded(type))
            return try await names.sorted().concurrentCompactMap { try await observed(named: $0, through: session) }
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let wanted = desired.attributes
        let made = try await session.createOnce(
            CreateGroup(groupName: wanted.groupName, path: GroupPath.path(desired.tags)),
            made: { try Self.made($0.group, of: CreateGroup.self) },
            find: { try await find(desired, through: session) })
        try await attach(wanted.managedPolicies, to: made.identifier, through: session)
        try await put(try Self.documents(desired), into: made.identifier, through: session)
        return made
    }

    public func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        let (name, held, wanted) = (observed.identifier, observed.attributes, desired.attributes)
        if fields.contains("managedPolicies") {
            try await attach(wanted.managedPolicies.subtracting(held.managedPolicies), to: name, through: session)
            try await detach(held.managedPolicies.subtracting(wanted.managedPolicies), from: name, through: session)
        }
        if fields.contains("inlinePolicies") {
            let differing = try Self.documents(desired).filter { policy, document in
                PolicyDocument(parsing: document).fieldValue != held.inlinePolicies[policy]?.fieldValue
            }
            try await put(differing, into: name, through: session)
            let extra = Set(held.inlinePolicies.keys).subtracting(wanted.inlinePolicies.keys)
            try await remove(extra, from: name, through: session)
        }
        return Made(name, outputs: observed.outputs)
    }

    /// Moves it to the path that says whose it is, which changes its ARN; other tags have no place.
    public func tag(
        _ observed: Observed<Attributes>, _ tags: [String: String], through session: AWSSession
    ) async throws {
        let all = observed.tags.merging(tags) { $1 }
        let path = GroupPath.path(all)
        guard path != GroupPath.path(observed.tags) else { return }
        _ = try await session.client.send(UpdateGroup(groupName: observed.identifier, newPath: path))
    }

    /// AWS deletes only a group that holds no policy, so that what it holds now is taken out first.
    ///
    /// - Throws: a refusal while people are in it: they would lose their rights without anybody having said so.
    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        let name = observed.identifier
        try await unlessMissing {
            let users = try await session.client.collect(GetGroup(groupName: name), \.users)
            guard users.isEmpty else {
                let people = users.compactMap(\.userName).sorted().prefix(3).joined(separator: ", ")
                throw ResourceError(
                    .refused, operation: DeleteGroup.action.description,
                    message: "the group \(name) has members (\(people)): take them out of it, then run "
                        + "the command again")
            }
            let attached = try await session.client.collect(
                ListAttachedGroupPolicies(groupName: name), \.attachedPolicies)
            try await detach(Set(attached.compactMap(\.policyArn)), from: name, through: session)
            let inline = try await session.client.collect(ListGroupPolicies(groupName: name), \.policyNames)
            try await remove(Set(inline), from: name, through: session)
            _ = try await session.client.send(DeleteGroup(groupName: name))
        }
    }
}

/// The path of a group that says whose it is.
enum GroupPath {
    private static let root = "plumbline"
    /// At the end of the fate of a group that was taken over under another name.
    private static let adopted = ".adopted"

    /// `/` for a group of nobody.
    static func path(_ tags: [String: String]) -> String {
        guard let installation = tags[OwnershipTag.installation], let address = tags[OwnershipTag.address] else {
            return "/"
        }
        let fate = (tags[OwnershipTag.deletionPolicy] ?? "delete") + (tags[OwnershipTag.adopted] == nil ? "" : adopted)
        return "/\(root)/\(installation)/\(fate)/\(address)/"
    }

    static func tags(of path: String) -> [String: String] {
        let parts = path.split(separator: "/").map(String.init)
        guard parts.count >= 4, parts[0] == root else { return [:] }
        var tags = [
            OwnershipTag.installation: parts[1], OwnershipTag.address: parts[3...].joined(separator: "/"),
        ]
        let fate = parts[2].replacing(adopted, with: "")
        if fate != "delete" { tags[OwnershipTag.deletionPolicy] = fate }
        if fate != parts[2] { tags[OwnershipTag.adopted] = "groupName" }
        return tags
    }
}
