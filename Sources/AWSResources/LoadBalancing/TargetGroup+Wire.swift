import AWSClient
import Model

extension TargetGroup {
    public var permissions: KindPermissions {
        KindPermissions(
            sending: Self.requests + LoadBalancing.requests,
            on: [
                "arn:{partition}:elasticloadbalancing:{region}:{account}:targetgroup/{prefix}-*",
                "arn:{partition}:elasticloadbalancing:{region}:{account}:targetgroup/{environment}-*",
            ],
            reads: ["ec2:DescribeInternetGateways", "ec2:DescribeVpcs"])
    }

    static let requests: [any AWSRequest.Type] = [
        DescribeTargetGroups.self, DescribeTargetGroupAttributes.self, CreateTargetGroup.self, ModifyTargetGroup.self,
        ModifyTargetGroupAttributes.self, DeleteTargetGroup.self,
    ]

    struct Description: Codable, Sendable {
        var targetGroupArn: String?
        var targetGroupName: String?
        var vpcId: String?
        var `protocol`: String?
        var port: Int?
        var targetType: String?
        var healthCheckPath: String?
        var healthCheckProtocol: String?
        var healthCheckPort: String?
        var healthCheckIntervalSeconds: Int?
        var healthCheckTimeoutSeconds: Int?
        var healthyThresholdCount: Int?
        var unhealthyThresholdCount: Int?
        var matcher: Matcher?
    }

    struct Matcher: Codable, Sendable {
        var httpCode: String?
    }

    struct DescribeTargetGroups: AWSRequest {
        static let action: AWSAction = "elbv2:DescribeTargetGroups"
        var names: [String]?

        struct Response: Codable, Sendable {
            var targetGroups: [Description]?
        }
    }

    struct DescribeTargetGroupAttributes: AWSRequest {
        static let action: AWSAction = "elbv2:DescribeTargetGroupAttributes"
        var targetGroupArn: String

        struct Response: Codable, Sendable {
            var attributes: [LoadBalancing.Attribute]?
        }
    }

    struct CreateTargetGroup: AWSRequest {
        static let action: AWSAction = "elbv2:CreateTargetGroup"
        var name: String
        var vpcId: String
        var `protocol`: String
        var port: Int
        var targetType: String
        var healthCheckPath: String?
        var healthCheckProtocol: String?
        var healthCheckPort: String?
        var healthCheckIntervalSeconds: Int?
        var healthCheckTimeoutSeconds: Int?
        var healthyThresholdCount: Int?
        var unhealthyThresholdCount: Int?
        var matcher: Matcher?
        var tags: [Tag]

        struct Response: Codable, Sendable {
            var targetGroups: [Description]?
        }

        init(_ desired: Desired<TargetGroup.Attributes>) throws {
            let attributes = desired.attributes
            name = attributes.targetGroupName
            vpcId = try desired.text(attributes.vpc)
            `protocol` = attributes.protocol
            port = attributes.port
            targetType = attributes.targetType
            healthCheckPath = attributes.healthCheckPath
            healthCheckProtocol = attributes.healthCheckProtocol
            healthCheckPort = attributes.healthCheckPort
            healthCheckIntervalSeconds = attributes.healthCheckIntervalSeconds
            healthCheckTimeoutSeconds = attributes.healthCheckTimeoutSeconds
            healthyThresholdCount = attributes.healthyThresholdCount
            unhealthyThresholdCount = attributes.unhealthyThresholdCount
            matcher = attributes.matcher.map { Matcher(httpCode: $0) }
            tags = desired.tags.tagList
        }
    }

    /// Carries the whole declared health check: AWS checks interval and timeout against each other.
    struct ModifyTargetGroup: AWSRequest {
        static let action: AWSAction = "elbv2:ModifyTargetGroup"
        var targetGroupArn: String
        var healthCheckPath: String?
        var healthCheckProtocol: String?
        var healthCheckPort: String?
        var healthCheckIntervalSeconds: Int?
        var healthCheckTimeoutSeconds: Int?
        var healthyThresholdCount: Int?
        var unhealthyThresholdCount: Int?
        var matcher: Matcher?

        typealias Response = EmptyResponse

        init(_ targetGroupArn: String, _ attributes: TargetGroup.Attributes) {
            self.targetGroupArn = targetGroupArn
            healthCheckPath = attributes.healthCheckPath
            healthCheckProtocol = attributes.healthCheckProtocol
            healthCheckPort = attributes.healthCheckPort
            healthCheckIntervalSeconds = attributes.healthCheckIntervalSeconds
            healthCheckTimeoutSeconds = attributes.healthCheckTimeoutSeconds
            healthyThresholdCount = attributes.healthyThresholdCount
            unhealthyThresholdCount = attributes.unhealthyThresholdCount
            matcher = attributes.matcher.map { Matcher(httpCode: $0) }
        }
    }

    struct ModifyTargetGroupAttributes: AWSRequest {
        static let action: AWSAction = "elbv2:ModifyTargetGroupAttributes"
        var targetGroupArn: String
        var attributes: [LoadBalancing.Attribute]

        typealias Response = EmptyResponse
    }

    struct DeleteTargetGroup: AWSRequest {
        static let action: AWSAction = "elbv2:DeleteTargetGroup"
        var targetGroupArn: String

        typealias Response = EmptyResponse
    }
}
