import Testing

@testable import Manifests

@Suite("What is wrong with autoscaling and a load balancer's options")
struct ServiceOptionProblemTests {
    private typealias Fixture = RepositoryFixture

    @Test("is told at its line and column", arguments: inputs)
    func problem(_ input: BadInput) { input.check() }

    @Test("is nothing when they are right")
    func right() throws {
        let node = Fixture.node(
            service: "{ port: 4000, autoscaling: { min: 2, max: 6, cpu: 60, memory: 70 }, sessionManager: true }",
            loadBalancer: """
                { healthCheckPath: /up, allowFrom: [10.0.0.0/8, "2001:DB8:0:0::/32", pl-0123abcd, sg-0123abcd],
                    accessLogs: { bucket: x-logs, prefix: a/b }, tlsPolicy: ELBSecurityPolicy-TLS13-1-3-2021-06,
                    certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/x",
                    webACLArn: "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/a/b" }
                """)
        let (set, lines) = Fixture.valid(node: node).read()
        #expect(lines == [])
        let parsed = try #require(set?.nodes.first)
        #expect(parsed.service.autoscaling == .init(min: 2, max: 6, cpu: 60, memory: 70))
        #expect(parsed.service.sessionManager == true)
        #expect(
            parsed.loadBalancer.allowFrom.map(\.description)
                == ["10.0.0.0/8", "2001:db8::/32", "pl-0123abcd", "sg-0123abcd"])
        #expect(parsed.loadBalancer.accessLogs == .init(bucket: "x-logs", prefix: "a/b"))
        #expect(parsed.loadBalancer.webACLArn?.hasSuffix("/webacl/a/b") == true)
    }

    @Test(
        "an IPv6 network is read and written in one spelling",
        arguments: [
            ("::/0", "::/0"), ("2001:DB8:0:0:0:0:0:0/32", "2001:db8::/32"), ("::1/128", "::1/128"),
            ("2001:db8:0:1:0:0:0:1/128", "2001:db8:0:1::1/128"), ("fe80::/10", "fe80::/10"),
            ("2001:db8:1:2:3:4:5:0/112", "2001:db8:1:2:3:4:5:0/112"),
        ])
    func version6(_ text: String, _ expected: String) throws {
        #expect(try IPv6Block.parse(text).get().description == expected)
    }

    @Test(
        "a text that is no IPv6 network is refused",
        arguments: [
            "::", "::/129", "1::2::3/64", ":::/0", "12345::/16", "::g/128", "1:2:3:4:5:6:7/64", "::/00", "+1::/16",
        ])
    func noVersion6(_ text: String) {
        #expect(IPv6Block.parse(text) == .failure(.notation))
    }

    private static func scaling(_ text: String) -> RepositoryFixture {
        .valid(node: Fixture.node(service: "{ port: 4000, autoscaling: { \(text) } }"))
    }

    private static func balancer(_ text: String) -> RepositoryFixture {
        .valid(node: Fixture.node(loadBalancer: "{ healthCheckPath: /up, allowFrom: [10.0.0.0/8],\n    \(text) }"))
    }

    private static let inputs = [
        BadInput(
            "min above max", scaling("min: 5, max: 2, cpu: 60"),
            "node.yaml:6:46: error: min is 5 and max is 2: min must not be above max"),
        BadInput(
            "no metric", scaling("min: 1, max: 2"),
            "node.yaml:6:26: error: autoscaling names no metric to follow: give cpu, memory or requestsPerTarget"),
        BadInput(
            "percents that are none", scaling("min: 1, max: 2, cpu: 0, memory: 101"),
            "node.yaml:6:62: error: cpu must be from 1 to 100, not 0",
            "node.yaml:6:73: error: memory must be from 1 to 100, not 101"),
        BadInput(
            "a range without its end", scaling("min: 1, cpu: 60"),
            "node.yaml:6:26: error: autoscaling lacks the required key max"),
        BadInput(
            "a count besides autoscaling",
            .valid(node: Fixture.node(service: "{ count: 2, port: 1, autoscaling: { min: 1, max: 2, cpu: 60 } }")),
            "node.yaml:6:21: error: count is what autoscaling decides: remove count, or remove autoscaling"),
        BadInput(
            "everybody may connect",
            .valid(node: Fixture.node(loadBalancer: "{ healthCheckPath: /up, allowFrom: [0.0.0.0/0, \"::/0\"] }")),
            "node.yaml:7:53: warning: 0.0.0.0/0 lets everybody connect who can reach this load balancer: list the "
                + "networks, prefix lists or security groups that should, unless that is meant",
            "node.yaml:7:64: warning: ::/0 lets everybody connect who can reach this load balancer: list the "
                + "networks, prefix lists or security groups that should, unless that is meant"),
        BadInput(
            "sources that are none",
            .valid(
                node: Fixture.node(
                    loadBalancer: "{ healthCheckPath: /up, allowFrom: [pl-1, \"2001:db8::1/32\", gateway] }")),
            "node.yaml:7:53: error: allowFrom must be a network such as 10.0.0.0/8 or 2001:db8::/32, a prefix list pl-… "
                + "or a security group sg-…, not \"pl-1\"",
            "node.yaml:7:59: error: allowFrom: 2001:db8::1/32 is an address inside a network: write 2001:db8::/32 for the "
                + "network, or 2001:db8::1/128 for the one address",
            "node.yaml:7:77: error: allowFrom must be a network such as 10.0.0.0/8 or 2001:db8::/32, a prefix list pl-… "
                + "or a security group sg-…, not \"gateway\""),
        BadInput(
            "a TLS policy without a certificate", balancer("tlsPolicy: ELBSecurityPolicy-2016-08"),
            "node.yaml:8:16: error: tlsPolicy has no effect without certificateArn: add the certificate, or remove "
                + "tlsPolicy"),
        BadInput(
            "a bucket's ARN for its name", balancer("accessLogs: { bucket: \"arn:aws:s3:::x\" }"),
            "node.yaml:8:27: error: bucket must be a bucket's name: lowercase letters, digits, inner dots and hyphens, "
                + "not \"arn:aws:s3:::x\""),
        BadInput(
            "a log prefix that AWS keeps for itself", balancer("accessLogs: { bucket: logs, prefix: x/AWSLogs }"),
            "node.yaml:8:41: error: prefix must be a prefix without a slash at its ends and without AWSLogs, not "
                + "\"x/AWSLogs\""),
        BadInput(
            "a web ACL of another region",
            balancer("webACLArn: \"arn:aws:wafv2:us-east-1:123456789012:regional/webacl/a/b\""),
            "node.yaml:8:16: error: the web ACL is in us-east-1, account 123456789012, but the environment dev is in "
                + "eu-west-1, account 123456789012: a load balancer needs a web ACL of its own region and account"),
    ]
}
