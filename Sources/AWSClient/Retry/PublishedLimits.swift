/// AWS's limits on the requests of an account in a region, as far as AWS publishes them.
///
/// EC2 counts each action for itself ("Request throttling for the Amazon EC2 API" in its developer guide). ECS counts groups of
/// actions ("Request throttling" in its API reference), and so does Elastic Load Balancing, which counts all of them
/// together besides ("Request throttling for the Elastic Load Balancing API" in its user guide). For other services there is
/// only what they answer: see `ServiceRate`.
package enum PublishedLimits {
    package typealias Limit = RequestBudget.Limit

    /// What a request takes one token each from, by name; empty where AWS publishes nothing.
    package static func buckets(of action: AWSAction) -> [String: Limit] {
        switch action.service.id {
        case "ec2": [action.operation: ec2[action.operation] ?? general(ec2: action)]
        case "elbv2": ["all": Limit(burst: 40, rate: 10)].merging(elasticLoadBalancing(action)) { $1 }
        case "ecs": ecs(action)
        default: [:]
        }
    }

    /// Actions with limits of their own. Reads without a filter and without pages have less than other reads; a look at
    /// everything is one.
    private static let ec2: [String: Limit] = [
        "CreateLaunchTemplateVersion": Limit(burst: 100, rate: 5),
        "CreateNatGateway": Limit(burst: 10, rate: 1),
        "CreateTags": Limit(burst: 100, rate: 10),
        "DeleteNatGateway": Limit(burst: 10, rate: 1),
        "DeleteTags": Limit(burst: 100, rate: 10),
        "DescribeInstances": Limit(burst: 50, rate: 10),
        "DescribeNetworkInterfaces": Limit(burst: 50, rate: 10),
        "DescribeSecurityGroups": Limit(burst: 50, rate: 10),
        "ModifyInstanceMetadataOptions": Limit(burst: 100, rate: 5),
        "ModifyLaunchTemplate": Limit(burst: 100, rate: 5),
        "RunInstances": Limit(burst: 5, rate: 2),
        "StartInstances": Limit(burst: 5, rate: 2),
        "TerminateInstances": Limit(burst: 100, rate: 5),
    ]

    private static func general(ec2 action: AWSAction) -> Limit {
        isReading(action) ? Limit(burst: 100, rate: 20) : Limit(burst: 50, rate: 5)
    }

    private static func elasticLoadBalancing(_ action: AWSAction) -> [String: Limit] {
        switch action.operation {
        case "CreateLoadBalancer", "SetSubnets": ["resource-intensive": Limit(burst: 10, rate: 0.2)]
        case "RegisterTargets", "DeregisterTargets": ["registration": Limit(burst: 20, rate: 4)]
        // As much as all together.
        case _ where isReading(action): [:]
        default: ["mutating": Limit(burst: 20, rate: 3)]
        }
    }

    private static func ecs(_ action: AWSAction) -> [String: Limit] {
        let reads = isReading(action)
        return switch action.operation {
        case let name where name.contains("TaskDefinition"):
            reads
                ? ["task definition read": Limit(burst: 50, rate: 20)]
                : ["task definition modify": Limit(burst: 20, rate: 1)]
        // Before clusters: PutClusterCapacityProviders counts as theirs.
        case "CreateCapacityProvider", "DeleteCapacityProvider", "UpdateCapacityProvider":
            ["capacity provider modify": Limit(burst: 10, rate: 1)]
        case "DescribeCapacityProviders": ["capacity provider read": Limit(burst: 50, rate: 20)]
        case "TagResource", "UntagResource": ["tag modify": Limit(burst: 20, rate: 10)]
        case "ListTagsForResource": ["tag read": Limit(burst: 50, rate: 20)]
        case "DescribeServiceDeployments", "ListServiceDeployments":
            ["service deployment": Limit(burst: 50, rate: 20)]
        case let name where name.contains("Cluster"):
            reads ? ["cluster read": Limit(burst: 50, rate: 20)] : ["cluster modify": Limit(burst: 20, rate: 1)]
        case "DescribeServices", "ListServices": ["service read": Limit(burst: 100, rate: 20)]
        case "CreateService", "DeleteService", "UpdateService": ["service modify": Limit(burst: 50, rate: 5)]
        // Tasks and container instances.
        case _:
            reads
                ? ["cluster resource read": Limit(burst: 100, rate: 20)]
                : ["cluster resource modify": Limit(burst: 100, rate: 40)]
        }
    }

    private static func isReading(_ action: AWSAction) -> Bool {
        ["Describe", "List", "Get", "Search"].contains { action.operation.hasPrefix($0) }
    }
}
