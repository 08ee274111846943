import AWSClient
import Model

extension AutoScalingGroup {
    /// AWS starts instances by the launch template in the caller's name
    /// (https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-launch-template-permissions.html).
    public var permissions: KindPermissions {
        let groups = "arn:{partition}:autoscaling:{region}:{account}:autoScalingGroup:*:autoScalingGroupName/{prefix}-*"
        return KindPermissions(
            sending: Self.requests, on: [groups],
            with: [
                PermissionGrant(["ec2:RunInstances", "ec2:CreateTags"], on: ["*"]),
                .passingRoles(to: "ec2.amazonaws.com"), .serviceLinkedRole(of: "autoscaling.amazonaws.com"),
            ])
    }

    static let requests: [any AWSRequest.Type] = [
        DescribeAutoScalingGroups.self, DescribeInstanceRefreshes.self, DescribeScalingActivities.self,
        CreateAutoScalingGroup.self,
        UpdateAutoScalingGroup.self, CreateOrUpdateTags.self, StartInstanceRefresh.self, CancelInstanceRefresh.self,
        SetInstanceProtection.self, DeleteAutoScalingGroup.self,
    ]

    static func observed(_ group: Description) throws -> Observed<Attributes> {
        let name = try required(group.autoScalingGroupName, "AutoScalingGroupName", of: DescribeAutoScalingGroups.self)
        let arn = try required(group.autoScalingGroupARN, "AutoScalingGroupARN", of: DescribeAutoScalingGroups.self)
        let tags = group.tags ?? []
        let subnets = (group.vpcZoneIdentifier ?? "").split(separator: ",")
        return Observed(
            identifier: name, name: name,
            attributes: Attributes(
                groupName: name, minSize: group.minSize ?? 0, maxSize: group.maxSize ?? 0,
                initialSize: group.desiredCapacity, launchTemplate: .known(group.template),
                subnets: Set(subnets.map { .known(String($0)) }),
                protectsNewInstances: group.newInstancesProtectedFromScaleIn ?? false,
                propagatesTags: Dictionary(
                    tags.compactMap { tag in tag.key.map { ($0, tag.propagateAtLaunch ?? false) } },
                    uniquingKeysWith: { first, _ in first })),
            outputs: [.arn: arn],
            tags: Dictionary(
                tags.compactMap { tag in tag.key.map { ($0, tag.value ?? "") } },
                uniquingKeysWith: { first, _ in first }))
    }

    struct Description: Codable, Sendable {
        var autoScalingGroupName: String?
        var autoScalingGroupARN: String?
        var launchConfigurationName: String?
        var launchTemplate: TemplateVersion?
        var minSize: Int?
        var maxSize: Int?
        var desiredCapacity: Int?
        var instances: [Instance]?
        var vpcZoneIdentifier: String?
        /// Only while it is being deleted.
        var status: String?
        var tags: [GroupTag]?
        var newInstancesProtectedFromScaleIn: Bool?

        struct Instance: Codable, Sendable {
            var instanceId: String?
            var lifecycleState: String?
            var launchConfigurationName: String?
            var protectedFromScaleIn: Bool?
        }

        /// What its instances are started by. As long as there are instances of a launch configuration that is what
        /// counts, though the group may name a template by now.
        var template: String {
            let configuration = launchConfigurationName ?? instances?.compactMap(\.launchConfigurationName).first
            if let configuration { return Attributes.naming(configuration: configuration) }
            return launchTemplate.map { "\($0.launchTemplateId ?? ""):\($0.version ?? "$Default")" } ?? ""
        }
    }

    /// A launch template and one of its versions.
    struct TemplateVersion: Codable, Sendable, Hashable {
        var launchTemplateId: String?
        var version: String?

        /// - Parameter text: `lt-…:3`; nil for anything else.
        init?(_ text: String) {
            let parts = text.split(separator: ":")
            guard parts.count == 2, parts[0].hasPrefix("lt-") else { return nil }
            launchTemplateId = String(parts[0])
            version = String(parts[1])
        }

        /// Whether the version is a number, and not what is the latest or the default one at the time.
        var isNumbered: Bool { version.flatMap { Int($0) } != nil }
    }

    struct GroupTag: Codable, Sendable {
        var resourceId: String?
        var resourceType: String?
        var key: String?
        var value: String?
        var propagateAtLaunch: Bool?

        /// - Parameter propagates: whether new instances get it; by default all do but the ownership tags.
        init(_ group: String, _ key: String, _ value: String, propagates: Bool? = nil) {
            resourceId = group
            resourceType = "auto-scaling-group"
            self.key = key
            self.value = value
            propagateAtLaunch = propagates ?? !key.hasPrefix("plumbline:")
        }
    }

    struct DesiredConfiguration: Codable, Sendable {
        var launchTemplate: TemplateVersion?
    }

    struct DescribeAutoScalingGroups: AWSRequest {
        static let action: AWSAction = "autoscaling:DescribeAutoScalingGroups"
        var autoScalingGroupNames: [String]?

        struct Response: Codable, Sendable { var autoScalingGroups: [Description]? }
    }

    struct CreateAutoScalingGroup: AWSRequest {
        static let action: AWSAction = "autoscaling:CreateAutoScalingGroup"
        var autoScalingGroupName: String
        var minSize: Int
        var maxSize: Int
        var desiredCapacity: Int
        var launchTemplate: TemplateVersion?
        var vpcZoneIdentifier: String
        var newInstancesProtectedFromScaleIn: Bool
        var tags: [GroupTag]

