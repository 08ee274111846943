import EmulatorSupport
import Foundation
import Testing

@Suite("Changes behind Plumbline's back", .sharedWorld, .serialized)
struct DriftTests {
    @Test("shows as exactly that change, and is repaired", arguments: DriftCase.all)
    func drift(_ change: DriftCase) async throws {
        let world = try SharedWorld.current
        try await world.boto3(DriftCase.prelude + change.script)
        let plan = try await world.report("plan", "--detailed-exitcode", expect: 2)
        #expect(plan.changes.map(\.comparable) == change.shows)
        #expect(plan.errors == [] && plan.approvalReasons == [])
        for created in plan.changes where created.action == "create" {
            #expect(created.fields.allSatisfy { "\($0.before)" == "(none)" && "\($0.after)" != "(none)" })
            #expect(
                created.fields.contains { $0.description == "tags.plumbline:address: (none) -> \(created.address)" })
        }
        let applied = try await world.converge()
        #expect(applied.digest == plan.digest)
        #expect(applied.changes.allSatisfy { $0.outcome == "succeeded" })
        try await world.expectNoChanges()
    }

    @Test("a deleted log group is made again, and what writes to it is not deployed anew")
    func logGroup() async throws {
        let world = try SharedWorld.current
        let before = try await Survey.take(world)
        let script = """
            services = client("ecs").describe_services(cluster="x-dev", services=["x-dev-acme", "x-dev-acme-api2"])
            print([service["deployments"][0]["id"] for service in services["services"]])
            """
        let deployments = try await world.boto3(script)
        try await world.boto3(#"client("logs").delete_log_group(logGroupName="x-dev-acme-logs")"#)
        let plan = try await world.report("plan", expect: 0)
        #expect(plan.changes.first?.comparable == "create dev/acme/LogGroup (drift)")
        try await world.converge()
        #expect(try await Survey.take(world) == before)
        #expect(try await world.boto3(script) == deployments)
        try await world.expectNoChanges()
    }

    @Test("tags and attributes that nobody declares are left alone")
    func unmanaged() async throws {
        let world = try SharedWorld.current
        try await world.boto3(
            DriftCase.prelude + """
                ec2.create_tags(Resources=[vpc()], Tags=[{"Key": "Owner", "Value": "somebody else"}])
                elb.modify_load_balancer_attributes(LoadBalancerArn=balancer(), Attributes=[
                    {"Key": "routing.http2.enabled", "Value": "false"}])
                """)
        try await world.expectNoChanges()
    }
}

/// An applied environment that all tests of a suite use, one after the other.
struct SharedWorld: SuiteTrait, TestScoping {
    @TaskLocal private static var world: World?

    static var current: World {
        get throws { try #require(world, "the suite's world was not made") }
    }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        var files = Small.files
        files["repository.yaml"] = Small.repository()
        let balancer = "healthCheckPath: /api/healthcheck, allowFrom: [10.0.0.0/8], idleTimeout: 60"
        files["acme.yaml"] = Small.node(loadBalancer: balancer)
        let world = try await World.open(files)
        try await world.converge()
        try await Self.$world.withValue(world, operation: function)
    }
}

extension Trait where Self == SharedWorld {
    /// Makes one world for the suite.
    static var sharedWorld: Self { SharedWorld() }
}
