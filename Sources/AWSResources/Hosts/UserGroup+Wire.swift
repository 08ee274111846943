import AWSClient
import Model

extension UserGroup {
    /// A group's ARN holds its path.
    public var permissions: KindPermissions {
        KindPermissions(
            sending: Self.requests,
            on: [
                "arn:{partition}:iam::{account}:group/{prefix}-*",
                "arn:{partition}:iam::{account}:group/plumbline/*/{prefix}-*",
            ])
    }

    static let requests: [any AWSRequest.Type] = [
        GetAccountAuthorizationDetails.self, GetGroup.self, ListAttachedGroupPolicies.self, ListGroupPolicies.self,
        GetGroupPolicy.self,
        CreateGroup.self, UpdateGroup.self, AttachGroupPolicy.self, DetachGroupPolicy.self, PutGroupPolicy.self,
        DeleteGroupPolicy.self, DeleteGroup.self,
    ]

    // MARK: Parts

    static func observed<R: AWSRequest>(_ group: Detail, of request: R.Type) throws -> Observed<Attributes> {
        let name = try required(group.groupName, "GroupName", of: request)
        let inline = (group.groupPolicyList ?? []).compactMap { policy in
            policy.policyName.map { ($0, PolicyDocument(parsing: policy.policyDocument ?? "")) }
        }
        return Observed(
            identifier: name, name: name,
            attributes: Attributes(
                groupName: name, managedPolicies: Set((group.attachedManagedPolicies ?? []).compactMap(\.policyArn)),
                inlinePolicies: Dictionary(inline) { first, _ in first }),
            outputs: [.arn: try required(group.arn, "Arn", of: request)], tags: GroupPath.tags(of: group.path ?? "/"))
    }

    /// One group by its own calls; nil when it is not there.
    func observed(named name: String, through session: AWSSession) async throws -> Observed<Attributes>? {
        try await unlessMissing {
            let client = session.client
            let group = try required(try await client.send(GetGroup(groupName: name)).group, "Group", of: GetGroup.self)
            let attached = try await client.collect(ListAttachedGroupPolicies(groupName: name), \.attachedPolicies)
            let inline = try await client.collect(ListGroupPolicies(groupName: name), \.policyNames)
            let policies = try await inline.concurrentCompactMap { policy in
                try await unlessMissing {
                    try await client.send(GetGroupPolicy(groupName: name, policyName: policy))
                }.map { InlinePolicy(policyName: policy, policyDocument: $0.policyDocument) }
            }
            return try Self.observed(
                Detail(
                    groupName: name, path: group.path, arn: group.arn, groupPolicyList: policies,
                    attachedManagedPolicies: attached), of: GetGroup.self)
        }
    }

    static func made<R: AWSRequest>(_ group: Description?, of request: R.Type) throws -> Made {
        let name = try required(group?.groupName, "GroupName", of: request)
        return Made(name, outputs: [.arn: try required(group?.arn, "Arn", of: request)])
    }

