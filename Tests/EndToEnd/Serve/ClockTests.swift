import EmulatorSupport
import Foundation
import Testing

@Suite("A clock that jumps, under plumbline serve,", .inTurn)
struct ClockTests {
    private static let days = 3 * 86_400
    private let grow = "client(\"ecs\").update_service(cluster=\"x-dev\", service=\"x-dev-acme\", desiredCount=7)"

    @Test("ends what is over by then, and leaves leases, schedules and everything that measures time as they are")
    func jumps() async throws {
        let world = try await World.open()
        let clock = try await SetClock.make()
        let controller = try await start(world, clock)
        try await controller.next("Converged")
        let suspended = try await world.plumbline("suspend", "dev", "--reason", "load test", "--for", "2h")
        #expect(suspended.code == 0, "\(suspended.said)")
        try await controller.next("Suspended")
        try await world.boto3(grow)
        try await controller.next("DriftFound")
        let early = try await cookie(controller)
        #expect(try await page(controller, early) == 200)

        try clock.set(ahead: Self.days)
        try await controller.next("ClockJumped", "forward")
        // The suspension is over, so what it kept is repaired.
        try await controller.next("ChangeSucceeded", "dev/acme/Service")
        #expect(try await page(controller, early) == 303, "a stay of twelve hours is over")
        let late = try await cookie(controller)
        #expect(try await page(controller, late) == 200)
        try await expectDeliveries(controller, takenAt: Self.days)

        try clock.set(ahead: -Self.days)
        try await controller.next("ClockJumped", "back")
        #expect(try await page(controller, late) == 303, "no stay lasts for six days")
        try await expectDeliveries(controller, takenAt: -Self.days)
        // By this clock the suspension has not ended yet.
        try await controller.next("Suspended")
        let resumed = try await world.plumbline("resume", "dev")
        #expect(resumed.code == 0, "\(resumed.said)")
        try await controller.next("CommitSeen")
        try await world.boto3(grow)
        try await controller.next("ChangeSucceeded", "dev/acme/Service")
        let metrics = try await controller.get("metrics", token: "act").text
        #expect(metrics.contains("plumbline_leases_held 1"))
        #expect(await controller.stop() == 0, "\(controller.said)")
        for word in ["LeaseLost", "LeaseTrouble", "GitTrouble", "\"reason\":\"Failed\""] {
            #expect(!controller.said.contains(word), "\(controller.said)")
        }
    }

    private func start(_ world: World, _ clock: SetClock) async throws -> Controller {
        let settings = """
            drift: { every: 1s }
            leases: { table: leases, region: \(world.region), duration: 5s }
            webhooks: { generic: { secret: { env: HOOK } } }
            """
        let made = try await Controller.run(world, settings, "--create-lease-table")
        #expect(made.code == 0, "\(made.said)")
        return try Controller.start(
            world, settings, variables: clock.variables.merging(["HOOK": "hook", "ACTOR": "act"]) { $1 },
            tokens: "tokens: [{ name: jo, token: { env: ACTOR }, rights: [read, act] }]")
    }

    /// A delivery that is signed at the controller's own time is taken, one from the time before the jump is not.
    private func expectDeliveries(
        _ controller: Controller, takenAt ahead: Int, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let now = Date() + Double(ahead)
        let fresh = try await controller.deliver(.generic(secret: "hook", at: now))
        #expect(fresh.status == 202, "\(fresh)", sourceLocation: sourceLocation)
        let copy = try await controller.deliver(.generic(secret: "hook", at: now))
        #expect(copy.text.contains("duplicate"), "\(copy)", sourceLocation: sourceLocation)
        let other = try await controller.deliver(.generic(secret: "hook", at: Date()))
        #expect(other.status == 401 && other.text.contains("stale"), "\(other)", sourceLocation: sourceLocation)
    }

    private func cookie(_ controller: Controller) async throws -> String {
        let login = try await controller.submit("login", "token=act")
        let cookie = try #require(login.headers.first(name: "set-cookie"), "\(login)")
        return String(cookie.prefix { $0 != ";" })
    }

    private func page(_ controller: Controller, _ cookie: String) async throws -> Int {
        try await controller.get("", headers: ["Accept": "text/html", "Cookie": cookie]).status
    }
}
