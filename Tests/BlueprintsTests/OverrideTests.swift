import Manifests
import Model
import Testing

@testable import Blueprints

@Suite("Overrides")
struct OverrideTests {
    @Test("change properties, merge maps, replace lists and leave a property unmanaged")
    func properties() {
        let node = Examples.node {
            $0.overrides = [
                "TargetGroup": ResourceOverride(properties: [
                    "targetGroupName": .replace("dev-a-Targe-1ABC"), "matcher": .replace("200"),
                    "healthCheckIntervalSeconds": .remove,
                    "attributes": .merge(["stickiness.enabled": .replace("true")]),
                ]),
                "LoadBalancer": ResourceOverride(properties: ["securityGroups": .replace(.list(["sg-1", "sg-2"]))]),
                "TaskDefinition": ResourceOverride(properties: [
                    "taskRole": .remove,
                    "containers": .merge([
                        "acmeApp": .merge(["memory": .replace(256), "environment": .merge(["ALB_HOST": .remove])])
                    ]),
                ]),
            ]
        }
        let declared = Declared(Examples.set(node: node))
        #expect(declared["dev/acme/TargetGroup"]?.name == "dev-a-Targe-1ABC")
        #expect(declared.value("dev/acme/TargetGroup", "matcher") == "200")
        #expect(declared.value("dev/acme/TargetGroup", "healthCheckIntervalSeconds") == nil)
        #expect(
            declared.value("dev/acme/TargetGroup", "attributes")
                == .map(["deregistration_delay.timeout_seconds": "30", "stickiness.enabled": "true"]))
        #expect(declared.value("dev/acme/LoadBalancer", "securityGroups") == .set(["sg-1", "sg-2"]))
        guard case .map(let containers)? = declared.value("dev/acme/TaskDefinition", "containers"),
            case .map(let container)? = containers["acmeApp"], case .map(let environment)? = container["environment"]
        else {
            Issue.record("there is no container")
            return
        }
        #expect(container["memory"] == 256)
        #expect(environment["ALB_HOST"] == nil && environment["PORT"] == "4000")
        #expect(Blueprints.problems(of: Examples.set(node: node)) == [])
    }

    @Test("change tags and name what is taken over")
    func tagsAndIdentifier() {
        let environment = Examples.environment {
            $0.overrides["VPC"] = ResourceOverride(identifier: "vpc-1", tags: ["Name": "old", "Team": "blue"])
        }
        let vpc = Declared(Examples.set(environment: environment))["dev/VPC"]
        #expect(vpc?.adoptedIdentifier == "vpc-1")
        #expect(vpc?.name == "old")
        #expect(vpc?.tags["Team"] == "blue" && vpc?.tags["Environment"] == "dev")
    }

    @Test("leave out what is omitted, and what had only to wait for it waits no more")
    func omitted() {
        let node = Examples.node {
            $0.omit = ["Parameter", "Port4000Ingress"]
        }
        let declared = Declared(Examples.set(node: node))
        #expect(declared["dev/acme/Parameter"] == nil)
        #expect(declared["dev/acme/Service"]?.after.contains("dev/acme/Port4000Ingress") == false)
        #expect(Blueprints.problems(of: Examples.set(node: node)) == [])
    }

    @Test(
        "that cannot be are told with what there is",
        arguments: [
            ("TargetGrup", "matcher", Patch.replace("200"), "has no resource TargetGrup; it has ExecutionRole"),
            ("TargetGroup", "macher", .replace("200"), "has no property macher; it has targetGroupName"),
            ("TargetGroup", "matcher", .replace(200), "matcher of TargetGroup cannot be 200: the blueprint has"),
            ("TargetGroup", "targetType", .remove, "targetType of TargetGroup cannot be null"),
            ("LoadBalancer", "subnets", .replace("subnet-1"), "subnets of LoadBalancer cannot be \"subnet-1\""),
            (
                "TaskDefinition", "containers", .merge(["acmeApp": .merge(["memry": .replace(1)])]),
                "containers of TaskDefinition cannot be"
            ),
            (
                "LoadBalancerSecurityGroup", "ingress",
                .replace(.list([.map(["protocol": "tcp", "fromPort": 1, "toPort": 2])])),
                "ingress of LoadBalancerSecurityGroup cannot be"
            ),
        ] as [(String, String, Patch, String)])
    func problems(_ resource: String, _ property: String, _ patch: Patch, _ message: String) {
        let node = Examples.node { $0.overrides[resource] = ResourceOverride(properties: [property: patch]) }
        let problems = Blueprints.problems(of: Examples.set(node: node))
        #expect(problems.count == 1)
        #expect(problems.first?.severity == .error)
        #expect(problems.first?.message.contains(message) == true, "\(problems)")
    }

    @Test("an omitted resource that another refers to is told")
    func dangling() {
        let problems = Blueprints.problems(of: Examples.set(node: Examples.node { $0.omit = ["TaskRole"] }))
        #expect(problems.map(\.message).contains { $0.contains("dev/acme/TaskRole is omitted, but") })
        let unknown = Blueprints.problems(of: Examples.set(node: Examples.node { $0.omit = ["Queue"] }))
        #expect(unknown.map(\.message).contains { $0.contains("Node dev/acme has no resource Queue") })
    }
}
