import AWSClient
import Model

extension LoadBalancer {
    public var permissions: KindPermissions {
        KindPermissions(
            sending: Self.requests + LoadBalancing.requests,
            on: ["arn:{partition}:elasticloadbalancing:{region}:{account}:loadbalancer/app/{prefix}-*"],
            reads: [
                "ec2:DescribeAccountAttributes", "ec2:DescribeAddresses", "ec2:DescribeInternetGateways",
                "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs",
            ],
            with: [
                .serviceLinkedRole(of: "elasticloadbalancing.amazonaws.com"),
                // Both ends of an association have to be allowed.
                PermissionGrant(
                    ["wafv2:AssociateWebACL"],
                    on: ["arn:{partition}:wafv2:{region}:{account}:regional/webacl/*"]),
                PermissionGrant(
                    ["elasticloadbalancing:SetWebACL"],
                    on: ["arn:{partition}:elasticloadbalancing:{region}:{account}:loadbalancer/app/{prefix}-*"]),
            ])
    }

    static let requests: [any AWSRequest.Type] = [
        DescribeLoadBalancers.self, DescribeLoadBalancerAttributes.self, DescribeInterfaces.self,
        CreateLoadBalancer.self, SetSubnets.self, SetSecurityGroups.self, SetIpAddressType.self,
        ModifyLoadBalancerAttributes.self, DeleteLoadBalancer.self, GetWebACLForResource.self, AssociateWebACL.self,
    ]

    struct Description: Codable, Sendable {
        var loadBalancerArn: String?
        var loadBalancerName: String?
        var dnsName: String?
        var scheme: String?
        var type: String?
        var state: State?
        var availabilityZones: [Zone]?
        var securityGroups: [String]?
        var ipAddressType: String?

        struct State: Codable, Sendable {
            var code: String?
            var reason: String?
        }

        struct Zone: Codable, Sendable {
            var subnetId: String?
        }

        var status: ResourceStatus {
            switch state?.code {
            case "provisioning": .pending("the load balancer is being provisioned")
            case "failed":
                .failed(
                    "AWS could not set up the load balancer: \(state?.reason ?? "no reason given"); "
                        + "delete it and run the command again")
            default: .active
            }
        }
    }

    struct DescribeLoadBalancers: AWSRequest {
        static let action: AWSAction = "elbv2:DescribeLoadBalancers"
        var loadBalancerArns: [String]?
        var names: [String]?

        struct Response: Codable, Sendable {
            var loadBalancers: [Description]?
        }
    }

    struct DescribeLoadBalancerAttributes: AWSRequest {
        static let action: AWSAction = "elbv2:DescribeLoadBalancerAttributes"
        var loadBalancerArn: String

        struct Response: Codable, Sendable {
            var attributes: [LoadBalancing.Attribute]?
        }
    }

    struct DescribeInterfaces: AWSRequest {
        static let action: AWSAction = "ec2:DescribeNetworkInterfaces"
        var filters: [EC2Filter]

        struct Response: Codable, Sendable {
            var networkInterfaces: [Interface]?
        }

        struct Interface: Codable, Sendable {
            var networkInterfaceId: String?
        }
    }

    struct CreateLoadBalancer: AWSRequest {
        static let action: AWSAction = "elbv2:CreateLoadBalancer"
        var name: String
        var subnets: [String]
        var securityGroups: [String]
        var scheme: String
        var type: String
        var ipAddressType: String?
        var tags: [Tag]

        struct Response: Codable, Sendable {
            var loadBalancers: [Description]?
        }

        init(_ desired: Desired<LoadBalancer.Attributes>) throws {
            name = desired.attributes.loadBalancerName
            subnets = try desired.texts(desired.attributes.subnets).sorted()
            securityGroups = try desired.texts(desired.attributes.securityGroups).sorted()
            scheme = desired.attributes.scheme
            type = desired.attributes.type
            ipAddressType = desired.attributes.ipAddressType
            tags = desired.tags.tagList
        }
    }

    struct SetSubnets: AWSRequest {
        static let action: AWSAction = "elbv2:SetSubnets"
        var loadBalancerArn: String
        var subnets: [String]

        typealias Response = EmptyResponse
    }

    struct SetSecurityGroups: AWSRequest {
        static let action: AWSAction = "elbv2:SetSecurityGroups"
        var loadBalancerArn: String
        var securityGroups: [String]

        typealias Response = EmptyResponse
    }

    struct SetIpAddressType: AWSRequest {
        static let action: AWSAction = "elbv2:SetIpAddressType"
        var loadBalancerArn: String
        var ipAddressType: String

        typealias Response = EmptyResponse
    }

    struct ModifyLoadBalancerAttributes: AWSRequest {
        static let action: AWSAction = "elbv2:ModifyLoadBalancerAttributes"
        var loadBalancerArn: String
        var attributes: [LoadBalancing.Attribute]

        typealias Response = EmptyResponse
    }

    struct GetWebACLForResource: AWSRequest {
        static let action: AWSAction = "wafv2:GetWebACLForResource"
        var resourceArn: String

        struct Response: Codable, Sendable {
            /// Absent when there is none.
            var webACL: WebACL?
        }

        struct WebACL: Codable, Sendable {
            var arn: String?
        }
    }

    /// Takes the place of the association that there was.
    struct AssociateWebACL: AWSRequest {
        static let action: AWSAction = "wafv2:AssociateWebACL"
        var webACLArn: String
        var resourceArn: String

        typealias Response = EmptyResponse
    }

    struct DeleteLoadBalancer: AWSRequest {
        static let action: AWSAction = "elbv2:DeleteLoadBalancer"
        var loadBalancerArn: String

        typealias Response = EmptyResponse
    }
}
