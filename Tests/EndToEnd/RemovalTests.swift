import EmulatorSupport
import Foundation
import Testing

@Suite("Removal", .inTurn)
struct RemovalTests {
    /// Approves the plan as it is now and carries it out.
    private func applyApproved(_ world: World) async throws -> PlanReport {
        let digest = try #require(try await world.report("plan", expect: 0).digest)
        return try await world.report("apply", "--approve", digest, expect: 0)
    }

    /// Where the first or the last call of each action that succeeded stands in the log.
    private func positions(_ world: World, last: Bool = false, _ actions: String...) async throws -> [Int] {
        let requests = try await world.aws.requests()
        return actions.map { action in
            func isIt(_ request: EmulatorRequest) -> Bool { request.action == action && request.status == 200 }
            return (last ? requests.lastIndex(where: isIt) : requests.firstIndex(where: isIt)) ?? -1
        }
    }

    @Test("an extra goes in an order that drops no request: rule, service to zero, service, target group")
    func extra() async throws {
        let world = try await World.open()
        try await world.converge()
        let before = try await Inventory.take(world)
        try await world.repository.commit(["api2.yaml": nil])
        try await world.aws.resetRequests()
        let applied = try await applyApproved(world)
        #expect(applied.outcome == "converged" && applied.summary["delete"] == 5)
        let order = try await positions(
            world, "DeleteRule", "UpdateService", "DeleteService", "DeleteTargetGroup")
        #expect(order == order.sorted() && !order.contains(-1), "\(order)")
        let gone = before.subtracting(try await Inventory.take(world))
        #expect(
            gone.map(\.kind).sorted() == ["rule", "secret", "service", "target group", "task definition"], "\(gone)")
        try await world.expectNoChanges()
    }

    @Test("a node goes with its extras, and leaves the environment as it was before it")
    func node() async throws {
        let world = try await World.open(["environment.yaml": Small.environment()])
        try await world.converge()
        let before = try await Inventory.take(world)
        try await world.repository.commit(["acme.yaml": Small.node(), "api2.yaml": Small.extra()])
        try await world.converge()
        #expect(try await Inventory.take(world).count > before.count + 10)
        try await world.repository.commit(["acme.yaml": nil, "api2.yaml": nil])
        try await world.aws.resetRequests()
        let applied = try await applyApproved(world)
        #expect(applied.outcome == "converged")
        // The extra's service waits for its rule, the node's own for the listener; each target group for its service.
        let first = try await positions(world, "DeleteRule", "UpdateService", "DeleteService", "DeleteTargetGroup")
        #expect(first == first.sorted() && !first.contains(-1), "\(first)")
        let last = try await positions(world, last: true, "DeleteListener", "UpdateService", "DeleteTargetGroup")
        #expect(last == last.sorted() && !last.contains(-1), "\(last)")
        let balancer = try await positions(world, "DeleteListener", "DeleteLoadBalancer")
        #expect(balancer == balancer.sorted())
        #expect(try await Inventory.take(world) == before)
        try await world.expectNoChanges()
    }

    @Test("what is retained stays, is told, and is all that an environment leaves behind")
    func retained() async throws {
        var files = Small.files
        files["acme.yaml"] = Small.node() + "  deletionPolicy: retain\n"
        let world = try await World.open(files)
        let empty = try await Inventory.take(world)
        try await world.converge()
        let plan = try await world.report("destroy", "--environment", "dev", expect: 3)
        let retained = plan.diagnostics.filter { $0.message.contains("is retained") }
        #expect(retained.count == 12, "\(retained.map(\.message))")
        // What the retained node stands on stays with it; its extra goes.
        #expect(plan.change("dev/acme/api2/Service") != nil && plan.change("dev/VPC") == nil)
        let digest = try #require(plan.digest)
        try await world.report("destroy", "--environment", "dev", "--approve", digest, expect: 0)
        let left = try await Inventory.take(world).subtracting(empty)
        #expect(left.contains { $0.kind == "load balancer" } && left.contains { $0.kind == "service" })
        // The retained roles name the extra's secret; nothing else of it is left.
        #expect(left.filter { $0.name.contains("api2") }.map(\.kind) == ["secret"], "\(left)")
    }

    @Test("an environment with every kind of thing leaves nothing behind, shown by every resource before and after")
    func everything() async throws {
        var files = Small.files
        files["environment.yaml"] = Small.environment() + "  jumpBoxes: { count: 1 }\n"
        files["acme.yaml"] = Small.node().replacing("  logs:", with: "  uses: [database/main, cache/sessions]\n  logs:")
        files["stores.yaml"] = Self.stores(protected: true)
        let world = try await World.open(files)
        let empty = try await Inventory.take(world)
        try await world.converge()
        let full = try await Inventory.take(world)
        #expect(full.contains { $0.kind == "db instance" } && full.contains { $0.kind == "replication group" })

        // Deletion protection is never taken off on the way.
        let refused = try await world.report("destroy", "--environment", "dev", expect: 3)
        let failed = try await world.report(
            "destroy", "--environment", "dev", "--approve", try #require(refused.digest), expect: 1)
        let reason = failed.change("dev/main/DBInstance")?.error ?? ""
        #expect(reason.contains("deletionProtection"), "\(reason)")
        #expect(try await Inventory.take(world).contains { $0.kind == "db instance" })

        try await world.repository.commit(["stores.yaml": Self.stores(protected: false)])
        try await world.converge()
        let plan = try await world.report("destroy", "--environment", "dev", expect: 3)
        #expect(plan.approvalReasons.contains { $0.contains("dev/main/DBInstance") })
        try await world.report("destroy", "--environment", "dev", "--approve", try #require(plan.digest), expect: 0)
        // The last backups are kept: the data of a database goes only by a person's hand.
        let left = try await Inventory.take(world).subtracting(empty)
        #expect(Set(left.map(\.kind)).isSubset(of: ["db snapshot", "cache snapshot"]), "\(left)")
        #expect(left.contains { $0.kind == "db snapshot" && $0.name.contains("final-dev-main") }, "\(left)")
    }

    private static func stores(protected: Bool) -> String {
        """
        apiVersion: plumbline.dev/v1
        kind: Database
        metadata: { name: main, environment: dev }
        spec: { engine: mysql, instanceClass: db.t4g.medium, deletionProtection: \(protected) }
        ---
        apiVersion: plumbline.dev/v1
        kind: Cache
        metadata: { name: sessions, environment: dev }
        spec: { engine: redis, nodeType: cache.t4g.small }

        """
    }
}
