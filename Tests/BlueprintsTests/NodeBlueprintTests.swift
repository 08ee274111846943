import AWSResources
import Manifests
import Model
import Testing

@testable import Blueprints

@Suite("A node's and an extra's blueprints")
struct NodeBlueprintTests {
    private let declared = Declared(Examples.set())

    @Test("declare the seed's resources under the seed's names")
    func names() {
        let node = declared.byAddress.filter { $0.key.path.hasPrefix("dev/acme/") }
        let names = Dictionary(
            uniqueKeysWithValues: node.map { ($0.key.path.dropFirst(9), $0.value.tags["Name"] ?? "") })
        #expect(
            names == [
                "LogGroup": "x-dev-acme-logs",
                "Secret": "x-dev-acme",
                "Parameter": "x-dev-acme",
                "LoadBalancerSecurityGroup": "x-dev-acme-alb",
                "Port4000Ingress": "x-dev-acme-4000",
                "LoadBalancer": "x-dev-acme",
                "TargetGroup": "x-dev-acme",
                "Listener": "x-dev-acme-80",
                "ExecutionRole": "x-dev-acme-ECSTaskExecutionRole",
                "TaskRole": "x-dev-acme-ECSTaskRole",
                "TaskDefinition": "dev-acme",
                "Service": "x-dev-acme",
                "api2/Secret": "x-dev-acme-api2",
                "api2/TargetGroup": "dev-acme-api2",
                "api2/ListenerRule": "x-dev-acme-api2",
                "api2/TaskDefinition": "dev-acme-api2",
                "api2/Service": "x-dev-acme-api2",
            ])
        #expect(declared["dev/acme/Service"]?.tags["Application"] == "acme")
    }

    @Test("every address ends with its kind's noun")
    func nouns() {
        let nouns = Dictionary(uniqueKeysWithValues: KindCatalog.all.map { ($0.type, $0.noun) })
        for declaration in declared.byAddress.values {
            let last = declaration.address.resource.reversed().drop(while: \.isNumber).reversed()
            #expect(String(last).hasSuffix(nouns[declaration.type] ?? "?"), "\(declaration.address)")
        }
    }

    @Test("everything that is referred to is declared, and nothing waits for itself")
    func references() {
        for declaration in declared.byAddress.values {
            for address in declaration.dependencies {
                #expect(declared[address] != nil, "\(declaration.address) -> \(address)")
            }
        }
    }

    @Test("the containers' roles may read the node's secret and its extras', and no other")
    func secrets() {
        for role in ["dev/acme/ExecutionRole", "dev/acme/TaskRole"] as [ResourceAddress] {
            let policy = declared.value(role, "inlinePolicies")
            #expect(Set(policy?.addresses ?? []) == ["dev/acme/Secret", "dev/acme/api2/Secret"])
            #expect(policy?.description.contains("x-dev-acme-access-config") == true)
            #expect(policy?.description.contains("secretsmanager:GetSecretValue") == true)
        }
    }

    @Test("the container is told its configuration, port and load balancer")
    func container() throws {
        let containers = try #require(declared.value("dev/acme/TaskDefinition", "containers")).description
        #expect(containers.contains("acmeApp"))
        #expect(containers.contains("123456789012.dkr.ecr.ap-southeast-1.amazonaws.com/tooltwist-acme:initial"))
        #expect(containers.contains("secrets_manager:::ap-southeast-1:::x-dev-acme"))
        #expect(containers.contains("ALB_HOST: ${dev/acme/LoadBalancer.dnsName}"))
        #expect(containers.contains("PORT: \"4000\""))
        let extra = try #require(declared.value("dev/acme/api2/TaskDefinition", "containers")).description
        #expect(extra.contains("acme-api2App"))
        #expect(extra.contains("secrets_manager:::ap-southeast-1:::x-dev-acme-api2"))
    }

    @Test("health checks have the seed's figures")
    func health() {
        #expect(declared.value("dev/acme/TargetGroup", "healthCheckIntervalSeconds") == 30)
        #expect(declared.value("dev/acme/TargetGroup", "healthCheckTimeoutSeconds") == 10)
        #expect(declared.value("dev/acme/TargetGroup", "healthyThresholdCount") == 3)
        #expect(declared.value("dev/acme/api2/TargetGroup", "healthCheckIntervalSeconds") == 10)
        #expect(declared.value("dev/acme/api2/TargetGroup", "healthCheckTimeoutSeconds") == 5)
        #expect(declared.value("dev/acme/api2/TargetGroup", "healthyThresholdCount") == 2)
    }

    @Test("a service waits for the listener or rule that routes to it")
    func order() throws {
        #expect(try #require(declared["dev/acme/Service"]).dependencies.contains("dev/acme/Listener"))
        #expect(try #require(declared["dev/acme/api2/Service"]).dependencies.contains("dev/acme/api2/ListenerRule"))
    }

    @Test("with a certificate port 443 forwards, port 80 redirects, and extras hang on 443")
    func certificate() throws {
        let certificate = "arn:aws:acm:ap-southeast-1:123456789012:certificate/1"
        let declared = Declared(Examples.set(node: Examples.node { $0.loadBalancer.certificateArn = certificate }))
        #expect(declared.value("dev/acme/SecureListener", "port") == 443)
        #expect(declared.value("dev/acme/SecureListener", "certificate") == .string(certificate))
        #expect(declared.value("dev/acme/Listener", "defaultAction")?.description.contains("redirect") == true)
        #expect(declared.value("dev/acme/api2/ListenerRule", "listener")?.addresses == ["dev/acme/SecureListener"])
        #expect(try #require(declared["dev/acme/Service"]).dependencies.contains("dev/acme/SecureListener"))
    }

    @Test("the application group lets the load balancer in once for each port")
    func ports() {
        let declared = Declared(Examples.set(extra: Examples.extra { $0.service.port = 5000 }))
        #expect(
            declared.addresses.filter { $0.hasSuffix("Ingress") } == [
                "dev/acme/Port4000Ingress", "dev/acme/Port5000Ingress",
            ])
        #expect(declared["dev/acme/api2/Service"]?.dependencies.contains("dev/acme/Port5000Ingress") == true)
    }

    @Test("a rule without a number leaves it to the plan; one with a number keeps it")
    func ruleNumbers() {
        #expect(declared.value("dev/acme/api2/ListenerRule", "priority") == nil)
        let numbered = Declared(Examples.set(extra: Examples.extra { $0.route.rule = 7 }))
        #expect(numbered.value("dev/acme/api2/ListenerRule", "priority") == 7)
    }

    @Test("a choice of environments brings the repositories that their images come from, and no others")
    func restricted() {
        var set = Examples.set()
        #expect(Declared(set, environments: ["dev"]).addresses.contains("Repository/tooltwist-acme/Repository"))
        set = ManifestSet(
            environments: [Examples.environment(), Examples.environment { $0.name = "test" }],
            repositories: [Examples.repository], nodes: [Examples.node()])
        #expect(Declared(set, environments: ["test"]).addresses.allSatisfy { $0.hasPrefix("test/") })
    }
}
