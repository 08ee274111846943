import AWSClient
import Model

extension Instance {
    /// Parameters may hold secrets: only AWS's own may be read, which belong to no account.
    public var permissions: KindPermissions {
        let images = PermissionGrant(
            [GetParameter.action], on: ["arn:{partition}:ssm:{region}::parameter/aws/service/*"])
        return KindPermissions(
            sending: Self.requests.filter { $0.action != GetParameter.action } + [CreateTags.self],
            with: [images, .passingRoles(to: "ec2.amazonaws.com")])
    }

    static let requests: [any AWSRequest.Type] = [
        DescribeInstances.self, DescribeInstanceTypes.self, DescribeImages.self, GetParameter.self, RunInstances.self,
        StartInstances.self, StopInstances.self, TerminateInstances.self, ModifyInstanceAttribute.self,
        ModifyInstanceMetadataOptions.self, DescribeIamInstanceProfileAssociations.self,
        AssociateIamInstanceProfile.self, ReplaceIamInstanceProfileAssociation.self,
    ]
}

extension Instance {
    struct DescribeInstances: AWSRequest {
        static let action: AWSAction = "ec2:DescribeInstances"
        var filters: [EC2Filter]?

        struct Response: Codable, Sendable {
            var reservations: [Reservation]?

            var instances: [Item]? { reservations?.flatMap { $0.instances ?? [] } }
        }

        struct Reservation: Codable, Sendable { var instances: [Item]? }

        struct Item: TaggedItem {
            var instanceId: String?
            var instanceType: String?
            var subnetId: String?
            var keyName: String?
            var state: State?
            var stateReason: Reason?
            var securityGroups: [Group]?
            var metadataOptions: MetadataOptions?
            var iamInstanceProfile: Profile?
            var tags: [Tag]?

            var stateName: String { state?.name ?? "unknown" }
            var isGoing: Bool { stateName == "shutting-down" || stateName == "terminated" }
            var isResting: Bool { stateName == "running" || stateName == "stopped" }
            /// The state that it is in or on its way to.
            var restingState: String { stateName == "stopped" || stateName == "stopping" ? "stopped" : "running" }
            /// The end of `arn:aws:iam::123456789012:instance-profile/path/name`.
            var profileName: String? { iamInstanceProfile?.arn?.split(separator: "/").last.map(String.init) }

            var failure: String {
                "the instance \(instanceId ?? "") is \(stateName): \(stateReason?.message ?? "AWS gives no reason"); see "
                    + "to it and run the command again, which makes another"
            }
        }

        struct State: Codable, Sendable { var name: String? }
        struct Reason: Codable, Sendable { var message: String? }
        struct Group: Codable, Sendable { var groupId: String? }
        struct MetadataOptions: Codable, Sendable { var httpTokens: String? }
        struct Profile: Codable, Sendable { var arn: String? }
    }

    struct DescribeInstanceTypes: AWSRequest {
        static let action: AWSAction = "ec2:DescribeInstanceTypes"
        var instanceTypes: [String]

        struct Response: Codable, Sendable { var instanceTypes: [Item]? }
        struct Item: Codable, Sendable { var processorInfo: Processor? }
        struct Processor: Codable, Sendable { var supportedArchitectures: [String]? }
    }

    struct DescribeImages: AWSRequest {
        static let action: AWSAction = "ec2:DescribeImages"
        var imageIds: [String]

        struct Response: Codable, Sendable { var images: [Item]? }
        struct Item: Codable, Sendable {
            var rootDeviceName: String?
            var blockDeviceMappings: [Disk]?
        }
        struct Disk: Codable, Sendable {
            var deviceName: String?
            var ebs: Volume?
        }
        struct Volume: Codable, Sendable { var volumeSize: Int? }
    }

    struct GetParameter: AWSRequest {
        static let action: AWSAction = "ssm:GetParameter"
        var name: String

        struct Response: Codable, Sendable { var parameter: Content? }
        struct Content: Codable, Sendable { var value: String? }
    }

