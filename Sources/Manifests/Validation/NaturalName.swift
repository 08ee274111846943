/// A name that a manifest gives to something in AWS, by the seed's pattern.
struct NaturalName {
    /// What carries the name, in words.
    let noun: String
    let name: String
    /// AWS's limit of characters.
    let limit: Int
    /// Within what the name must be unique: an account, a region of it, or a cluster.
    let scope: String

    /// The names of an environment's things.
    static func names(of environment: Environment) -> [NaturalName] {
        let (full, region) = (environment.fullName, regionScope(environment))
        return [
            NaturalName(
                noun: "ECS cluster",
                name: environment.overridden("Cluster", "clusterName") ?? full,
                limit: 255,
                scope: region
            ),
            NaturalName(
                noun: "DB subnet group",
                name: environment.overridden("DBSubnetGroup", "groupName") ?? "\(full)-db",
                limit: 255,
                scope: region
            ),
            NaturalName(
                noun: "cache subnet group",
                name: environment.overridden("CacheSubnetGroup", "groupName") ?? "\(full)-cache",
                limit: 255,
                scope: region
            ),
        ] + (environment.cluster.ec2 == nil ? [] : hostNames(of: environment))
    }

    /// The names of what an environment's EC2 hosts need; IAM's are unique in the account.
    private static func hostNames(of environment: Environment) -> [NaturalName] {
        let (full, region, account) = (environment.fullName, regionScope(environment), environment.account)
        let keyPair = "\(full)-\(environment.region)"
        return [
            NaturalName(noun: "IAM role", name: "\(full)-ECSRole", limit: 64, scope: account),
            NaturalName(noun: "instance profile", name: "\(full)-instanceprofile", limit: 128, scope: account),
            NaturalName(noun: "IAM group", name: "\(full)-developers", limit: 128, scope: account),
            NaturalName(noun: "launch template", name: "\(full)-LaunchTemplate", limit: 128, scope: region),
            NaturalName(noun: "Auto Scaling group", name: "\(full)-AutoScalingGroup", limit: 255, scope: region),
            NaturalName(noun: "capacity provider", name: "\(full)-ec2", limit: 255, scope: region),
            NaturalName(noun: "key pair", name: keyPair, limit: 255, scope: region),
        ]
    }

    /// The names of a node's things, the ones with the tightest limit first.
    static func names(of node: Node, in environment: Environment) -> [NaturalName] {
        let (full, region) = ("\(environment.fullName)-\(node.name)", regionScope(environment))
        let all = [
            NaturalName(
                noun: "load balancer",
                name: node.overridden("LoadBalancer", "loadBalancerName") ?? full,
                limit: 32,
                scope: region
            ),
            NaturalName(
                noun: "target group",
                name: node.overridden("TargetGroup", "targetGroupName") ?? full,
                limit: 32,
                scope: region
            ),
            NaturalName(
                noun: "IAM role",
                name: node.overridden("ExecutionRole", "roleName") ?? "\(full)-ECSTaskExecutionRole",
                limit: 64,
                scope: environment.account
            ),
            NaturalName(
                noun: "secret",
                name: node.overridden("Secret", "secretName") ?? full,
                limit: 512,
                scope: region
            ),
            NaturalName(
                noun: "log group",
                name: node.overridden("LogGroup", "logGroupName") ?? "\(full)-logs",
                limit: 512,
                scope: region
            ),
            NaturalName(
                noun: "task definition family",
                name: node.overridden("TaskDefinition", "family") ?? "\(environment.name)-\(node.name)",
                limit: 255,
                scope: region
            ),
            NaturalName(
                noun: "ECS service",
                name: node.overridden("Service", "serviceName") ?? full,
                limit: 255,
                scope: "\(region) \(environment.fullName)"
            ),
        ]
        return node.config.makesSecret ? all : all.filter { $0.noun != "secret" }
    }

    /// The names of an extra's things, the ones with the tightest limit first.
    static func names(of extra: Extra, in environment: Environment) -> [NaturalName] {
        let short = "\(environment.name)-\(extra.node)-\(extra.name)"
        let (full, region) = (environment.prefix + short, regionScope(environment))
        let all = [
            NaturalName(
                noun: "target group",
                name: extra.overridden("TargetGroup", "targetGroupName") ?? short,
                limit: 32,
                scope: region
            ),
            NaturalName(
                noun: "secret",
                name: extra.overridden("Secret", "secretName") ?? full,
                limit: 512,
                scope: region
            ),
            NaturalName(
                noun: "task definition family",
                name: extra.overridden("TaskDefinition", "family") ?? short,
                limit: 255,
                scope: region
            ),
            NaturalName(
                noun: "ECS service",
                name: extra.overridden("Service", "serviceName") ?? full,
                limit: 255,
                scope: "\(region) \(environment.fullName)"
            ),
        ]
        return extra.config.makesSecret ? all : all.filter { $0.noun != "secret" }
    }

    /// The names of a database's things.
    ///
    /// From `DBInstanceIdentifier` and `DBClusterIdentifier` in the RDS API reference.
    static func names(of database: Database, in environment: Environment) -> [NaturalName] {
        let (full, region) = ("\(environment.fullName)-\(database.name)", regionScope(environment))
        guard database.engine.isAurora else {
            let name = database.overridden("DBInstance", "instanceIdentifier") ?? full
            return [NaturalName(noun: "DB instance", name: name, limit: 63, scope: region)]
        }
        let members = (1...database.resolvedInstances).map { number -> NaturalName in
            let name = database.overridden("DBInstance\(number)", "instanceIdentifier") ?? "\(full)-\(number)"
            return NaturalName(noun: "DB instance", name: name, limit: 63, scope: region)
        }
        let name = database.overridden("DBCluster", "clusterIdentifier") ?? full
        return [NaturalName(noun: "DB cluster", name: name, limit: 63, scope: region)] + members
    }

    /// The name of a cache's thing, by `ReplicationGroupId` in the ElastiCache API reference.
    static func names(of cache: Cache, in environment: Environment) -> [NaturalName] {
        let full =
            cache.overridden("ReplicationGroup", "replicationGroupId") ?? "\(environment.fullName)-\(cache.name)"
        return [NaturalName(noun: "replication group", name: full, limit: 40, scope: regionScope(environment))]
    }

    /// The names of a pipeline's things, the ones with the tightest limit first; a bucket's name is the world's.
    static func names(of pipeline: Pipeline, in environment: Environment) -> [NaturalName] {
        let (full, region) = ("\(environment.fullName)-\(pipeline.name)", regionScope(environment))
        let bucket = pipeline.bucketName(in: environment)
        let roles = ["CodePipelineRole", "CodeBuildRole"] + (pipeline.deploy == nil ? [] : ["CodeBuildDeployRole"])
        let projects = ["build"] + (pipeline.deploy == nil ? [] : ["deploy"])
        return [NaturalName(noun: "S3 bucket", name: bucket, limit: 63, scope: "the world")]
            + roles.map { NaturalName(noun: "IAM role", name: "\(full)-\($0)", limit: 64, scope: environment.account) }
            + projects.map { NaturalName(noun: "CodeBuild project", name: "\(full)-\($0)", limit: 150, scope: region) }
            + [
                NaturalName(noun: "pipeline", name: full, limit: 100, scope: region),
                NaturalName(noun: "log group", name: "\(full)-pipeline-logs", limit: 512, scope: region),
            ]
    }

    private static func regionScope(_ environment: Environment) -> String {
        "\(environment.account) \(environment.region)"
    }
}
