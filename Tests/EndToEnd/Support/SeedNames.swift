/// The names that the seed gives to what an environment consists of, written down a second time.
struct SeedNames {
    private(set) var survey = Survey([:])

    private mutating func add(_ kind: String, _ names: String...) { survey.names[kind, default: []] += names }

    /// A network over two zones, and its cluster.
    mutating func environment(_ e: String, gateways: Int) {
        let p = "x-\(e)"
        add("vpc", "\(p)-vpc")
        add("gateway", "\(p)-gw")
        for zone in 1...2 {
            add("subnet", "\(p) Public Subnet (AZ\(zone))", "\(p) Private Subnet (AZ\(zone))")
            add("routes", "\(p) Private Routes (AZ\(zone))")
        }
        add("routes", "\(p) Public Routes")
        for number in 1...gateways {
            add("address", "\(p) NatGateway\(number)")
            add("nat", "\(p) NAT \(number)")
        }
        add("group", "\(p)-application", "\(p)-db", "\(p)-cache")
        add("db subnets", "\(p)-db")
        add("cache subnets", "\(p)-cache")
        add("cluster", p)
    }

    /// EC2 hosts with a key pair, one of them running.
    mutating func hosts(_ e: String, region: String) {
        let p = "x-\(e)"
        add("role", "\(p)-ECSRole")
        add("profile", "\(p)-instanceprofile")
        add("people", "\(p)-developers")
        add("key pair", "\(p)-\(region)")
        add("launch template", "\(p)-LaunchTemplate")
        add("scaling group", "\(p)-AutoScalingGroup")
        add("machine", "\(p)-ecs-host")
        add("provider", "\(p)-ec2")
    }

    /// An application behind its load balancer.
    mutating func node(_ e: String, _ a: String) {
        let name = "x-\(e)-\(a)"
        add("log group", "\(name)-logs")
        add("secret", name)
        add("parameter", name)
        add("group", "\(name)-alb")
        add("balancer", name)
        add("target", name)
        add("listener", "\(name):80")
        add("role", "\(name)-ECSTaskExecutionRole", "\(name)-ECSTaskRole")
        add("task definition", "\(e)-\(a):1")
        add("service", name)
    }

    /// A further service on a node's load balancer.
    mutating func extra(_ e: String, _ a: String, _ s: String, rule: Int = 1) {
        add("secret", "x-\(e)-\(a)-\(s)")
        add("target", "\(e)-\(a)-\(s)")
        add("rule", "x-\(e)-\(a):80 \(rule) /\(s)")
        add("task definition", "\(e)-\(a)-\(s):1")
        add("service", "x-\(e)-\(a)-\(s)")
    }

    mutating func repository(_ name: String) { add("repository", name) }

    /// What `manifests/examples/basic` describes.
    static var example: Survey {
        var names = SeedNames()
        names.environment("dev", gateways: 2)
        names.node("dev", "acme")
        names.extra("dev", "acme", "api2")
        names.node("dev", "billing")
        names.environment("test", gateways: 1)
        names.node("test", "acme")
        names.extra("test", "acme", "api2")
        names.repository("tooltwist-acme")
        names.repository("tooltwist-billing")
        return Survey(names.survey.names)
    }

    /// What `Small.files` describes.
    static func small(_ environment: String = "dev") -> Survey {
        var names = SeedNames()
        names.environment(environment, gateways: 1)
        names.node(environment, "acme")
        names.extra(environment, "acme", "api2")
        return Survey(names.survey.names)
    }
}
