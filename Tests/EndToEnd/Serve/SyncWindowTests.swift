import EmulatorSupport
import Foundation
import Testing

@Suite("Sync windows, under plumbline serve,", .inTurn)
struct SyncWindowTests {
    @Test("keep a change until they open, and an emergency lets it through")
    func window() async throws {
        let world = try await World.open()
        let clock = try await SetClock.make()
        let controller = try Controller.start(
            world, variables: clock.variables.merging(["READER": "read"]) { $1 },
            tokens: "tokens: [{ name: reader, token: { env: READER } }]")
        try await controller.next("Converged")
        let opening = Self.opening
        try await world.repository.commit([
            "environment.yaml": environment(opening), "acme.yaml": Small.node(count: 3),
        ])
        let told = ISO8601DateFormatter().string(from: opening)
        try await controller.next("OutsideWindow", "the next one opens at \(told)")
        try await controller.line("status written")
        #expect(try await count(world) == "1")
        let status = try await world.repository.statusFile("status/dev.yaml")
        #expect(status.contains("outcome: outside-window") && status.contains("reason: OutsideWindow"), "\(status)")
        #expect(status.contains("nextAttempt: \"\(told)\""), "\(status)")
        let shown = try await controller.get("api/v1/environments/dev", token: "read").text
        #expect(shown.contains("\"nextAttempt\":\"\(told)\"") && shown.contains("\"awaiting-window\""), "\(shown)")

        try await world.repository.commit(["environment.yaml": environment(opening) + "  emergency: true\n"])
        try await controller.next("Converged")
        #expect(try await count(world) == "3")

        try await world.repository.commit([
            "environment.yaml": environment(opening), "acme.yaml": Small.node(count: 4),
        ])
        try await controller.next("OutsideWindow")
        // Two seconds before it opens: the clock alone starts the change.
        try clock.set(ahead: Int(opening.timeIntervalSinceNow) - 2)
        try await controller.next("ClockJumped", "forward")
        try await controller.next("ApplyStarted")
        try await controller.next("Converged")
        #expect(try await count(world) == "4")
        #expect(await controller.stop() == 0, "\(controller.said)")
    }

    /// In two hours, on a whole minute.
    private static var opening: Date {
        Date(timeIntervalSince1970: (Date().timeIntervalSince1970 / 60).rounded(.up) * 60 + 7200)
    }

    /// Changes are made only in the hour from then on, by the local time of a place with another time than here.
    private func environment(_ opening: Date) -> String {
        Small.environment()
            + "  syncWindows: [{ kind: allow, from: \"\(local(opening))\", to: \"\(local(opening + 3600))\", "
            + "timeZone: Asia/Kathmandu }]\n"
    }

    private func local(_ date: Date) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "Asia/Kathmandu")
        format.dateFormat = "HH:mm"
        return format.string(from: date)
    }

    private func count(_ world: World) async throws -> String {
        try await world.boto3(
            """
            service = client("ecs").describe_services(cluster="x-dev", services=["x-dev-acme"])["services"][0]
            print(service["desiredCount"])
            """)
    }
}
