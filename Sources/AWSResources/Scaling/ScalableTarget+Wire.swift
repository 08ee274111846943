import AWSClient
import Model

extension ScalableTarget {
    /// What AWS wants besides: it looks at the service and changes its number of tasks and the policies' alarms in the
    /// caller's name ("Identity-based policy examples" of Application Auto Scaling). Targets' ARNs end with random text.
    public var permissions: KindPermissions {
        KindPermissions(
            sending: Self.requests, reads: ["ecs:DescribeServices", "cloudwatch:DescribeAlarms"],
            with: [
                PermissionGrant(
                    ["ecs:UpdateService"], on: ["arn:{partition}:ecs:{region}:{account}:service/{prefix}/*"]),
                PermissionGrant(
                    ["cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms"],
                    on: ["arn:{partition}:cloudwatch:{region}:{account}:alarm:TargetTracking-service/{prefix}/*"]),
                .serviceLinkedRole(of: "ecs.application-autoscaling.amazonaws.com"),
            ])
    }

    static let requests: [any AWSRequest.Type] = [
        DescribeScalableTargets.self, DescribeScalingPolicies.self, ListTags.self, RegisterScalableTarget.self,
        PutScalingPolicy.self, DeleteScalingPolicy.self, TagResource.self, DeregisterScalableTarget.self,
    ]

    static let namespace = "ecs"
    static let dimension = "ecs:service:DesiredCount"

    struct Description: Codable, Sendable {
        /// `service/{cluster}/{service}`.
        var resourceId: String?
        var scalableDimension: String?
        var minCapacity: Int?
        var maxCapacity: Int?
        /// Absent on targets that were registered before AWS gave them ARNs, until they are registered again.
        var scalableTargetARN: String?
    }

    struct PolicyDescription: Codable, Sendable {
        var policyName: String?
        var resourceId: String?
        var scalableDimension: String?
        var policyType: String?
        var targetTrackingScalingPolicyConfiguration: TargetTracking?
    }

    struct TargetTracking: Codable, Sendable {
        var targetValue: Double?
        var predefinedMetricSpecification: PredefinedMetric?
        var scaleInCooldown: Int?
        var scaleOutCooldown: Int?
        var disableScaleIn: Bool?
    }

    struct PredefinedMetric: Codable, Sendable {
        var predefinedMetricType: String?
        var resourceLabel: String?
    }

    struct DescribeScalableTargets: AWSRequest {
        static let action: AWSAction = "application-autoscaling:DescribeScalableTargets"
        var serviceNamespace = ScalableTarget.namespace
        var resourceIds: [String]?

        struct Response: Codable, Sendable {
            var scalableTargets: [Description]?
        }
    }

    struct DescribeScalingPolicies: AWSRequest {
        static let action: AWSAction = "application-autoscaling:DescribeScalingPolicies"
        var serviceNamespace = ScalableTarget.namespace
        var resourceId: String?

        struct Response: Codable, Sendable {
            var scalingPolicies: [PolicyDescription]?
        }
    }

    struct ListTags: AWSRequest {
        static let action: AWSAction = "application-autoscaling:ListTagsForResource"
        var resourceARN: String

        struct Response: Codable, Sendable {
            var tags: [String: String]?
        }
    }

    /// Makes a target, or changes of one that is there what is given.
    struct RegisterScalableTarget: AWSRequest {
        static let action: AWSAction = "application-autoscaling:RegisterScalableTarget"
        var serviceNamespace = ScalableTarget.namespace
        var scalableDimension = ScalableTarget.dimension
        var resourceId: String
        var minCapacity: Int?
        var maxCapacity: Int?
        /// Only for a new one.
        var tags: [String: String]?

        struct Response: Codable, Sendable {
            var scalableTargetARN: String?
        }
    }

    struct PutScalingPolicy: AWSRequest {
        static let action: AWSAction = "application-autoscaling:PutScalingPolicy"
        var serviceNamespace = ScalableTarget.namespace
        var scalableDimension = ScalableTarget.dimension
        var resourceId: String
        var policyName: String
        var policyType = "TargetTrackingScaling"
        var targetTrackingScalingPolicyConfiguration: TargetTracking

        typealias Response = EmptyResponse
    }

    struct DeleteScalingPolicy: AWSRequest {
        static let action: AWSAction = "application-autoscaling:DeleteScalingPolicy"
        var serviceNamespace = ScalableTarget.namespace
        var scalableDimension = ScalableTarget.dimension
        var resourceId: String
        var policyName: String

        typealias Response = EmptyResponse
    }

    struct TagResource: AWSRequest {
        static let action: AWSAction = "application-autoscaling:TagResource"
        var resourceARN: String
        var tags: [String: String]

        typealias Response = EmptyResponse
    }

    struct DeregisterScalableTarget: AWSRequest {
        static let action: AWSAction = "application-autoscaling:DeregisterScalableTarget"
        var serviceNamespace = ScalableTarget.namespace
        var scalableDimension = ScalableTarget.dimension
        var resourceId: String

        typealias Response = EmptyResponse
    }
}