    /// The group of this name when it belongs to the declaration.
    /// - Throws: `.conflict` when it does not.
    func find(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made? {
        let name = desired.attributes.groupName
        guard let group = try await unlessMissing({ try await session.client.send(GetGroup(groupName: name)).group })
        else { return nil }
        let made = try Self.made(group, of: GetGroup.self)
        guard GroupPath.tags(of: group?.path ?? "/").claimsSame(as: desired.tags) else {
            throw ResourceError.conflict(
                CreateGroup.self, "group", named: name, identifier: made.outputs[.arn] ?? name,
                wantedBy: desired.address)
        }
        return made
    }

    /// The declared inline policies as JSON, by name.
    static func documents(_ desired: Desired<Attributes>) throws -> [String: String] {
        try desired.attributes.inlinePolicies.mapValues { document in
            try document.json { reference throws(ResourceError) in try desired.text(reference) }
        }
    }

    func attach(_ policies: Set<String>, to group: String, through session: AWSSession) async throws {
        for policy in policies.sorted() {
            try await session.whileAppearing {
                _ = try await session.client.send(AttachGroupPolicy(groupName: group, policyArn: policy))
            }
        }
    }

    func detach(_ policies: Set<String>, from group: String, through session: AWSSession) async throws {
        for policy in policies.sorted() {
            try await unlessMissing {
                _ = try await session.client.send(DetachGroupPolicy(groupName: group, policyArn: policy))
            }
        }
    }

    func put(_ documents: [String: String], into group: String, through session: AWSSession) async throws {
        for (name, document) in documents.sorted(by: { $0.key < $1.key }) {
            let request = PutGroupPolicy(groupName: group, policyName: name, policyDocument: document)
            try await session.whileAppearing { _ = try await session.client.send(request) }
        }
    }

    func remove(_ policies: Set<String>, from group: String, through session: AWSSession) async throws {
        for policy in policies.sorted() {
            try await unlessMissing {
                _ = try await session.client.send(DeleteGroupPolicy(groupName: group, policyName: policy))
            }
        }
    }

    // MARK: Wire

    struct Description: Codable, Sendable {
        var groupName: String?
        var path: String?
        var arn: String?
    }

    /// A group as the account read gives it: with its policies.
    struct Detail: Codable, Sendable {
        var groupName: String?
        var path: String?
        var arn: String?
        var groupPolicyList: [InlinePolicy]?
        var attachedManagedPolicies: [AttachedPolicy]?
    }

    struct InlinePolicy: Codable, Sendable {
        var policyName: String?
        var policyDocument: String?
    }

    struct AttachedPolicy: Codable, Sendable {
        var policyArn: String?
    }

    struct GetAccountAuthorizationDetails: AWSRequest {
        static let action: AWSAction = "iam:GetAccountAuthorizationDetails"
        var filter = ["Group"]

        struct Response: Codable, Sendable { var groupDetailList: [Detail]? }
    }

    struct GetGroup: AWSRequest {
        static let action: AWSAction = "iam:GetGroup"
        var groupName: String

        struct Response: Codable, Sendable {
            var group: Description?
            var users: [User]?
        }

        struct User: Codable, Sendable { var userName: String? }
    }

    struct ListAttachedGroupPolicies: AWSRequest {
        static let action: AWSAction = "iam:ListAttachedGroupPolicies"
        var groupName: String

        struct Response: Codable, Sendable { var attachedPolicies: [AttachedPolicy]? }
    }

    struct ListGroupPolicies: AWSRequest {
        static let action: AWSAction = "iam:ListGroupPolicies"
        var groupName: String

        struct Response: Codable, Sendable { var policyNames: [String]? }
    }

    struct GetGroupPolicy: AWSRequest {
        static let action: AWSAction = "iam:GetGroupPolicy"
        var groupName: String
        var policyName: String

        struct Response: Codable, Sendable { var policyDocument: String? }
    }

    struct CreateGroup: AWSRequest {
        static let action: AWSAction = "iam:CreateGroup"
        var groupName: String
        var path: String

        struct Response: Codable, Sendable { var group: Description? }
    }

    struct UpdateGroup: AWSRequest {
        static let action: AWSAction = "iam:UpdateGroup"
        var groupName: String
        var newPath: String

        typealias Response = EmptyResponse
    }

    struct AttachGroupPolicy: AWSRequest {
        static let action: AWSAction = "iam:AttachGroupPolicy"
        var groupName: String
        var policyArn: String

        typealias Response = EmptyResponse
    }

    struct DetachGroupPolicy: AWSRequest {
        static let action: AWSAction = "iam:DetachGroupPolicy"
        var groupName: String
        var policyArn: String

        typealias Response = EmptyResponse
    }

    struct PutGroupPolicy: AWSRequest {
        static let action: AWSAction = "iam:PutGroupPolicy"
        var groupName: String
        var policyName: String
        var policyDocument: String

        typealias Response = EmptyResponse
    }

    struct DeleteGroupPolicy: AWSRequest {
        static let action: AWSAction = "iam:DeleteGroupPolicy"
        var groupName: String
        var policyName: String

        typealias Response = EmptyResponse
    }

    struct DeleteGroup: AWSRequest {
        static let action: AWSAction = "iam:DeleteGroup"
        var groupName: String

        typealias Response = EmptyResponse
    }
}