        typealias Response = EmptyResponse

        init(_ desired: Desired<Attributes>) throws(ResourceError) {
            let wanted = desired.attributes
            autoScalingGroupName = wanted.groupName
            minSize = wanted.minSize
            maxSize = wanted.maxSize
            desiredCapacity = wanted.initialSize ?? wanted.minSize
            launchTemplate = TemplateVersion(try desired.text(wanted.launchTemplate))
            vpcZoneIdentifier = try desired.texts(wanted.subnets).sorted().joined(separator: ",")
            newInstancesProtectedFromScaleIn = wanted.protectsNewInstances
            tags = desired.tags.sorted { $0.key < $1.key }.map { key, value in
                GroupTag(wanted.groupName, key, value, propagates: wanted.propagatesTags[key])
            }
        }
    }

    /// Only what changes is sent.
    struct UpdateAutoScalingGroup: AWSRequest {
        static let action: AWSAction = "autoscaling:UpdateAutoScalingGroup"
        var autoScalingGroupName: String
        var launchTemplate: TemplateVersion?
        var minSize: Int?
        var maxSize: Int?
        var desiredCapacity: Int?
        var vpcZoneIdentifier: String?
        var newInstancesProtectedFromScaleIn: Bool?

        typealias Response = EmptyResponse

        init(autoScalingGroupName: String, launchTemplate: TemplateVersion) {
            self.autoScalingGroupName = autoScalingGroupName
            self.launchTemplate = launchTemplate
        }

        init(emptying group: String) {
            autoScalingGroupName = group
            minSize = 0
            desiredCapacity = 0
            newInstancesProtectedFromScaleIn = false
        }

        init(_ group: String, _ desired: Desired<Attributes>, changing fields: Set<String>) throws(ResourceError) {
            let wanted = desired.attributes
            autoScalingGroupName = group
            // Both bounds, so that neither passes the other on the way.
            if !fields.isDisjoint(with: ["minSize", "maxSize"]) {
                minSize = wanted.minSize
                maxSize = wanted.maxSize
            }
            if fields.contains("subnets") {
                vpcZoneIdentifier = try desired.texts(wanted.subnets).sorted().joined(separator: ",")
            }
            if fields.contains("protectsNewInstances") {
                newInstancesProtectedFromScaleIn = wanted.protectsNewInstances
            }
        }
    }

    struct CreateOrUpdateTags: AWSRequest {
        static let action: AWSAction = "autoscaling:CreateOrUpdateTags"
        var tags: [GroupTag]

        typealias Response = EmptyResponse
    }

    struct SetInstanceProtection: AWSRequest {
        static let action: AWSAction = "autoscaling:SetInstanceProtection"
        var autoScalingGroupName: String
        var instanceIds: [String]
        var protectedFromScaleIn: Bool

        typealias Response = EmptyResponse
    }

    struct DeleteAutoScalingGroup: AWSRequest {
        static let action: AWSAction = "autoscaling:DeleteAutoScalingGroup"
        var autoScalingGroupName: String
        var forceDelete: Bool

        typealias Response = EmptyResponse
    }

    struct DescribeInstanceRefreshes: AWSRequest {
        static let action: AWSAction = "autoscaling:DescribeInstanceRefreshes"
        var autoScalingGroupName: String
        var instanceRefreshIds: [String]?

        struct Response: Codable, Sendable { var instanceRefreshes: [Refresh]? }
    }

    /// The newest come first.
    struct DescribeScalingActivities: AWSRequest {
        static let action: AWSAction = "autoscaling:DescribeScalingActivities"
        var autoScalingGroupName: String
        var maxRecords: Int

        struct Response: Codable, Sendable { var activities: [Activity]? }
    }

    struct StartInstanceRefresh: AWSRequest {
        static let action: AWSAction = "autoscaling:StartInstanceRefresh"
        var autoScalingGroupName: String
        var strategy = "Rolling"
        var desiredConfiguration: DesiredConfiguration?
        var preferences: Preferences

        struct Response: Codable, Sendable { var instanceRefreshId: String? }

        struct Preferences: Codable, Sendable {
            /// Percent; with more than 100 allowed, an instance is started before another is ended.
            var minHealthyPercentage = 100
            var maxHealthyPercentage = 110
            /// Instances that are what they should be stay.
            var skipMatching = true
            /// All are protected while tasks run on them; ECS moves these first.
            var scaleInProtectedInstances = "Refresh"
            var autoRollback: Bool?

            init(autoRollback: Bool?) { self.autoRollback = autoRollback }
        }
    }

    struct CancelInstanceRefresh: AWSRequest {
        static let action: AWSAction = "autoscaling:CancelInstanceRefresh"
        var autoScalingGroupName: String

        typealias Response = EmptyResponse
    }
}

extension Output {
    /// The instance refresh that the last change of a group started.
    static let refresh: Output = "refresh"
}

extension AWSSession {
    /// Repeats a call while EC2 does not see the instance profile yet that a launch template names.
    ///
    /// Profiles reach EC2 some seconds after they were made. The last answer counts.
    func whileTemplateIsUsable<Result>(_ call: () async throws -> Result) async throws -> Result {
        try await repeating(while: \.tellsOfMissingProfile, call)
    }
}

extension AWSError {
    /// Auto Scaling has no code of its own for it.
    fileprivate var tellsOfMissingProfile: Bool {
        guard code == "ValidationError" else { return false }
        let text = message.lowercased()
        return text.contains("iaminstanceprofile") || text.contains("iam instance profile")
    }
}
