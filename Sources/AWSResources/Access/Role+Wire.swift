import AWSClient
import Model

extension Role {
    public var permissions: KindPermissions {
        KindPermissions(
            sending: Self.requests, on: ["arn:{partition}:iam::{account}:role/{prefix}-*"])
    }

    static let requests: [any AWSRequest.Type] = [
        GetAccountAuthorizationDetails.self, ListRoles.self, GetRole.self, ListAttachedRolePolicies.self,
        ListRolePolicies.self, GetRolePolicy.self, CreateRole.self, UpdateRole.self, UpdateAssumeRolePolicy.self,
        AttachRolePolicy.self, DetachRolePolicy.self, PutRolePolicy.self, DeleteRolePolicy.self, TagRole.self,
        DeleteRole.self,
    ]

    /// A role as the account read gives it: with policies and tags, without description and session duration.
    struct Detail: Codable, Sendable {
        var roleName: String?
        var path: String?
        var arn: String?
        var assumeRolePolicyDocument: String?
        var rolePolicyList: [InlinePolicy]?
        var attachedManagedPolicies: [AttachedPolicy]?
        var tags: [Tag]?
    }

    /// A role as it is listed and read by name: without its policies. A list leaves out the tags.
    struct Description: Codable, Sendable {
        var roleName: String?
        var path: String?
        var arn: String?
        var assumeRolePolicyDocument: String?
        var description: String?
        var maxSessionDuration: Int?
        var tags: [Tag]?
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
        var filter = ["Role"]

        struct Response: Codable, Sendable {
            var roleDetailList: [Detail]?
        }
    }

    struct ListRoles: AWSRequest {
        static let action: AWSAction = "iam:ListRoles"

        struct Response: Codable, Sendable {
            var roles: [Description]?
        }
    }

    struct GetRole: AWSRequest {
        static let action: AWSAction = "iam:GetRole"
        var roleName: String

        struct Response: Codable, Sendable {
            var role: Description?
        }
    }

    struct ListAttachedRolePolicies: AWSRequest {
        static let action: AWSAction = "iam:ListAttachedRolePolicies"
        var roleName: String

        struct Response: Codable, Sendable {
            var attachedPolicies: [AttachedPolicy]?
        }
    }

    struct ListRolePolicies: AWSRequest {
        static let action: AWSAction = "iam:ListRolePolicies"
        var roleName: String

        struct Response: Codable, Sendable {
            var policyNames: [String]?
        }
    }

    struct GetRolePolicy: AWSRequest {
        static let action: AWSAction = "iam:GetRolePolicy"
        var roleName: String
        var policyName: String

        struct Response: Codable, Sendable {
            var policyDocument: String?
        }
    }

    struct CreateRole: AWSRequest {
        static let action: AWSAction = "iam:CreateRole"
        var roleName: String
        var path: String
        var assumeRolePolicyDocument: String
        var description: String?
        var maxSessionDuration: Int?
        var tags: [Tag]

        struct Response: Codable, Sendable {
            var role: Description?
        }

        init(_ desired: Desired<Role.Attributes>) throws {
            let attributes = desired.attributes
            roleName = attributes.roleName
            path = attributes.path
            assumeRolePolicyDocument = try attributes.trustPolicy.json { reference throws(ResourceError) in
                try desired.text(reference)
            }
            description = attributes.roleDescription
            maxSessionDuration = attributes.maxSessionDuration
            tags = desired.tags.tagList
        }
    }

    struct UpdateRole: AWSRequest {
        static let action: AWSAction = "iam:UpdateRole"
        var roleName: String
        var description: String?
        var maxSessionDuration: Int?

        typealias Response = EmptyResponse
    }

    struct UpdateAssumeRolePolicy: AWSRequest {
        static let action: AWSAction = "iam:UpdateAssumeRolePolicy"
        var roleName: String
        var policyDocument: String

        typealias Response = EmptyResponse
    }

    struct AttachRolePolicy: AWSRequest {
        static let action: AWSAction = "iam:AttachRolePolicy"
        var roleName: String
        var policyArn: String

        typealias Response = EmptyResponse
    }

    struct DetachRolePolicy: AWSRequest {
        static let action: AWSAction = "iam:DetachRolePolicy"
        var roleName: String
        var policyArn: String

        typealias Response = EmptyResponse
    }

    struct PutRolePolicy: AWSRequest {
        static let action: AWSAction = "iam:PutRolePolicy"
        var roleName: String
        var policyName: String
        var policyDocument: String

        typealias Response = EmptyResponse
    }

    struct DeleteRolePolicy: AWSRequest {
        static let action: AWSAction = "iam:DeleteRolePolicy"
        var roleName: String
        var policyName: String

        typealias Response = EmptyResponse
    }

    struct TagRole: AWSRequest {
        static let action: AWSAction = "iam:TagRole"
        var roleName: String
        var tags: [Tag]

        typealias Response = EmptyResponse
    }

    struct DeleteRole: AWSRequest {
        static let action: AWSAction = "iam:DeleteRole"
        var roleName: String

        typealias Response = EmptyResponse
    }
}