    struct RunInstances: AWSRequest {
        static let action: AWSAction = "ec2:RunInstances"
        var imageId: String
        var instanceType: String
        var minCount = 1
        var maxCount = 1
        var subnetId: String
        var securityGroupIds: [String]
        var keyName: String?
        var iamInstanceProfile: InstanceProfileName?
        var metadataOptions: Metadata
        var blockDeviceMappings: [Disk]
        var clientToken: String
        var tagSpecifications: [EC2TagSpecification]

        struct Response: Codable, Sendable { var instances: [Item]? }
        struct Item: Codable, Sendable { var instanceId: String? }

        struct Metadata: Codable, Sendable {
            var httpTokens: String
            var httpEndpoint: String
        }

        struct Disk: Codable, Sendable {
            var deviceName: String
            var ebs: Volume
        }

        struct Volume: Codable, Sendable {
            var encrypted: Bool
            var deleteOnTermination: Bool
            var volumeSize: Int?
            var volumeType: String
        }

        init(_ desired: Desired<Attributes>, image: Image) throws(ResourceError) {
            let wanted = desired.attributes
            imageId = image.id
            instanceType = wanted.instanceType
            subnetId = try desired.text(wanted.subnet)
            securityGroupIds = try desired.texts(wanted.securityGroups).sorted()
            keyName = try desired.text(wanted.keyName)
            iamInstanceProfile = try desired.text(wanted.instanceProfile).map { InstanceProfileName(name: $0) }
            metadataOptions = Metadata(httpTokens: wanted.httpTokens, httpEndpoint: "enabled")
            let volume = Volume(
                encrypted: wanted.encryptedRoot ?? true, deleteOnTermination: true, volumeSize: image.rootSize,
                volumeType: "gp3")
            blockDeviceMappings = [Disk(deviceName: image.rootDevice, ebs: volume)]
            clientToken = desired.token
            // The disk is a part of the instance: its costs are told by the tags, and nobody owns it by itself.
            let costs = desired.tags.filter { !$0.key.hasPrefix("plumbline:") }
            tagSpecifications = [
                EC2TagSpecification("instance", desired.tags), EC2TagSpecification("volume", costs),
            ]
        }
    }

    struct StartInstances: AWSRequest {
        static let action: AWSAction = "ec2:StartInstances"
        var instanceIds: [String]
        typealias Response = EmptyResponse
    }

    struct StopInstances: AWSRequest {
        static let action: AWSAction = "ec2:StopInstances"
        var instanceIds: [String]
        typealias Response = EmptyResponse
    }

    struct TerminateInstances: AWSRequest {
        static let action: AWSAction = "ec2:TerminateInstances"
        var instanceIds: [String]
        typealias Response = EmptyResponse
    }

    /// AWS takes one attribute in a call.
    struct ModifyInstanceAttribute: AWSRequest {
        static let action: AWSAction = "ec2:ModifyInstanceAttribute"
        var instanceId: String
        var instanceType: Text?
        var groups: [String]?
        typealias Response = EmptyResponse

        struct Text: Codable, Sendable { var value: String }
    }

    struct ModifyInstanceMetadataOptions: AWSRequest {
        static let action: AWSAction = "ec2:ModifyInstanceMetadataOptions"
        var instanceId: String
        var httpTokens: String
        var httpEndpoint: String
        typealias Response = EmptyResponse
    }
}

/// An instance profile, by its name.
struct InstanceProfileName: Codable, Sendable { var name: String }

struct DescribeIamInstanceProfileAssociations: AWSRequest {
    static let action: AWSAction = "ec2:DescribeIamInstanceProfileAssociations"
    var filters: [EC2Filter]

    struct Response: Codable, Sendable { var iamInstanceProfileAssociations: [Item]? }
    struct Item: Codable, Sendable {
        var associationId: String?
        var state: String?
    }
}

struct AssociateIamInstanceProfile: AWSRequest {
    static let action: AWSAction = "ec2:AssociateIamInstanceProfile"
    var instanceId: String
    var iamInstanceProfile: InstanceProfileName
    typealias Response = EmptyResponse
}

struct ReplaceIamInstanceProfileAssociation: AWSRequest {
    static let action: AWSAction = "ec2:ReplaceIamInstanceProfileAssociation"
    var associationId: String
    var iamInstanceProfile: InstanceProfileName
    typealias Response = EmptyResponse
}
