import Testing

@testable import Manifests

@Suite("What is wrong with a value")
struct ValueProblemTests {
    @Test("of an environment is told at its line and column", arguments: environments)
    func environment(_ input: BadInput) { input.check() }

    @Test("of a repository is told at its line and column", arguments: repositories)
    func repository(_ input: BadInput) { input.check() }

    @Test("of a node or an extra is told at its line and column", arguments: nodes)
    func node(_ input: BadInput) { input.check() }

    private typealias Fixture = RepositoryFixture

    /// The environment's file alone, with lines added from line 10.
    private static func added(_ lines: String) -> RepositoryFixture {
        Fixture(["e.yaml": Fixture.environment(adding: lines)])
    }

    private static func network(_ text: String) -> RepositoryFixture { added("  network: { \(text) }") }

    private static let environments = [
        BadInput(
            "an account that is not quoted",
            Fixture(["e.yaml": Fixture.environment(account: "123456789012")]),
            "e.yaml:7:12: error: account must be a text, not the number 123456789012: put it in quotes, \"123456789012\" "
                + "(without them, leading zeros are lost)"
        ),
        BadInput(
            "an account of ten digits",
            Fixture(["e.yaml": Fixture.environment(account: "\"1234567890\"")]),
            "e.yaml:7:12: error: account must be an AWS account's twelve digits, not \"1234567890\""
        ),
        BadInput(
            "a region without its number",
            Fixture(["e.yaml": Fixture.environment(region: "eu-west")]),
            "e.yaml:6:11: error: region must be an AWS region such as ap-southeast-1, not \"eu-west\""
        ),
        BadInput(
            "a prefix of capitals",
            Fixture(["e.yaml": Fixture.environment(prefix: "X-")]),
            "e.yaml:5:11: error: prefix must be lowercase letters, digits and hyphens, not beginning with a hyphen, not "
                + "\"X-\""
        ),
        BadInput(
            "a prefix without a hyphen",
            Fixture(["e.yaml": Fixture.environment(prefix: "x")]),
            "e.yaml:5:11: warning: the prefix \"x\" has no hyphen at its end, so names will begin with \"xdev\": write "
                + "\"x-\" if that was meant"
        ),
        BadInput(
            "an empty prefix that is not written",
            Fixture(["e.yaml": Fixture.environment(prefix: "")]),
            "e.yaml:5:3: error: prefix has no value: write one, or remove the key"
        ),
        BadInput(
            "names that begin with a digit",
            Fixture(["e.yaml": Fixture.environment("\"2nd\"", prefix: "\"\"")]),
            "e.yaml:3:19: error: names would begin with \"2nd\", but a DB subnet group's name must begin with a letter: "
                + "change the prefix or the environment's name"
        ),
        BadInput(
            "a name that ends with a hyphen",
            Fixture(["e.yaml": Fixture.environment("dev-")]),
            "e.yaml:3:19: error: name must be lowercase letters, digits and inner hyphens, not \"dev-\""
        ),
        BadInput(
            "a user's ARN for a role",
            added("  roleArn: arn:aws:iam::123456789012:user/me"),
            "e.yaml:10:12: error: roleArn must be a role's ARN such as arn:aws:iam::123456789012:role/plumbline, not "
                + "\"arn:aws:iam::123456789012:user/me\""
        ),
        BadInput(
            "another account's role",
            added("  roleArn: arn:aws:iam::210987654321:role/me"),
            "e.yaml:10:12: error: the role is of account 210987654321, but account is 123456789012: one of them is wrong"
        ),
        BadInput(
            "an external id without a role",
            added("  externalId: abc"),
            "e.yaml:10:15: error: externalId has no effect without roleArn: add the role, or remove externalId"
        ),
        BadInput(
            "an e-mail address without a host",
            RepositoryFixture([
                "e.yaml": Fixture.environment().replacing("ops@example.com", with: "ops@")
            ]),
            "e.yaml:8:17: error: contactEmail must be an e-mail address such as ops@example.com, not \"ops@\""
        ),
        BadInput(
            "a cost code that is a number",
            RepositoryFixture([
                "e.yaml": Fixture.environment().replacing("\"0042\"", with: "0042")
            ]),
            "e.yaml:9:13: error: costCode must be a text, not the number 0042: put it in quotes, \"0042\" (without them, "
                + "leading zeros are lost)"
        ),
        BadInput(
            "a cost code that is no tag's value",
            RepositoryFixture([
                "e.yaml": Fixture.environment().replacing("\"0042\"", with: "\"a;b\"")
            ]),
            "e.yaml:9:13: error: costCode must be fit for an AWS tag (letters, digits, spaces and _ . : / = + - @), not "
                + "\"a;b\""
        ),
        BadInput(
            "a cost code of 257 characters",
            RepositoryFixture([
                "e.yaml": Fixture.environment().replacing("0042", with: String(repeating: "a", count: 257))
            ]),
            "e.yaml:9:13: error: costCode must have 1 to 256 characters, but has 257"
        ),
        BadInput(
            "a boolean in words",
            added("  adopt: yes"),
            "e.yaml:10:10: error: adopt must be true or false, not the boolean yes"
        ),
        BadInput(
            "a boolean in quotes",
            added("  adopt: \"true\""),
            "e.yaml:10:10: error: adopt must be true or false, not the text \"true\""
        ),
        BadInput(
            "null",
            added("  adopt: null"),
            "e.yaml:10:10: error: adopt has no value: write one, or remove the key"
        ),
        BadInput(
            "a choice that there is not",
            added("  deletionPolicy: retian"),
            "e.yaml:10:19: error: deletionPolicy must be delete or retain, not \"retian\": did you mean \"retain\"?"
        ),
        BadInput(
            "a text for a mapping",
            added("  network: 10.0.0.0/16"),
            "e.yaml:10:12: error: network must be a mapping of keys and values, not the text \"10.0.0.0/16\""
        ),
        BadInput(
            "a number in quotes",
            network("zones: \"2\""),
            "e.yaml:10:21: error: zones must be a whole number, but the text \"2\" is in quotes: remove them"
        ),
        BadInput(
            "a fraction",
            network("zones: 2.5"),
            "e.yaml:10:21: error: zones must be a whole number, not the number 2.5"
        ),
        BadInput(
            "a number in octal",
            network("zones: 02"),
            "e.yaml:10:21: error: zones must be a whole number, not the number 02"
        ),
        BadInput("one zone", network("zones: 1"), "e.yaml:10:21: error: zones must be from 2 to 6, not 1"),
        BadInput(
            "a network with host bits",
            network("cidr: 10.1.2.3/16"),
            "e.yaml:10:20: error: cidr: 10.1.2.3/16 is an address inside a network: write 10.1.0.0/16 for the network, or "
                + "10.1.2.3/32 for the one address"
        ),
        BadInput(
            "a network that is too large",
            network("cidr: 10.0.0.0/8"),
            "e.yaml:10:20: error: cidr must be a network from /16 to /28, not 10.0.0.0/8"
        ),
        BadInput(
            "a network that is none",
            network("cidr: 10.0.0/16"),
            "e.yaml:10:20: error: cidr must be an IPv4 network such as 10.0.0.0/8, not \"10.0.0/16\""
        ),
        BadInput(
            "too few subnets",
            network("publicSubnets: [10.192.1.0/24]"),
            "e.yaml:10:14: error: publicSubnets lists 1 for 2 zones: list one per zone"
        ),
        BadInput(
            "a subnet outside the VPC",
            network("publicSubnets: [10.192.1.0/24, 10.193.2.0/24]"),
            "e.yaml:10:45: error: the subnet 10.193.2.0/24 is outside the VPC, 10.192.0.0/16"
        ),
        BadInput(
            "a subnet over a default one",
            network("publicSubnets: [10.192.20.0/24, 10.192.1.0/24]"),
            "e.yaml:10:30: error: the subnet 10.192.20.0/24 overlaps the subnet 10.192.20.0/24, the default of "
                + "privateSubnets"
        ),
        BadInput(
            "subnets that overlap",
            network("privateSubnets: [10.192.64.0/20, 10.192.65.0/24]"),
            "e.yaml:10:47: error: the subnet 10.192.65.0/24 overlaps the subnet 10.192.64.0/20"
        ),
        BadInput(
            "a VPC too small for the default",
            network("cidr: 10.0.0.0/26"),
            "e.yaml:10:20: error: a VPC of 10.0.0.0/26 is too small to be cut by default: list privateSubnets",
            "e.yaml:10:20: error: a VPC of 10.0.0.0/26 is too small to be cut by default: list publicSubnets"
        ),
        BadInput(
            "a port that is none",
            network("databasePort: 65536"),
            "e.yaml:10:28: error: databasePort must be from 1 to 65535, not 65536"
        ),
    ]

