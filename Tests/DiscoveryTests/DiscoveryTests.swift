import AWSResources
import Manifests
import Model
import Testing

@testable import Discovery

@Suite("The description of an environment")
struct DescriptionTests {
    @Test("of what was made by the blueprints is the manifests themselves")
    func inverse() throws {
        let set = Samples.everything
        let discovered = try Samples.describe(FabricatedRegion(set))
        #expect(discovered.manifests.environments == set.environments)
        #expect(discovered.manifests.nodes == set.nodes)
        #expect(discovered.manifests.extras == set.extras)
        #expect(discovered.manifests.databases == set.databases)
        #expect(discovered.manifests.caches == set.caches)
        #expect(discovered.manifests.repositories == set.repositories)
        #expect(discovered.leftovers == [])
    }

    @Test("keeps every setting that a manifest has")
    func settings() throws {
        let environment = Samples.environment {
            $0.network.cidr = CIDRBlock(10, 50, 0, 0, prefixLength: 16)
            $0.network.zones = 3
            $0.network.natGateways = .single
            $0.network.privateSubnets = (0..<3).map { CIDRBlock(10, 50, UInt8(100 + $0), 0, prefixLength: 24) }
            $0.network.databasePort = 5432
            $0.cluster.containerInsights = false
        }
        let node = Samples.node {
            $0.image = ImageReference(repository: "nginx", tag: "1.27", registry: "public.ecr.aws")
            $0.service.cpu = 1024
            $0.service.memory = 4096
            $0.service.autoscaling = .init(min: 2, max: 6, cpu: 60)
            $0.service.architecture = .arm64
            $0.service.containerName = "web"
            $0.service.healthCheckGracePeriod = 90
            $0.service.sessionManager = true
            $0.loadBalancer.scheme = .internal
            $0.loadBalancer.idleTimeout = 120
            $0.loadBalancer.deletionProtection = true
            $0.loadBalancer.certificateArn = "arn:aws:acm:ap-southeast-1:123456789012:certificate/1"
            $0.loadBalancer.accessLogs = .init(bucket: "logs", prefix: "acme")
            $0.logs.retentionDays = 90
        }
        let set = ManifestSet(environments: [environment], nodes: [node])
        let discovered = try Samples.describe(FabricatedRegion(set))
        #expect(discovered.manifests.environments == [environment])
        #expect(discovered.manifests.nodes == [node])
    }

    @Test(
        "leaves a scaling policy alone whose target is no number of a manifest",
        arguments: [Double.nan, .infinity, 1e300])
    func oddTarget(target: Double) throws {
        let node = Samples.node { $0.service.autoscaling = .init(min: 2, max: 6, cpu: 60) }
        var region = FabricatedRegion(ManifestSet(environments: [Samples.environment()], nodes: [node]))
        region.change(ScalableTarget()) { found in
            found.attributes.policies = Set(
                found.attributes.policies.map { policy in
                    var policy = policy
                    policy.target = target
                    return policy
                })
        }
        let discovered = try Samples.describe(region)
        #expect(discovered.manifests.nodes.first?.service.autoscaling == nil)
        #expect(discovered.leftovers.contains { "\($0)".contains("ScalableTarget") })
    }

