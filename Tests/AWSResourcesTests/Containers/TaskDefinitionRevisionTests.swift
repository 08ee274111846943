import AWSClient
import Foundation
import Model
import Testing

@testable import AWSResources

@Suite("Revisions of a task definition")
struct TaskDefinitionRevisionTests {
    private let kind = TaskDefinition()

    private func active(_ bench: Bench) async throws -> [Int] {
        try await TaskDefinition.activeRevisions(of: "dev-acme", through: bench.session).map(\.revision)
    }

    private func registered(_ bench: Bench) async throws -> Int {
        try await bench.emulator.requests().count { request in
            request.action == "RegisterTaskDefinition" && request.account == bench.session.account
        }
    }

    private func update(_ bench: Bench, tag: String) async throws -> Made {
        let desired = bench.desired(kind, TaskDefinitionSample.attributes(bench, tag: tag))
        let observed = try bench.found(try await bench.ours(kind, desired).first, "revision")
        return try await kind.update(observed, to: desired, changing: ["containers"], through: bench.session)
    }

    @Test("are registered only when the content differs, whatever the order of its parts")
    func onlyOnDifference() async throws {
        let bench = try await Bench.open()
        let first = try await bench.create(kind, TaskDefinitionSample.attributes(bench))
        #expect(try await registered(bench) == 1)
        let again = try await update(bench, tag: "initial")
        #expect(again.identifier == first.identifier)
        #expect(try await registered(bench) == 1)
        let second = try await update(bench, tag: "v2")
        #expect(second.identifier != first.identifier)
        #expect(try await registered(bench) == 2)
    }

    @Test("keep the one before, for rolling back, and no older one")
    func keepsOneBefore() async throws {
        let bench = try await Bench.open()
        _ = try await bench.create(kind, TaskDefinitionSample.attributes(bench))
        for tag in ["v2", "v3", "v4"] { _ = try await update(bench, tag: tag) }
        #expect(try await active(bench) == [4, 3])
    }

    @Test("are cleaned up before the new one is registered, so that a crash after it leaves nothing over")
    func cleanedUpFirst() async throws {
        let bench = try await Bench.open()
        _ = try await bench.create(kind, TaskDefinitionSample.attributes(bench))
        for tag in ["v2", "v3"] { _ = try await update(bench, tag: tag) }
        let changes = try await bench.emulator.requests()
            .filter { $0.account == bench.session.account && $0.mutating && $0.action.hasSuffix("TaskDefinition") }
            .map(\.action)
        #expect(changes.suffix(2) == ["DeregisterTaskDefinition", "RegisterTaskDefinition"])
    }

    @Test("go back to former content as a new revision")
    func goBack() async throws {
        let bench = try await Bench.open()
        _ = try await bench.create(kind, TaskDefinitionSample.attributes(bench, tag: "v1"))
        _ = try await update(bench, tag: "v2")
        let back = try await update(bench, tag: "v1")
        #expect(TaskDefinitionARN(back.identifier)?.revision == 3)
    }

    @Test("that others registered in the family neither count nor are deregistered")
    func foreignRevisions() async throws {
        let bench = try await Bench.open()
        let attributes = TaskDefinitionSample.attributes(bench)
        let made = try await bench.create(kind, attributes)
        let foreign = try TaskDefinitionContent(bench.desired(kind, attributes))
        _ = try await bench.client.send(RegisterTaskDefinition(foreign, tags: []))
        let desired = bench.desired(kind, attributes)
        let observed = try await bench.observe(kind, desired)
        #expect(observed.map(\.identifier) == [made.identifier])
        for revision in observed { try await kind.delete(revision, through: bench.session) }
        #expect(try await active(bench) == [2])
    }

    @Test("of somebody else's family are a conflict that names the revision and the way out")
    func foreignFamily() async throws {
        let bench = try await Bench.open()
        let desired = bench.desired(kind, TaskDefinitionSample.attributes(bench))
        _ = try await bench.client.send(RegisterTaskDefinition(TaskDefinitionContent(desired), tags: []))
        let error = await #expect(throws: ResourceError.self) {
            try await kind.create(desired, through: bench.session)
        }
        #expect(error?.code == .conflict)
        #expect(error?.message.contains("dev-acme:1") == true)
        #expect(error?.message.contains("adopt: true") == true)
        #expect(try await bench.observe(kind, desired).map(\.tags) == [[:]], "it is shown, so that it can be adopted")
    }

    @Test("are read once, and not at all by who registered them")
    func readOnce() async throws {
        let bench = try await Bench.open()
        let desired = bench.desired(kind, TaskDefinitionSample.attributes(bench))
        func reads() async throws -> Int {
            try await bench.emulator.requests().count { request in
                request.action == "DescribeTaskDefinition" && request.account == bench.session.account
            }
        }
        let made = try await kind.create(desired, through: bench.session)
        for _ in 1...3 { #expect(try await bench.ours(kind, desired).map(\.identifier) == [made.identifier]) }
        #expect(try await reads() == 0)
        let session = AWSSession(
            client: bench.client, account: bench.session.account, partition: "aws",
            installation: bench.session.installation)
        let other = Bench(emulator: bench.emulator, session: session)
        for _ in 1...3 { #expect(try await other.ours(kind, desired).map(\.identifier) == [made.identifier]) }
        #expect(try await reads() == 1)
    }

    @Test("are equal when ECS's answer has its defaults filled in")
    func defaults() throws {
        let answer = """
            {"taskDefinition": {"taskDefinitionArn": "arn:aws:ecs:r:1:task-definition/a:1", "family": "a",
            "cpu": ".25 vCPU", "memory": "0.5 GB", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"],
            "containerDefinitions": [
            {"name": "b", "image": "i", "cpu": 0, "essential": true, "environment": [], "portMappings": []},
            {"name": "a", "image": "i", "cpu": 0, "portMappings": [{"containerPort": 80, "hostPort": 80}],
            "environment": [{"name": "Y", "value": "2"}, {"name": "X", "value": "1"}], "command": []}]}}
            """
        let described = try JSONDecoder().decode(DescribeTaskDefinition.Response.self, from: Data(answer.utf8))
        let observed = try #require(TaskDefinition.observed(described))
        let wanted = TaskDefinition.Attributes(
            family: "a",
            cpu: 256,
            memory: 512,
            cpuArchitecture: "X86_64",
            containers: [
                ContainerDefinition(
                    name: "a",
                    image: "i",
                    portMappings: [PortMapping(containerPort: 80)],
                    environment: ["X": "1", "Y": "2"]
                ),
                ContainerDefinition(name: "b", image: "i"),
            ]
        )
        #expect(kind.values(of: observed.attributes) == kind.values(of: wanted))
    }
}