    private static func repositoryFile(_ name: String, _ spec: String = "") -> RepositoryFixture {
        Fixture([
            "r.yaml": """
            apiVersion: plumbline.dev/v1
            kind: Repository
            metadata: { name: \(name) }
            spec:
              region: eu-west-1
              account: "123456789012"
            \(spec)
            """
        ])
    }

    private static let repositories = [
        BadInput(
            "a name with capitals",
            repositoryFile("Acme"),
            "r.yaml:3:19: error: name must be lowercase letters and digits, with single . _ - between them and / between "
                + "parts, not \"Acme\""
        ),
        BadInput(
            "a name with two hyphens together",
            repositoryFile("team/ac--me"),
            "r.yaml:3:19: error: name must be lowercase letters and digits, with single . _ - between them and / between "
                + "parts, not \"team/ac--me\""
        ),
        BadInput(
            "a name of one letter",
            repositoryFile("a"),
            "r.yaml:3:19: error: name must have 2 to 256 characters, but has 1"
        ),
        BadInput(
            "a lifecycle that keeps nothing",
            repositoryFile("app", "  lifecycle: { keepImages: 0 }"),
            "r.yaml:7:28: error: keepImages must be from 1 to 100000, not 0"
        ),
        BadInput(
            "another account's role",
            repositoryFile("app", "  roleArn: arn:aws:iam::210987654321:role/me"),
            "r.yaml:7:12: error: the role is of account 210987654321, but account is 123456789012: one of them is wrong"
        ),
    ]