    @Test("has as overrides what CloudFormation or a person made otherwise")
    func deviations() throws {
        var region = FabricatedRegion(Samples.everything)
        region.change(LoadBalancer()) { $0.attributes.loadBalancerName = "dev-acme-LoadB-1ABC" }
        region.change(TargetGroup()) { $0.attributes.healthyThresholdCount = 5 }
        region.change(SecurityGroup()) { group in
            group.attributes.groupName = "dev-network-\(group.identifier)-1ABC"
            group.tags["Name"] = nil
        }
        region.change(ElasticIP()) { $0.tags["Name"] = nil }
        region.change(VPC()) { $0.tags["CostCode"] = "0099" }
        region.change(Role()) { $0.attributes.inlinePolicies = [:] }
        region.remove(Parameter()) { _ in true }
        let discovered = try Samples.describe(region)
        let environment = discovered.manifests.environments[0]
        let node = discovered.manifests.nodes[0]
        #expect(node.overrides["LoadBalancer"]?.properties == ["loadBalancerName": .replace("dev-acme-LoadB-1ABC")])
        #expect(node.overrides["TargetGroup"]?.properties == ["healthyThresholdCount": .replace(5)])
        #expect(
            node.overrides["ExecutionRole"]?.properties
                == ["inlinePolicies": .merge(["x-dev-acme-access-config": .remove])])
        #expect(node.omit == ["Parameter"])
        #expect(environment.overrides["NatElasticIP1"]?.identifier == "id-dev-NatElasticIP1")
        #expect(
            environment.overrides["ApplicationSecurityGroup"]?.properties
                == ["groupName": .replace("dev-network-sg-dev-ApplicationSecurityGroup-1ABC")])
        #expect(environment.costCode == "0099")
        #expect(environment.overrides["Cluster"]?.tags == ["CostCode": "0042"])
    }

    @Test("takes one route table for all private subnets, as the seed's first network had")
    func sharedRouteTable() throws {
        var region = FabricatedRegion(Samples.everything)
        let closed = region.all(Subnet()).filter { $0.tags["Name"]?.contains("Private") == true }.map(\.identifier)
        region.remove(RouteTable()) { $0.identifier.hasSuffix("PrivateRouteTable2") }
        region.change(RouteTable()) { table in
            if table.identifier.hasSuffix("PrivateRouteTable1") {
                table.attributes.subnets = Set(closed.map(Reference.known))
            }
        }
        let environment = try Samples.describe(region).manifests.environments[0]
        #expect(environment.omit == ["PrivateRouteTable2"])
        #expect(
            environment.overrides["PrivateRouteTable1"]?.properties
                == ["subnets": .replace(.list(closed.sorted().map(Value.string)))])
    }

    @Test("refers by id to a load balancer group that several nodes share, and lists it")
    func sharedGroup() throws {
        let other = Samples.node("web") { $0.service.port = 8080 }
        var region = FabricatedRegion(
            ManifestSet(environments: [Samples.environment()], nodes: [Samples.node(), other]))
        let shared = "sg-dev-acme-LoadBalancerSecurityGroup"
        region.remove(SecurityGroup()) { $0.identifier == "sg-dev-web-LoadBalancerSecurityGroup" }
        region.change(LoadBalancer()) { $0.attributes.securityGroups = [.known(shared)] }
        let discovered = try Samples.describe(region)
        for node in discovered.manifests.nodes {
            #expect(node.omit.contains("LoadBalancerSecurityGroup"))
            #expect(
                node.overrides["LoadBalancer"]?.properties["securityGroups"] == .replace(.list([.string(shared)])))
        }
        #expect(discovered.leftovers.map(\.identifier) == [shared])
    }

    @Test("lists what belongs to the environment and is in no manifest")
    func leftovers() throws {
        var region = FabricatedRegion(Samples.everything)
        region.change(ListenerRule()) { $0.attributes.pathPatterns = ["host-header: api.example.com"] }
        let stacks = [
            StackResource(stack: "dev-jumpboxes", logicalId: "Box1", physicalId: "i-0abc", type: "AWS::EC2::Instance"),
            StackResource(stack: "test-jumpboxes", logicalId: "Box1", physicalId: "i-0def", type: "AWS::EC2::Instance"),
        ]
        let discovered = try Samples.describe(region, stacks: stacks)
        #expect(discovered.manifests.extras == [])
        let types = Set(discovered.leftovers.map(\.type))
        #expect(types.isSuperset(of: ["AWS::ECS::Service", "AWS::ElasticLoadBalancingV2::TargetGroup"]))
        #expect(discovered.leftovers.contains { $0.identifier == "i-0abc" && $0.reason.contains("dev-jumpboxes") })
        #expect(!discovered.leftovers.contains { $0.identifier == "i-0def" })
        #expect(discovered.leftovers.allSatisfy { !$0.reason.isEmpty })
    }

    @Test("names variables that look like secrets, and never their values")
    func plainSecrets() throws {
        let node = Samples.node {
            $0.service.environment = [
                "DB_PASSWORD": "hunter2", "API_TOKEN": "t0p", "SECRET_NAME": "x", "LOG_LEVEL": "info",
            ]
        }
        let set = ManifestSet(environments: [Samples.environment()], nodes: [node])
        let remarks = try Samples.describe(FabricatedRegion(set)).remarks
        #expect(remarks.count == 1)
        #expect(remarks.first?.contains("Node dev/acme has API_TOKEN, DB_PASSWORD as plain variables") == true)
        #expect(!remarks.joined().contains("hunter2"))
    }

    @Test("is refused where no Environment could be it")
    func refusals() throws {
        var twice = FabricatedRegion(Samples.everything)
        twice.change(VPC()) { _ in }
        let vpc = try #require(twice.all(VPC()).first)
        var other = FabricatedRegion(Samples.everything)
        other.change(VPC()) { $0.identifier = "vpc-other" }
        let both = ObservedResourceMerge.merge(twice, other, of: VPC().type)
        #expect(code(both) == .ambiguous)
        #expect(message(both)?.contains("\(vpc.identifier) and vpc-other") == true)

        var owned = FabricatedRegion(Samples.everything)
        owned.change(VPC()) { $0.tags[OwnershipTag.installation] = "elsewhere" }
        #expect(code(owned.state) == .owned)

        var untagged = FabricatedRegion(Samples.everything)
        untagged.change(VPC()) { $0.tags["ContactEmail"] = nil }
        untagged.change(Cluster()) { $0.tags["ContactEmail"] = nil }
        #expect(code(untagged.state) == .incomplete)
        #expect(message(untagged.state)?.contains("--contact-email") == true)

        var open = FabricatedRegion(Samples.everything)
        open.remove(Subnet()) { $0.tags["Name"]?.contains("Private") == true }
        #expect(code(open.state) == .unfit)

        var empty = FabricatedRegion(Samples.everything)
        empty.remove(VPC()) { _ in true }
        empty.remove(Service()) { _ in true }
        #expect(code(empty.state) == .notFound)
    }
}
