import Testing

/// A change that somebody makes behind Plumbline's back, and what the next plan has to show of it.
struct DriftCase: Sendable, CustomTestStringConvertible {
    let name: String
    /// boto3, after `prelude`.
    let script: String
    /// Every line of the plan. Identifiers stand as `#`; what is created has no fields here.
    let shows: [String]

    init(_ name: String, _ script: String, shows: [String]) {
        self.name = name
        self.script = script
        self.shows = shows
    }

    var testDescription: String { name }

    static let all = network + balancing + access + containers

    /// What the roles of the node may do, as it is declared.
    static let accessPolicy =
        "{Statement: [{Action: [secretsmanager:GetSecretValue], Effect: Allow, Resource: "
        + "[arn:aws:secretsmanager:ap-southeast-1:123456789012:secret:x-dev-acme-#, "
        + "arn:aws:secretsmanager:ap-southeast-1:123456789012:secret:x-dev-acme-api2-#]}, "
        + "{Action: [ssm:GetParameter, ssm:GetParameters], Effect: Allow, Resource: "
        + "[arn:aws:ssm:ap-southeast-1:123456789012:parameter/x-dev-acme]}], Version: 2012-10-17}"

    /// The lifecycle policy of the repository, as it is declared.
    static let lifecyclePolicy =
        "{rules: [{action: {type: expire}, description: Drop untagged images after 14 days, rulePriority: 1, "
        + "selection: {countNumber: 14, countType: sinceImagePushed, countUnit: days, tagStatus: untagged}}, "
        + "{action: {type: expire}, description: Keep the newest 50 images, rulePriority: 2, "
        + "selection: {countNumber: 50, countType: imageCountMoreThan, tagStatus: any}}]}"

    /// Finds the things of the environment by the seed's names.
    static let prelude = """
        ec2, elb, iam, ecs, ecr = client("ec2"), client("elbv2"), client("iam"), client("ecs"), client("ecr")
        def named(name): return [{"Name": "tag:Name", "Values": [name]}]
        def vpc(): return ec2.describe_vpcs(Filters=named("x-dev-vpc"))["Vpcs"][0]["VpcId"]
        def subnet(name): return ec2.describe_subnets(Filters=named(name))["Subnets"][0]["SubnetId"]
        def table(name): return ec2.describe_route_tables(Filters=named(name))["RouteTables"][0]["RouteTableId"]
        def group(name):
            groups = ec2.describe_security_groups(Filters=[{"Name": "group-name", "Values": [name]}])
            return groups["SecurityGroups"][0]["GroupId"]
        def target(name): return elb.describe_target_groups(Names=[name])["TargetGroups"][0]["TargetGroupArn"]
        def balancer():
            return elb.describe_load_balancers(Names=["x-dev-acme"])["LoadBalancers"][0]["LoadBalancerArn"]
        def listener(): return elb.describe_listeners(LoadBalancerArn=balancer())["Listeners"][0]["ListenerArn"]
        def rule():
            rules = elb.describe_rules(ListenerArn=listener())["Rules"]
            return [rule["RuleArn"] for rule in rules if not rule["IsDefault"]][0]

        """
}

extension PlanReport.Change {
    /// The change on a line, with `#` for what AWS makes up, and without the fields of what is created.
    var comparable: String {
        let head = "\(action) \(address) (\(reason))"
        guard action != "create" else { return head }
        let text = fields.map(\.description).joined(separator: "; ")
            .replacing(#/(vpc|subnet|sg|igw|nat|rtb|eipalloc|sgr|lt)-[0-9a-f]{8,}/#) { "\($0.1)-#" }
            .replacing(#/\/[0-9a-f]{16}\b/#, with: "/#")
            .replacing(#/(secret:x-[a-z0-9-]+)-[A-Za-z0-9]{6}\b/#) { "\($0.1)-#" }
            // What AWS makes up takes part in the order of a set.
            .replacing(#/\[([^\[\]{}]*)\]/#) {
                "[" + $0.1.split(separator: ", ").sorted().joined(separator: ", ") + "]"
            }
        return "\(head) \(text)"
    }
}