    private static func image(_ text: String) -> RepositoryFixture { .valid(node: Fixture.node(image: text)) }
    private static func service(_ text: String) -> RepositoryFixture { .valid(node: Fixture.node(service: text)) }
    private static func balancer(_ text: String) -> RepositoryFixture { .valid(node: Fixture.node(loadBalancer: text)) }
    private static func variables(_ text: String) -> RepositoryFixture { service("{ port: 1, environment: \(text) }") }

    private static let nodes = [
        BadInput(
            "a tag and a digest",
            image("{ repository: app, tag: one, digest: \"sha256:\(String(repeating: "a", count: 64))\" }"),
            "node.yaml:5:47: error: an image has either a tag or a digest, not both: remove one of them"
        ),
        BadInput(
            "neither tag nor digest",
            image("{ repository: app }"),
            "node.yaml:5:3: error: the image has neither a tag nor a digest: add tag: or digest:"
        ),
        BadInput(
            "a tag that is a number",
            image("{ repository: app, tag: 1.10 }"),
            "node.yaml:5:34: error: tag must be a text, not the number 1.10: put it in quotes, \"1.10\" (without them, "
                + "its spelling is lost)"
        ),
        BadInput(
            "a tag with a slash",
            image("{ repository: app, tag: a/b }"),
            "node.yaml:5:34: error: tag must be letters, digits and _ . - not beginning with . or -, not \"a/b\""
        ),
        BadInput(
            "a digest that is too short",
            image("{ repository: app, digest: \"sha256:abc\" }"),
            "node.yaml:5:37: error: digest must be sha256: and 64 hexadecimal digits, not \"sha256:abc\""
        ),
        BadInput(
            "a registry with https",
            image("{ repository: app, tag: one, registry: \"https://x.io\" }"),
            "node.yaml:5:49: error: registry must be a registry's host without https:// and without the repository, such "
                + "as public.ecr.aws, not \"https://x.io\""
        ),
        BadInput(
            "a repository that nobody declares",
            image("{ repository: apps, tag: one }"),
            "node.yaml:5:24: warning: there is no Repository \"apps\", so the image is looked for in ECR in the "
                + "environment's own account and region: did you mean \"app\"?"
        ),
        BadInput("no port", service("{ count: 1 }"), "node.yaml:6:3: error: service lacks the required key port"),
        BadInput(
            "a count below nothing",
            service("{ count: -1, port: 1 }"),
            "node.yaml:6:21: error: count must be from 0 to 5000, not -1"
        ),
        BadInput(
            "a CPU that Fargate has not",
            service("{ cpu: 300, port: 1 }"),
            "node.yaml:6:19: error: on Fargate cpu must be one of 256, 512, 1024, 2048, 4096, 8192, 16384, not 300"
        ),
        BadInput(
            "memory that does not fit the default CPU",
            service("{ memory: 4096, port: 1 }"),
            "node.yaml:6:22: error: Fargate has no size with cpu 256 and memory 4096: for cpu 256, memory must be 512, "
                + "1024 or 2048"
        ),
        BadInput(
            "a CPU that the default memory does not fit",
            service("{ cpu: 8192, port: 1 }"),
            "node.yaml:6:19: error: Fargate has no size with cpu 8192 and memory 512: for cpu 8192, memory must be 16384 "
                + "to 61440 in steps of 4096"
        ),
        BadInput(
            "a size between two steps",
            service("{ cpu: 16384, memory: 36864, port: 1 }"),
            "node.yaml:6:34: error: Fargate has no size with cpu 16384 and memory 36864: for cpu 16384, memory must be "
                + "32768 to 122880 in steps of 8192"
        ),
        BadInput(
            "a processor that there is not",
            service("{ architecture: arm, port: 1 }"),
            "node.yaml:6:28: error: architecture must be x86_64 or arm64, not \"arm\""
        ),
        BadInput(
            "variables that Plumbline sets",
            variables("{ JUICE_CONFIG: a, PORT: b, ALB_HOST: c }"),
            "node.yaml:6:38: error: JUICE_CONFIG must not be in an environment list: Plumbline points it at the service's "
                + "own secret. Remove it",
            "node.yaml:6:55: error: PORT must not be in an environment list: Plumbline sets it from service.port. Remove it",
            "node.yaml:6:64: error: ALB_HOST must not be in an environment list: Plumbline sets it to the load balancer's "
                + "host. Remove it"
        ),
        BadInput(
            "variables that are not texts",
            variables("{ A: true, B: 1, C: [x], D: , E: no }"),
            "node.yaml:6:41: error: A must be a text, not the boolean true: put it in quotes, \"true\"",
            "node.yaml:6:50: error: B must be a text, not the number 1: put it in quotes, \"1\"",
            "node.yaml:6:53: error: C must be a text, not a list",
            "node.yaml:6:61: error: D has no value: write one, or remove the key",
            "node.yaml:6:69: error: E must be a text, not the boolean no: put it in quotes, \"no\""
        ),
        BadInput(
            "a variable's name with a space",
            variables("{ \"A B\": c }"),
            "node.yaml:6:38: error: \"A B\" is no environment variable's name: use letters, digits and _, not beginning "
                + "with a digit"
        ),
        BadInput(
            "variables as a list",
            variables("[{ name: A, value: b }]"),
            "node.yaml:6:23: error: environment must be a mapping of names and texts, not a list: write NAME: \"value\" "
                + "without dashes"
        ),
        BadInput(
            "nobody may connect",
            balancer("{ healthCheckPath: /up }"),
            "node.yaml:7:3: warning: nobody can reach this load balancer: list the networks that may in "
                + "loadBalancer.allowFrom"
        ),
        BadInput(
            "networks that are none",
            balancer("{ healthCheckPath: /up, allowFrom: [10.0.0.1/8, \"::x\", 7] }"),
            "node.yaml:7:53: error: allowFrom: 10.0.0.1/8 is an address inside a network: write 10.0.0.0/8 for the "
                + "network, or 10.0.0.1/32 for the one address",
            "node.yaml:7:65: error: allowFrom must be a network such as 10.0.0.0/8 or 2001:db8::/32, a prefix list pl-… "
                + "or a security group sg-…, not \"::x\"",
            "node.yaml:7:72: error: allowFrom must be a text, not the number 7: put it in quotes, \"7\""
        ),
        BadInput(
            "one network without a list",
            balancer("{ healthCheckPath: /up, allowFrom: 10.0.0.0/8 }"),
            "node.yaml:7:52: error: allowFrom must be a list, not the text \"10.0.0.0/8\""
        ),
        BadInput(
            "a health check path without a slash",
            balancer("{ healthCheckPath: up, allowFrom: [10.0.0.0/8] }"),
            "node.yaml:7:36: error: healthCheckPath must be a path that begins with / and has no spaces, not \"up\""
        ),
        BadInput(
            "a health check path of 1025 characters",
            balancer("{ healthCheckPath: /\(String(repeating: "a", count: 1024)), allowFrom: [10.0.0.0/8] }"),
            "node.yaml:7:36: error: healthCheckPath must have 1 to 1024 characters, but has 1025"
        ),
        BadInput(
            "a scheme that there is not",
            balancer("{ healthCheckPath: /up, allowFrom: [10.0.0.0/8], scheme: public }"),
            "node.yaml:7:74: error: scheme must be internet-facing or internal, not \"public\""
        ),
        BadInput(
            "a certificate of another region",
            balancer(
                "{ healthCheckPath: /up, allowFrom: [10.0.0.0/8],\n"
                    + "    certificateArn: \"arn:aws:acm:us-east-1:123456789012:certificate/1\" }"
            ),
            "node.yaml:8:21: error: the certificate is in us-east-1, account 123456789012, but the environment dev is in "
                + "eu-west-1, account 123456789012: a load balancer needs a certificate of its own region and account"
        ),
        BadInput(
            "days that CloudWatch does not have",
            .valid(node: Fixture.node(adding: "  logs: { retentionDays: 10 }")),
            "node.yaml:8:26: error: retentionDays must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, "
                + "545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, not 10"
        ),
        BadInput(
            "a path with a space, and rule 0",
            .valid(extra: Fixture.extra(route: "{ path: \"/a b\", healthCheckPath: /up, rule: 0 }")),
            "extra.yaml:7:18: error: path must be a path pattern that begins with / and has only letters, digits and "
                + "_ - . $ / ~ \" ' @ : + & * ?, not \"/a b\"",
            "extra.yaml:7:54: error: rule must be from 1 to 50000, not 0"
        ),
        BadInput(
            "a path of 129 characters",
            .valid(
                extra: Fixture.extra(route: "{ path: /\(String(repeating: "a", count: 128)), healthCheckPath: /up }")
            ),
            "extra.yaml:7:18: error: path must have 1 to 128 characters, but has 129"
        ),
    ]
}
