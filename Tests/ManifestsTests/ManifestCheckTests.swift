import Testing

@testable import Manifests

@Suite("What is wrong between manifests")
struct ManifestCheckTests {
    @Test("is told at the one to change", arguments: inputs)
    func isTold(_ input: BadInput) { input.check() }

    private typealias Fixture = RepositoryFixture

    /// Several documents as the files `01.yaml`, `02.yaml` …, after the repository `app`.
    private static func documents(_ texts: String...) -> RepositoryFixture {
        var fixture = Fixture(["00.yaml": Fixture.repository])
        for (index, text) in texts.enumerated() { fixture.add("0\(index + 1).yaml", text) }
        return fixture
    }

    private static let inputs = [
        BadInput(
            "an environment that is missing",
            documents(Fixture.environment(), Fixture.node(environment: "def")),
            "02.yaml:3:38: error: there is no Environment \"def\": did you mean \"dev\"?"
        ),
        BadInput(
            "an extra's environment that is missing",
            documents(Fixture.environment(), Fixture.extra(environment: "x")),
            "02.yaml:3:38: error: there is no Environment \"x\": add its manifest, or correct the name"
        ),
        BadInput(
            "a node that is missing",
            documents(Fixture.environment(), Fixture.node(), Fixture.extra(node: "acne")),
            "03.yaml:3:49: error: there is no Node \"acne\" in the environment \"dev\": did you mean \"acme\"?"
        ),
        BadInput(
            "a node of another environment",
            documents(
                Fixture.environment(),
                Fixture.environment("test", adding: "  network: { cidr: 10.193.0.0/16 }"),
                Fixture.node(environment: "test"),
                Fixture.extra()
            ),
            "04.yaml:3:49: error: there is no Node \"acme\" in the environment \"dev\": add its manifest, or correct the "
                + "name"
        ),
        BadInput(
            "networks that overlap in one account and region",
            documents(
                Fixture.environment(),
                Fixture.environment("test", adding: "  network: { cidr: 10.192.128.0/17 }")
            ),
            "02.yaml:10:20: warning: the network 10.192.128.0/17 overlaps 10.192.0.0/16 of the environment dev in the same "
                + "account and region: the two can never be connected"
        ),
        BadInput(
            "default networks that overlap",
            documents(Fixture.environment(), Fixture.environment("test")),
            "02.yaml:4:1: warning: the network 10.192.0.0/16 overlaps 10.192.0.0/16 of the environment dev in the same "
                + "account and region: the two can never be connected"
        ),
        BadInput(
            "a network around another one",
            documents(
                Fixture.environment("abc", adding: "  network: { cidr: 10.192.128.0/17 }"),
                Fixture.environment()
            ),
            "02.yaml:4:1: warning: the network 10.192.0.0/16 overlaps 10.192.128.0/17 of the environment abc in the same "
                + "account and region: the two can never be connected"
        ),
        BadInput(
            "two rules with one number",
            documents(
                Fixture.environment(),
                Fixture.node(),
                Fixture.extra("one", route: "{ path: /1, healthCheckPath: /up, rule: 5 }"),
                Fixture.extra("two", route: "{ path: /2, healthCheckPath: /up, rule: 5 }")
            ),
            "04.yaml:7:50: error: the extra one (03.yaml:7:18) has rule number 5 on this node already: take another, or "
                + "leave it out"
        ),
        BadInput(
            "two rules with one path",
            documents(
                Fixture.environment(),
                Fixture.node(),
                Fixture.extra("one"),
                Fixture.extra("two")
            ),
            "04.yaml:7:18: error: the extra one (03.yaml:7:18) has the path /api2 on this node already"
        ),
        BadInput(
            "a load balancer's name that is too long",
            documents(Fixture.environment(), Fixture.node("a-node-of-twenty-seven-lette")),
            "02.yaml:3:19: error: the name of the load balancer and the target group would be "
                + "\"x-dev-a-node-of-twenty-seven-lette\", 34 characters where AWS allows 32: shorten the name by 2"
        ),
        BadInput(
            "a role's name that is too long too",
            documents(Fixture.environment(), Fixture.node(String(repeating: "n", count: 39))),
            "02.yaml:3:19: error: the name of the IAM role would be "
                + "\"x-dev-nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn-ECSTaskExecutionRole\", 66 characters where AWS "
                + "allows 64: shorten the name by 2",
            "02.yaml:3:19: error: the name of the load balancer and the target group would be "
                + "\"x-dev-nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn\", 45 characters where AWS allows 32: shorten the "
                + "name by 13"
        ),
        BadInput(
            "an extra's target group's name that is too long",
            documents(Fixture.environment(), Fixture.node(), Fixture.extra("an-extra-with-a-long-name")),
            "03.yaml:3:19: error: the name of the target group would be \"dev-acme-an-extra-with-a-long-name\", 34 "
                + "characters where AWS allows 32: shorten the name by 2"
        ),
        BadInput(
            "a load balancer's name that AWS keeps",
            documents(Fixture.environment(prefix: "internal-"), Fixture.node()),
            "02.yaml:3:19: error: the load balancer's name would be \"internal-dev-acme\", but AWS keeps names that begin "
                + "with \"internal-\" for itself: change the prefix or the environment's name"
        ),
        BadInput(
            "a node named as an extra's things are",
            documents(Fixture.environment(), Fixture.node(), Fixture.extra(), Fixture.node("acme-api2")),
            "03.yaml:3:19: error: Node dev/acme-api2 (04.yaml:3:19) has the secret \"x-dev-acme-api2\" already: rename one "
                + "of the two"
        ),
        BadInput(
            "environments of one name in AWS",
            documents(
                Fixture.environment("x-dev", prefix: "\"\""),
                Fixture.environment(adding: "  network: { cidr: 10.9.0.0/16 }")
            ),
            "01.yaml:3:19: error: Environment dev (02.yaml:3:19) has the ECS cluster \"x-dev\" already: rename one of the "
                + "two"
        ),
        BadInput(
            "a role of one name in two regions of an account",
            documents(
                Fixture.environment("x-dev", prefix: "\"\"", region: "us-east-1"),
                Fixture.environment(),
                Fixture.node(environment: "x-dev"),
                Fixture.node()
            ),
            "03.yaml:3:19: error: Node dev/acme (04.yaml:3:19) has the IAM role \"x-dev-acme-ECSTaskExecutionRole\" "
                + "already: rename one of the two"
        ),
    ]

    @Test("the same names in two accounts are no problem")
    func accountsAreApart() {
        let fixture = Self.documents(
            Fixture.environment("x-dev", prefix: "\"\""),
            Fixture.environment(account: "\"210987654321\""),
            Fixture.node(environment: "x-dev"),
            Fixture.node()
        )
        #expect(fixture.lines == [])
    }

    @Test("a name of exactly the limit is right")
    func limitIsInclusive() {
        let fixture = Self.documents(Fixture.environment(), Fixture.node(String(repeating: "n", count: 26)))
        #expect(fixture.lines == [])
    }
}
