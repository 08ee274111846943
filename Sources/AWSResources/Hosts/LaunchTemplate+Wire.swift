import AWSClient
import Model

extension LaunchTemplate {
    /// The parameters are AWS's own and public; whoever reads them needs the permission all the same, and for these only:
    /// the account's own may hold secrets.
    public var permissions: KindPermissions {
        .ec2(
            Self.requests,
            bound: [
                PermissionGrant(
                    [GetParameters.action], on: ["arn:{partition}:ssm:{region}::parameter/aws/service/ecs/*"])
            ])
    }

    static let requests: [any AWSRequest.Type] = [
        DescribeLaunchTemplates.self, DescribeLaunchTemplateVersions.self, GetParameters.self,
        CreateLaunchTemplate.self, CreateLaunchTemplateVersion.self, ModifyLaunchTemplate.self,
        DeleteLaunchTemplate.self,
    ]

    struct Description: Codable, Sendable {
        var launchTemplateId: String?
        var launchTemplateName: String?
        var defaultVersionNumber: Int?
        var tags: [Tag]?
    }

    struct Version: Codable, Sendable {
        var launchTemplateId: String?
        var versionNumber: Int?
        var versionDescription: String?
        var launchTemplateData: LaunchTemplateData?

        /// The parameter that named the image, which the description keeps.
        var imageParameter: String? { versionDescription }
    }

    struct DescribeLaunchTemplates: AWSRequest {
        static let action: AWSAction = "ec2:DescribeLaunchTemplates"

        struct Response: Codable, Sendable { var launchTemplates: [Description]? }
    }

    struct DescribeLaunchTemplateVersions: AWSRequest {
        static let action: AWSAction = "ec2:DescribeLaunchTemplateVersions"
        /// nil for all templates.
        var launchTemplateId: String?
        var versions: [String]

        struct Response: Codable, Sendable { var launchTemplateVersions: [Version]? }
    }

    struct GetParameters: AWSRequest {
        static let action: AWSAction = "ssm:GetParameters"
        var names: [String]

        struct Response: Codable, Sendable { var parameters: [Item]? }

        struct Item: Codable, Sendable {
            var name: String?
            var value: String?
        }
    }

    struct CreateLaunchTemplate: AWSRequest {
        static let action: AWSAction = "ec2:CreateLaunchTemplate"
        var launchTemplateName: String
        var versionDescription: String
        var launchTemplateData: LaunchTemplateData
        var tagSpecifications: [EC2TagSpecification]
        var clientToken: String

        struct Response: Codable, Sendable { var launchTemplate: Description? }
    }

    struct CreateLaunchTemplateVersion: AWSRequest {
        static let action: AWSAction = "ec2:CreateLaunchTemplateVersion"
        var launchTemplateId: String
        var versionDescription: String
        var launchTemplateData: LaunchTemplateData
        var clientToken: String

        struct Response: Codable, Sendable { var launchTemplateVersion: Version? }
    }

    struct ModifyLaunchTemplate: AWSRequest {
        static let action: AWSAction = "ec2:ModifyLaunchTemplate"
        var launchTemplateId: String
        /// Its number, or `$Latest`.
        var defaultVersion: String

        typealias Response = EmptyResponse
    }

    struct DeleteLaunchTemplate: AWSRequest {
        static let action: AWSAction = "ec2:DeleteLaunchTemplate"
        var launchTemplateId: String

        typealias Response = EmptyResponse
    }
}

/// The content of a version, as it is described and as it is sent.
struct LaunchTemplateData: Codable, Hashable, Sendable {
    var imageId: String?
    var instanceType: String?
    var keyName: String?
    /// In base64.
    var userData: String?
    var iamInstanceProfile: Profile?
    var securityGroupIds: [String]?
    var metadataOptions: Metadata?
    var instanceMarketOptions: Market?

    init() {}

    /// By its ARN, or by its name as a person may have written it.
    struct Profile: Codable, Hashable, Sendable {
        var arn: String?
        var name: String?

        /// nil for an empty text.
        init?(_ text: String) {
            if text.isEmpty { return nil }
            if text.hasPrefix("arn:") { arn = text } else { name = text }
        }

        var text: String { arn ?? name ?? "" }
    }

    struct Metadata: Codable, Hashable, Sendable {
        var httpTokens: String?
        var httpEndpoint: String?
        var httpPutResponseHopLimit: Int?
    }

    struct Market: Codable, Hashable, Sendable {
        var marketType: String?
    }
}
