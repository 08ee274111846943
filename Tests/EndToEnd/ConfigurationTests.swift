import EmulatorSupport
import Foundation
import Testing

@Suite("Configuration and secrets of services", .inTurn)
struct ConfigurationTests {
    private static let node = """
        apiVersion: plumbline.dev/v1
        kind: Node
        metadata: { name: acme, environment: dev }
        spec:
          image: { repository: tooltwist-acme, tag: initial }
          service:
            port: 4000
            secrets: { DB_PASSWORD: "secret/shared/db:password", LEVEL: parameter/shared/level }
          loadBalancer: { healthCheckPath: /up, allowFrom: [10.0.0.0/8] }
          config: { restartOnChange: true }

        """

    private static func files(_ node: String = node) -> [String: String] {
        ["environment.yaml": Small.environment(), "acme.yaml": node]
    }

    private func makeShared(_ world: World) async throws {
        try await world.boto3(
            #"""
            client("secretsmanager").create_secret(Name="shared/db", SecretString='{"password": "hunter2"}')
            client("ssm").put_parameter(Name="/shared/level", Value="info", Type="String")
            """#)
    }

    /// The newest revision's secrets and label, and what the execution role may read beyond the configuration.
    private func container(_ world: World) async throws -> String {
        try await world.boto3(
            #"""
            arns = client("ecs").list_task_definitions()["taskDefinitionArns"]
            arn = max(arns, key=lambda arn: int(arn.split(":")[-1]))
            container = client("ecs").describe_task_definition(taskDefinition=arn)["taskDefinition"]["containerDefinitions"][0]
            policy = client("iam").get_role_policy(RoleName="x-dev-acme-ECSTaskExecutionRole", PolicyName="x-dev-acme-secrets")
            print(json.dumps([arn.split("/")[-1], {s["name"]: s["valueFrom"] for s in container["secrets"]},
                              container["dockerLabels"], policy["PolicyDocument"]["Statement"]]))
            """#)
    }

    @Test("are injected by reference, and a new version of one replaces the tasks once; no value is ever read")
    func restart() async throws {
        let world = try await World.open(Self.files())
        try await makeShared(world)
        try await world.converge()
        try await world.expectNoChanges()
        let first = try await container(world)
        #expect(
            first.contains("dev-acme:1") && first.contains(":password::") && first.contains("parameter/shared/level"))
        #expect(first.contains("LEVEL=1") && first.contains("ssm:GetParameters"))
        #expect(!first.contains("hunter2"))

        try await world.boto3(
            #"""
            client("secretsmanager").put_secret_value(SecretId="x-dev-acme", SecretString='{"changed": true}')
            """#)
        let plan = try await world.report("plan", "--detailed-exitcode", expect: 2)
        #expect(
            plan.changes.map { "\($0.action) \($0.address) \($0.fields.map(\.name))" } == [
                "update dev/acme/TaskDefinition [\"containers\"]", "update dev/acme/Service [\"taskDefinition\"]",
            ])
        try await world.converge()
        try await world.expectNoChanges()

        try await world.boto3(
            #"""
            client("ssm").put_parameter(Name="/shared/level", Value="debug", Type="String", Overwrite=True)
            """#)
        #expect(try await world.converge().summary["update"] == 2)
        let last = try await container(world)
        #expect(last.contains("dev-acme:3") && last.contains("LEVEL=2"))
        try await world.expectNoChanges()
        // The values were written by this test, and read by nobody.
        let actions = try await world.aws.counts().actions
        #expect(
            actions.keys.allSatisfy { !$0.contains("GetSecretValue") && !$0.contains("GetParameter") }, "\(actions)")
    }

    @Test("without restartOnChange a new version changes nothing")
    func unwatched() async throws {
        let world = try await World.open(
            Self.files(Self.node.replacing("  config: { restartOnChange: true }\n", with: "")))
        try await makeShared(world)
        try await world.converge()
        try await world.boto3(
            #"""
            client("secretsmanager").put_secret_value(SecretId="shared/db", SecretString='{"password": "other"}')
            client("secretsmanager").put_secret_value(SecretId="x-dev-acme", SecretString='{"changed": true}')
            """#)
        try await world.expectNoChanges()
    }

    @Test("a secret that is not there is told at its line, and only what needs it waits")
    func missing() async throws {
        let world = try await World.open(Self.files())
        let plan = try await world.report("plan", expect: 1)
        let errors = plan.diagnostics.filter { $0.severity == "error" }
        #expect(errors.map { "\($0.file ?? ""):\($0.line ?? 0)" } == ["acme.yaml:8", "acme.yaml:8"])
        #expect(errors.contains { $0.message.contains("there is no shared/db") })
        #expect(errors.contains { $0.message.contains("there is no /shared/level") })
        #expect(plan.change("dev/acme/TaskDefinition") == nil && plan.change("dev/acme/LoadBalancer") != nil)
    }

    @Test("an existing secret takes the place of the node's own, which is not made")
    func existing() async throws {
        let node = Small.node() + "  config: { from: shared/db }\n"
        let world = try await World.open(["environment.yaml": Small.environment(), "acme.yaml": node])
        try await makeShared(world)
        try await world.converge()
        #expect(try await Survey.take(world).names["secret"] == ["shared/db"])
        try await world.expectNoChanges()
        let destroyed = try await world.report("destroy", "--environment", "dev", expect: 3)
        let digest = try #require(destroyed.digest)
        try await world.report("destroy", "--environment", "dev", "--approve", digest, expect: 0)
        #expect(try await Survey.take(world).names["secret"] == ["shared/db"])
    }
}
