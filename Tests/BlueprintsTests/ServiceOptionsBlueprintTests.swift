import AWSResources
import Manifests
import Model
import Testing

@testable import Blueprints

@Suite("What a service and a load balancer may ask for besides")
struct ServiceOptionsBlueprintTests {
    private func declared(
        _ node: (inout Node) -> Void = { _ in }, extra: (inout Extra) -> Void = { _ in }
    ) -> Declared {
        Declared(Examples.set(node: Examples.node(node), extra: Examples.extra(extra)))
    }

    @Test("autoscaling makes a scalable target after the service, whose count is then not managed")
    func autoscaling() throws {
        let declared = declared { node in
            node.service.autoscaling = .init(min: 2, max: 6, cpu: 60, requestsPerTarget: 500)
        }
        #expect(declared.value("dev/acme/Service", "desiredCount") == nil)
        #expect(declared.value("dev/acme/Service", "initialCount") == 2)
        let target = try #require(declared["dev/acme/ScalableTarget"])
        #expect(target.values["resourceId"]?.description == "service/${dev/Cluster.id}/${dev/acme/Service.name}")
        #expect(target.values["minCapacity"] == 2 && target.values["maxCapacity"] == 6)
        // Cluster and service may have been taken over under other names.
        #expect(target.name == nil)
        #expect(
            Set(target.dependencies) == [
                "dev/Cluster", "dev/acme/Service", "dev/acme/LoadBalancer", "dev/acme/TargetGroup",
            ])
        let policies = try #require(target.values["policies"]).description
        #expect(policies.contains("x-dev-acme-cpu") && policies.contains("x-dev-acme-requests"))
        #expect(!policies.contains("memory"))
    }

    @Test("an extra scales by its own target group on the node's load balancer")
    func extraAutoscaling() throws {
        let declared = declared(extra: { $0.service.autoscaling = .init(min: 1, max: 2, requestsPerTarget: 9) })
        let target = try #require(declared["dev/acme/api2/ScalableTarget"])
        #expect(target.values["resourceId"]?.description == "service/${dev/Cluster.id}/${dev/acme/api2/Service.name}")
        #expect(
            Set(target.dependencies)
                == ["dev/Cluster", "dev/acme/api2/Service", "dev/acme/LoadBalancer", "dev/acme/api2/TargetGroup"])
        #expect(declared["dev/acme/ScalableTarget"] == nil)
        #expect(declared.value("dev/acme/Service", "desiredCount") == 1)
    }

    @Test("Session Manager turns commands on for that service only, and gives the shared task role its rights")
    func sessionManager() throws {
        let declared = declared(extra: { $0.service.sessionManager = true })
        #expect(declared.value("dev/acme/api2/Service", "enableExecuteCommand") == true)
        #expect(declared.value("dev/acme/Service", "enableExecuteCommand") == nil)
        let task = try #require(declared.value("dev/acme/TaskRole", "inlinePolicies")).description
        #expect(task.contains("x-dev-acme-session-manager") && task.contains("ssmmessages:OpenDataChannel"))
        let execution = try #require(declared.value("dev/acme/ExecutionRole", "inlinePolicies")).description
        #expect(!execution.contains("ssmmessages"))
        #expect(self.declared().value("dev/acme/TaskRole", "inlinePolicies")?.description.contains("ssm:") == true)
        #expect(
            self.declared().value("dev/acme/TaskRole", "inlinePolicies")?.description.contains("ssmmessages") == false)
    }

    @Test("everybody that is allowed stands in the load balancer's group")
    func allowed() throws {
        let declared = declared { node in
            node.loadBalancer.allowFrom = [
                .cidr(CIDRBlock(10, 0, 0, 0, prefixLength: 8)), .prefixList("pl-0123456789abcdef0"),
                .securityGroup("sg-0123456789abcdef0"),
            ]
        }
        let rules = SecurityRule.Source.self
        let expected: Set<SecurityRule> = [
            .init(fromPort: 80, toPort: 80, source: rules.cidr("10.0.0.0/8")),
            .init(fromPort: 80, toPort: 80, source: .prefixList("pl-0123456789abcdef0")),
            .init(fromPort: 80, toPort: 80, source: .group("sg-0123456789abcdef0")),
        ]
        #expect(declared.value("dev/acme/LoadBalancerSecurityGroup", "ingress") == expected.fieldValue)
    }

    @Test("port 443 has the given TLS policy, or TLS 1.2 and 1.3; port 80 has none")
    func tls() {
        let certificate = "arn:aws:acm:ap-southeast-1:123456789012:certificate/1"
        let usual = declared { $0.loadBalancer.certificateArn = certificate }
        #expect(usual.value("dev/acme/SecureListener", "sslPolicy") == "ELBSecurityPolicy-TLS13-1-2-2021-06")
        #expect(usual.value("dev/acme/Listener", "sslPolicy") == nil)
        let strict = declared {
            $0.loadBalancer.certificateArn = certificate
            $0.loadBalancer.tlsPolicy = "ELBSecurityPolicy-TLS13-1-3-2021-06"
        }
        #expect(strict.value("dev/acme/SecureListener", "sslPolicy") == "ELBSecurityPolicy-TLS13-1-3-2021-06")
    }

    @Test("access logs are attributes, a web ACL is a field, and neither is managed unless given")
    func logsAndFirewall() {
        let webACL = "arn:aws:wafv2:ap-southeast-1:123456789012:regional/webacl/a/b"
        let declared = declared {
            $0.loadBalancer.accessLogs = .init(bucket: "x-logs", prefix: "acme")
            $0.loadBalancer.webACLArn = webACL
        }
        #expect(
            declared.value("dev/acme/LoadBalancer", "attributes")
                == .map([
                    "access_logs.s3.enabled": "true", "access_logs.s3.bucket": "x-logs",
                    "access_logs.s3.prefix": "acme",
                ]))
        #expect(declared.value("dev/acme/LoadBalancer", "webACL") == .string(webACL))
        #expect(self.declared().value("dev/acme/LoadBalancer", "attributes") == nil)
        #expect(self.declared().value("dev/acme/LoadBalancer", "webACL") == nil)
    }

    @Test("the service of a node or an extra is found by its path")
    func locations() {
        let set = Examples.set()
        let extra = set.serviceLocation("dev/acme/api2")
        #expect(extra?.cluster == "x-dev" && extra?.service == "x-dev-acme-api2")
        #expect(extra?.container == "acme-api2App" && extra?.scope.region == "ap-southeast-1")
        #expect(set.serviceLocation("dev/acme")?.service == "x-dev-acme")
        for path in ["dev", "dev/none", "dev/acme/none", "none/acme", "dev/acme/api2/x", "dev/acme/", ""] {
            #expect(set.serviceLocation(path) == nil, "\(path)")
        }
    }
}
