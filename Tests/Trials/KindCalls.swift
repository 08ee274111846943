import AWSClient
import Model

/// What kinds ask of AWS for one resource, for trials of its limits: every look by itself, though the client lets looks share a
/// call, so more than it sends.
enum KindCalls {
    /// To make one and to wait until it has come to rest; nil for a kind that is not in the table.
    static func making(_ type: ResourceType) -> [AWSAction]? { making[type] }

    /// To look at one in full, beyond the lists that tell of all at once.
    static func looking(_ type: ResourceType) -> [AWSAction] { looking[type] ?? [] }

    private static let making: [ResourceType: [AWSAction]] = [
        "AWS::EC2::EIP": ["ec2:DescribeAddresses", "ec2:AllocateAddress", "ec2:DescribeAddresses"],
        "AWS::EC2::InternetGateway": [
            "ec2:DescribeInternetGateways", "ec2:CreateInternetGateway", "ec2:AttachInternetGateway",
            "ec2:DescribeInternetGateways",
        ],
        "AWS::EC2::NatGateway": ["ec2:DescribeNatGateways", "ec2:CreateNatGateway"]
            + Array(repeating: "ec2:DescribeNatGateways", count: 5),
        "AWS::EC2::RouteTable": [
            "ec2:DescribeRouteTables", "ec2:CreateRouteTable", "ec2:CreateRoute", "ec2:DescribeRouteTables",
            "ec2:AssociateRouteTable", "ec2:AssociateRouteTable", "ec2:DescribeRouteTables",
        ],
        "AWS::EC2::SecurityGroup": [
            "ec2:CreateSecurityGroup", "ec2:DescribeSecurityGroupRules", "ec2:AuthorizeSecurityGroupIngress",
            "ec2:DescribeSecurityGroups",
        ],
        "AWS::EC2::SecurityGroupIngress": ["ec2:AuthorizeSecurityGroupIngress", "ec2:DescribeSecurityGroupRules"],
        "AWS::EC2::Subnet": [
            "ec2:DescribeAvailabilityZones", "ec2:CreateSubnet", "ec2:ModifySubnetAttribute", "ec2:DescribeSubnets",
        ],
        "AWS::EC2::VPC": [
            "ec2:DescribeVpcs", "ec2:CreateVpc", "ec2:ModifyVpcAttribute", "ec2:ModifyVpcAttribute", "ec2:DescribeVpcs",
        ],
        "AWS::ECR::Repository": ["ecr:CreateRepository", "ecr:PutLifecyclePolicy"],
        "AWS::ECS::Cluster": ["ecs:DescribeClusters", "ecs:CreateCluster", "ecs:DescribeClusters"],
        "AWS::ECS::Service": ["ecs:DescribeServices", "ecs:CreateService"]
            + Array(repeating: "ecs:DescribeServices", count: 5),
        "AWS::ECS::TaskDefinition": ["ecs:ListTaskDefinitions", "ecs:RegisterTaskDefinition"],
        "AWS::ElastiCache::SubnetGroup": ["elasticache:CreateCacheSubnetGroup"],
        "AWS::ElasticLoadBalancingV2::Listener": ["elbv2:DescribeListeners", "elbv2:CreateListener"],
        "AWS::ElasticLoadBalancingV2::ListenerRule": ["elbv2:CreateRule"],
        "AWS::ElasticLoadBalancingV2::LoadBalancer": [
            "elbv2:DescribeLoadBalancers", "elbv2:CreateLoadBalancer", "elbv2:ModifyLoadBalancerAttributes",
        ] + Array(repeating: "elbv2:DescribeLoadBalancers", count: 5),
        "AWS::ElasticLoadBalancingV2::TargetGroup": [
            "elbv2:DescribeTargetGroups", "elbv2:CreateTargetGroup", "elbv2:ModifyTargetGroupAttributes",
        ],
        "AWS::IAM::Role": ["iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy"],
        "AWS::Logs::LogGroup": ["logs:CreateLogGroup", "logs:PutRetentionPolicy"],
        "AWS::RDS::DBSubnetGroup": ["rds:CreateDBSubnetGroup"],
        "AWS::SSM::Parameter": ["ssm:PutParameter"],
        "AWS::SecretsManager::Secret": ["secretsmanager:CreateSecret"],
    ]

    private static let looking: [ResourceType: [AWSAction]] = [
        "AWS::EC2::VPC": ["ec2:DescribeVpcAttribute", "ec2:DescribeVpcAttribute"],
        "AWS::ECS::Cluster": ["ecs:ListServices", "ecs:DescribeServices"],
        "AWS::ECS::TaskDefinition": ["ecs:DescribeTaskDefinition"],
        "AWS::ElasticLoadBalancingV2::Listener": ["elbv2:DescribeRules", "elbv2:DescribeTags"],
        "AWS::ElasticLoadBalancingV2::LoadBalancer": ["elbv2:DescribeListeners", "elbv2:DescribeTags"],
        "AWS::ElasticLoadBalancingV2::TargetGroup": ["elbv2:DescribeTargetGroupAttributes"],
    ]
}
