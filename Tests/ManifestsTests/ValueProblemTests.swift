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
}
