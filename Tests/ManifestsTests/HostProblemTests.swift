import Testing

@testable import Manifests

@Suite("What is wrong with EC2 hosts and services on them")
struct HostProblemTests {
    private typealias Fixture = RepositoryFixture

    @Test("is told at its line and column", arguments: inputs)
    func problem(_ input: BadInput) { input.check() }

    @Test("is nothing when they are right")
    func right() throws {
        let (set, lines) = Self.cluster(
            "instanceType: t4g.small, size: { min: 1, max: 4, desired: 2 }, publicKey: \(Self.key), spot: true, "
                + "amiUpdates: latest",
            service: "{ port: 4000, cpu: 128, memory: 64, architecture: arm64 }"
        ).read()
        #expect(lines == [])
        let cluster = try #require(set?.environments.first?.cluster)
        let hosts = try #require(cluster.ec2)
        #expect(hosts.instanceType.description == "t4g.small" && hosts.size == .init(min: 1, max: 4, desired: 2))
        #expect(hosts.publicKey == Self.key && hosts.spot && hosts.amiUpdates == .latest)
        #expect(!cluster.hasFargate)
        #expect(cluster.capacity(of: .init(port: 1)) == .ec2)
    }

    @Test("a cluster has Fargate unless only hosts are asked for, and a service takes Fargate where there is any")
    func capacities() throws {
        var cluster = Environment.Cluster()
        #expect(cluster.hasFargate)
        cluster.ec2 = .init(instanceType: try #require(InstanceType("t3.small")), size: .init(min: 0, max: 1))
        #expect(!cluster.hasFargate)
        cluster.capacity = .fargate
        #expect(cluster.hasFargate && cluster.capacity(of: .init(port: 1)) == .fargate)
        var service = ServiceSettings(port: 1)
        service.capacity = .ec2
        #expect(cluster.capacity(of: service) == .ec2)
    }

    @Test(
        "a machine type tells its processor",
        arguments: [
            ("t3.small", false), ("t4g.nano", true), ("m7i-flex.large", false), ("c7gn.16xlarge", true),
            ("x2gd.metal", true), ("g4dn.xlarge", false), ("g5g.xlarge", true), ("is4gen.large", true),
            ("im4gn.large", true), ("hpc7g.4xlarge", true), ("a1.medium", true), ("x2idn.large", false),
            ("u-6tb1.metal", false), ("p5.48xlarge", false), ("r8gd.large", true),
        ])
    func processor(_ text: String, _ isARM: Bool) throws {
        #expect(try #require(InstanceType(text)).architecture == (isARM ? .arm64 : .x86_64))
    }

    @Test(
        "a text that is no machine type is refused",
        arguments: [
            "small", "t3", "t3.", ".small", "t3.small.x", "T3.small", "3t.small", "t3 .small", "db.t3.small",
            "micro.large",
        ])
    func noType(_ text: String) { #expect(InstanceType(text) == nil) }

    @Test("a private key is refused in every form, and not one character of it is shown", arguments: privateKeys)
    func privateKey(_ text: String) {
        let lines = Fixture.valid(
            environment: Fixture.environment(
                adding: """
                      cluster:
                        ec2:
                          instanceType: t3.small
                          size: { min: 1, max: 1 }
                          publicKey: \(text)
                    """)
        ).lines
        #expect(!lines.isEmpty)
        #expect(lines.contains { $0.contains("private key") || $0.contains("publicKey") }, "\(lines)")
        for line in lines { #expect(!line.contains("c2VjcmV0"), "\(line)") }
    }

    private static let privateKeys = [
        "|\n        -----BEGIN OPENSSH PRIVATE KEY-----\n        c2VjcmV0c2VjcmV0\n        -----END OPENSSH PRIVATE KEY-----",
        "|\n        -----BEGIN RSA PRIVATE KEY-----\n        c2VjcmV0c2VjcmV0\n        -----END RSA PRIVATE KEY-----",
        "\"-----BEGIN PRIVATE KEY----- c2VjcmV0c2VjcmV0\"",
        "|\n        PuTTY-User-Key-File-3: ssh-ed25519\n        c2VjcmV0c2VjcmV0",
        "c2VjcmV0c2VjcmV0",
        "ssh-ed25519 c2VjcmV0c2VjcmV0",
        "[c2VjcmV0c2VjcmV0]",
        "{ c2VjcmV0: c2VjcmV0 }",
    ]

    /// Of a pair whose private half nobody kept.
    private static let key =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEsIOjowkKx/sks2HK31BOwDguIXXSCPLBSZUAXVRZq+ me@example.com"

    /// Line 11 is what `ec2` holds, from column 12 on.
    private static func cluster(
        _ ec2: String, capacity: String? = nil, service: String = "{ port: 4000, capacity: ec2 }"
    ) -> RepositoryFixture {
        let beside = capacity.map { "    capacity: \($0)\n" } ?? ""
        return .valid(
            environment: Fixture.environment(adding: "  cluster:\n    ec2: { \(ec2) }\n\(beside)"),
            node: Fixture.node(service: service))
    }

    private static let hosts = "instanceType: t3.small, size: { min: 1, max: 2 }"

    private static let inputs = [
        BadInput(
            "min above max", cluster("instanceType: t3.small, size: { min: 5, max: 2 }"),
            "environment.yaml:11:49: error: min is 5 and max is 2: min must not be above max"),
        BadInput(
            "desired outside", cluster("instanceType: t3.small, size: { min: 1, max: 2, desired: 3 }"),
            "environment.yaml:11:69: error: desired is 3, but there are 1 to 2 hosts: take a number within"),
        BadInput(
            "no size and no type", cluster("spot: true"),
            "environment.yaml:11:5: error: ec2 lacks the required key instanceType",
            "environment.yaml:11:5: error: ec2 lacks the required key size"),
        BadInput(
            "a type of another service", cluster("instanceType: db.t3.small, size: { min: 1, max: 2 }"),
            "environment.yaml:11:26: error: instanceType must be a machine type of EC2 such as t3.small, not "
                + "\"db.t3.small\""),
        BadInput(
            "hosts that cannot be read, of which nothing follows for a service",
            cluster("instanceType: t3, size: { min: 1, max: 2 }", service: "{ port: 4000, cpu: 128, memory: 64 }"),
            "environment.yaml:11:26: error: instanceType must be a machine type of EC2 such as t3.small, not \"t3\""),
        BadInput(
            "spot that is neither true nor false", cluster(hosts + ", spot: often"),
            "environment.yaml:11:68: error: spot must be true or false, not the text \"often\""),
        BadInput(
            "updates that there are not", cluster(hosts + ", amiUpdates: newest"),
            "environment.yaml:11:74: error: amiUpdates must be pinned or latest, not \"newest\""),
        BadInput(
            "a key pair without a key", cluster(hosts + ", keyPair: x-dev"),
            "environment.yaml:11:62: error: a key pair is imported from a public key: write publicKey: ssh-ed25519 AAAA… "
                + "instead of keyPair"),
        BadInput(
            "a public key that is empty", cluster(hosts + ", publicKey: \"\""),
            "environment.yaml:11:73: error: publicKey must not be empty: write the public key, as in the file that ends "
                + "with .pub: ssh-ed25519 AAAA…"),
        BadInput(
            "a public key of a kind that EC2 has not", cluster(hosts + ", publicKey: ecdsa-sha2-nistp256 AAAA"),
            "environment.yaml:11:73: error: publicKey is of a kind that EC2 does not take: make an ed25519 or an RSA key"
        ),
        BadInput(
            "half a public key", cluster(hosts + ", publicKey: ssh-rsa AAAA"),
            "environment.yaml:11:73: error: publicKey is cut off or mistyped: copy the whole line of the file that ends "
                + "with .pub"),
        BadInput(
            "a service on hosts that there are not",
            .valid(node: Fixture.node(service: "{ port: 4000, capacity: ec2 }")),
            "node.yaml:6:36: error: the environment dev has no EC2 hosts: add ec2 to its cluster "
                + "(environment.yaml:4:1), or write capacity: fargate here"),
        BadInput(
            "a service on Fargate where only hosts are",
            cluster(hosts, service: "{ port: 4000, capacity: fargate }"),
            "node.yaml:6:36: error: the environment dev has EC2 hosts only: add capacity: fargate to its cluster "
                + "(environment.yaml:10:3), or write capacity: ec2 here"),
        BadInput(
            "an image for another processor than the hosts'",
            cluster(hosts, service: "{ port: 4000, architecture: arm64 }"),
            "node.yaml:6:40: error: the hosts of the environment dev are t3.small, which is x86_64: an image for arm64 "
                + "does not run there. Take another instanceType, or capacity: fargate"),
        BadInput(
            "a size that only hosts have, on Fargate",
            cluster(hosts, capacity: "fargate", service: "{ port: 4000, cpu: 256, memory: 256 }"),
            "node.yaml:6:44: error: Fargate has no size with cpu 256 and memory 256: for cpu 256, memory must be 512, "
                + "1024 or 2048"),
        BadInput(
            "names that AWS keeps for itself",
            .valid(
                environment: Fixture.environment(prefix: "ecs-", adding: "  cluster: { ec2: { \(hosts) } }")),
            "environment.yaml:5:11: error: the capacity provider's name would be \"ecs-dev-ec2\", but AWS keeps names that "
                + "begin with \"ecs\" for itself: change the prefix or the environment's name"),
    ]
}
