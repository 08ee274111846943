import Testing

@testable import Manifests

@Suite("What is wrong with a configuration, a secret or a jump box")
struct SecretProblemTests {
    private typealias Fixture = RepositoryFixture

    @Test("is told at its line and column", arguments: inputs)
    func problem(_ input: BadInput) { input.check() }

    @Test("is nothing when they are right")
    func right() throws {
        let arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shared/db-AbCdEf"
        let node = Fixture.node(
            service: """
                { port: 4000, secrets: {
                    PASSWORD: "\(arn):password::0123456789abcdef0123456789abcdef", TOKEN: secret/shared:token,
                    OLD: "secret/shared::AWSPREVIOUS", LEVEL: parameter/a/b, NAME: parameter/name,
                    FAR: "arn:aws:ssm:eu-west-1:123456789012:parameter/x" } }
                """, adding: "  config: { from: shared/acme, restartOnChange: true }")
        let extra = Fixture.extra(adding: "  config: { valueFrom: secret/shared:config }")
        let environment = Fixture.environment(
            adding: "  jumpBoxes: { count: 2, instanceType: t3.micro, running: true, allowFrom: [192.0.2.0/24] }")
        let (set, lines) = Fixture.valid(environment: environment, node: node, extra: extra).read()
        #expect(lines == [])
        let parsed = try #require(set)
        let secrets = parsed.nodes[0].service.secrets
        let id = "0123456789abcdef0123456789abcdef"
        #expect(secrets["PASSWORD"] == SecretReference(.secretArn(arn), jsonKey: "password", versionID: id))
        #expect(secrets["PASSWORD"]?.suffix == ":password::\(id)")
        #expect(secrets["TOKEN"] == SecretReference(.secret("shared"), jsonKey: "token"))
        #expect(secrets["OLD"] == SecretReference(.secret("shared"), versionStage: "AWSPREVIOUS"))
        #expect(secrets["LEVEL"] == SecretReference(.parameter("/a/b")))
        #expect(secrets["NAME"] == SecretReference(.parameter("name")))
        #expect(secrets["FAR"]?.place == .parameterArn("arn:aws:ssm:eu-west-1:123456789012:parameter/x"))
        #expect(secrets.filter(\.value.isPinned).keys.sorted() == ["OLD", "PASSWORD"])
        #expect(parsed.nodes[0].config.from == "shared/acme" && parsed.nodes[0].config.restartOnChange)
        #expect(!parsed.extras[0].config.makesSecret)
        let boxes = try #require(parsed.environments[0].jumpBoxes)
        #expect(boxes.count == 2 && boxes.running && boxes.instanceType == "t3.micro")
    }

    private static func secrets(_ text: String, environment: String = "") -> RepositoryFixture {
        .valid(node: Fixture.node(service: "{ port: 4000,\(environment)\n    secrets: { \(text) } }"))
    }

    private static func config(_ text: String) -> RepositoryFixture {
        .valid(node: Fixture.node(adding: "  config: { \(text) }"))
    }

    private static func boxes(_ text: String) -> RepositoryFixture {
        .valid(environment: Fixture.environment(adding: "  jumpBoxes: { \(text) }"))
    }

    private static let inputs = [
        BadInput(
            "a reference of no known form", secrets("TOKEN: \"vault:kv/acme\""),
            "node.yaml:7:23: error: TOKEN must be secret/NAME, parameter/NAME or the ARN of a secret or a parameter, not "
                + "\"vault:kv/acme\""),
        BadInput(
            "the ARN of something else", secrets("TOKEN: \"arn:aws:s3:::bucket/key\""),
            "node.yaml:7:23: error: TOKEN must be secret/NAME, parameter/NAME or the ARN of a secret or a parameter, not "
                + "\"arn:aws:s3:::bucket/key\""),
        BadInput(
            "a version of a parameter", secrets("LEVEL: \"parameter/a/b:3\""),
            "node.yaml:7:23: error: LEVEL asks for \":3\" of a parameter, but ECS takes a parameter as a whole and its "
                + "newest version: remove that, or use a secret"),
        BadInput(
            "a stage and a version at once",
            secrets("TOKEN: \"secret/a:key:AWSCURRENT:0123456789abcdef0123456789abcdef\""),
            "node.yaml:7:23: error: TOKEN names a stage and a version id, of which ECS takes one: leave one of them empty"
        ),
        BadInput(
            "too many parts, and a version that is none",
            secrets("A: \"secret/a:b:c::d\", B: \"secret/a:::7\", C: \"secret/a b\""),
            "node.yaml:7:19: error: A has more than :KEY:STAGE:VERSION-ID after the secret's name",
            "node.yaml:7:41: error: B has \"7\" for a version id, which has 32 to 64 characters",
            "node.yaml:7:60: error: C must have a secret's name, letters, digits and / _ + = . @ -, not \"a b\""),
        BadInput(
            "a variable that is in the environment too",
            secrets("TOKEN: secret/a", environment: " environment: { TOKEN: x },"),
            "node.yaml:7:23: error: TOKEN is in environment as well: remove one of the two"),
        BadInput(
            "names that Plumbline sets", secrets("JUICE_CONFIG: secret/a, PORT: secret/b"),
            "node.yaml:7:16: error: JUICE_CONFIG must not be in secrets: name its secret or parameter in config.valueFrom",
            "node.yaml:7:40: error: PORT must not be in secrets: Plumbline sets it from service.port. Remove it"),
        BadInput(
            "one name twice", secrets("A: secret/a, A: secret/b"),
            "node.yaml:7:29: error: duplicate key \"A\": it is already in line 7"),
        BadInput(
            "a list for a mapping",
            .valid(node: Fixture.node(service: "{ port: 4000, secrets: [TOKEN] }")),
            "node.yaml:6:26: error: secrets must be a mapping of names and secrets, not a list: write NAME: secret/… "
                + "without dashes"),
        BadInput(
            "a configuration from two places", config("from: a, valueFrom: secret/b"),
            "node.yaml:8:33: error: from names the secret that the service reads itself, valueFrom injects its value: "
                + "remove one of them"),
        BadInput(
            "an ARN for a name", config("from: \"arn:aws:secretsmanager:eu-west-1:123456789012:secret:a-AbCdEf\""),
            "node.yaml:8:19: error: from must be a secret's name (an ARN goes into valueFrom), not "
                + "\"arn:aws:secretsmanager:eu-west-1:123456789012:secret:a-AbCdEf\""),
        BadInput(
            "no count of jump boxes", boxes("running: true"),
            "environment.yaml:10:3: error: jumpBoxes lacks the required key count"),
        BadInput(
            "jump boxes that cannot be", boxes("count: 11, instanceType: t3mini, running: \"yes\""),
            "environment.yaml:10:23: error: count must be from 0 to 10, not 11",
            "environment.yaml:10:41: error: instanceType must be an EC2 instance type such as t3.nano, not \"t3mini\"",
            "environment.yaml:10:58: error: running must be true or false, not the text \"yes\""),
        BadInput(
            "the whole internet at the jump boxes", boxes("count: 1, allowFrom: [0.0.0.0/0]"),
            "environment.yaml:10:38: warning: 0.0.0.0/0 lets the whole internet try to log in to the jump boxes: list the "
                + "networks that should, or none and use Session Manager"),
    ]
}
