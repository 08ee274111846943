import Foundation
import Ledger
import Manifests
import Model
import Testing

@testable import Controller

@Suite("Gates")
struct GateTests {
    /// Monday, 2026-11-23, 08:00 in Singapore.
    private let monday = Date(rfc3339: "2026-11-23T00:00:00Z") ?? .distantPast

    private func window(_ fields: String) throws -> SyncWindow {
        let set = try manifests("  syncWindows:\n    - { \(fields), timeZone: Asia/Singapore }\n")
        return try #require(set.environments.first?.gates.syncWindows.first)
    }

    private func manifests(_ spec: String, _ others: [String: String] = [:]) throws -> ManifestSet {
        var texts = others
        texts["dev.yaml"] = """
            apiVersion: plumbline.dev/v1
            kind: Environment
            metadata: { name: dev }
            spec:
              prefix: x-
              region: ap-southeast-1
              account: "123456789012"
              contactEmail: ops@example.com
              costCode: "0042"

            """ + spec
        return try ManifestSet.reading(texts)
    }

    @Test("close outside of the hours of the days that are allowed, by the local clock")
    func hours() throws {
        var gates = Gates()
        gates.windows = [try window("days: [mon-fri], from: \"09:00\", to: \"17:00\"")]
        #expect(!gates.isOpen(at: monday))
        #expect(gates.opens(after: monday) == monday + 3600)
        #expect(gates.isOpen(at: monday + 3600))
        #expect(gates.isOpen(at: monday + 9 * 3600 - 1))
        #expect(!gates.isOpen(at: monday + 9 * 3600))
        let saturday = monday + 5 * 86_400 + 4 * 3600
        #expect(!gates.isOpen(at: saturday))
        #expect(gates.opens(after: saturday) == monday + 7 * 86_400 + 3600)
    }

    @Test("reach over midnight where the end is before the beginning")
    func night() throws {
        var gates = Gates()
        gates.windows = [try window("days: [mon], from: \"22:00\", to: \"02:00\"")]
        let ten = monday + 14 * 3600
        #expect(!gates.isOpen(at: ten - 1))
        #expect(gates.isOpen(at: ten))
        #expect(gates.isOpen(at: ten + 4 * 3600 - 1), "Tuesday before two")
        #expect(!gates.isOpen(at: ten + 4 * 3600))
    }

    @Test("are closed by a denying window within an allowing one, and open when that is over")
    func deny() throws {
        var gates = Gates()
        gates.windows = [
            try window("days: [mon-fri], from: \"09:00\", to: \"17:00\""),
            try window("kind: deny, schedule: \"0 10 23 11 *\", duration: 2h"),
        ]
        #expect(gates.isOpen(at: monday + 3600))
        #expect(!gates.isOpen(at: monday + 2 * 3600))
        #expect(gates.opens(after: monday + 2 * 3600) == monday + 4 * 3600)
        gates.isEmergency = true
        #expect(gates.isOpen(at: monday + 2 * 3600))
    }

    @Test("end at the local hour on days on which the clocks are set")
    func clocksSet() throws {
        let set = try manifests(
            "  syncWindows:\n    - { from: \"00:30\", to: \"06:00\", timeZone: Europe/Berlin }\n")
        var gates = Gates()
        gates.windows = set.environments.first?.gates.syncWindows ?? []
        // 2026-03-29: the hour from two to three is left out, so 06:00 is 04:00 UTC.
        let six = try #require(Date(rfc3339: "2026-03-29T04:00:00Z"))
        #expect(gates.isOpen(at: six - 1))
        #expect(!gates.isOpen(at: six))
    }

    @Test("hold a suspended environment until the end that was set, and no longer")
    func suspension() throws {
        let set = try manifests(
            "",
            [
                "suspensions/dev.yaml": """
                apiVersion: plumbline.dev/v1
                kind: Suspension
                metadata: { name: dev }
                spec: { reason: load test, by: Jo, until: "2026-11-23T02:00:00Z" }
                """
            ])
        var bench = Bench()
        bench.now.wall = monday
        bench.commit(gates: Gates("dev", in: set))
        let suspension = try #require(Gates("dev", in: set).suspension)
        #expect(bench.plan() == [.hold(.suspended(suspension))])
        #expect(bench.item.phase == .suspended)
        #expect(bench.stalled?.condition.message == "suspended by Jo until 2026-11-23T02:00:00Z: load test")
        #expect(bench.wait == .seconds(600), "drift is still looked for")
        bench.pass(.seconds(7190))
        bench.send(.time)
        bench.plan()
        #expect(bench.wait == .seconds(10), "then it goes on by itself")
        bench.pass(.seconds(10))
        bench.send(.time)
        #expect(bench.plan() == [.apply])
    }

    @Test("take a newer suspension over, and leave one that a broken commit no longer has")
    func brokenCommit() {
        let until = monday + 3600
        var gates = Gates()
        gates.take([SuspensionOrder(environment: "test", reason: "r", by: "Jo", until: until)], of: "dev")
        #expect(gates.suspension == nil)
        gates.take([SuspensionOrder(environment: "dev", reason: "r", by: "Jo", until: until)], of: "dev")
        #expect(gates.suspension(at: monday)?.by == "Jo")
        gates.take([], of: "dev")
        #expect(gates.suspension(at: monday)?.by == "Jo")
    }

    /// - Parameter hours: from the bench's beginning until it ends.
    private func approved(_ digest: String, hours: Double = 72) -> Gates {
        var gates = Gates()
        let until = Bench().now.wall + hours * 3600
        gates.approval = Approval(environment: "dev", digest: digest, by: "Jo", until: until)
        return gates
    }

    @Test("hold a plan that needs an approval until exactly that one is approved")
    func approval() {
        var bench = Bench()
        bench.commit()
        #expect(bench.plan(reasons: ["deletes 6"]) == [.hold(.approvalNeeded(["deletes 6"]))])
        #expect(bench.item.phase == .awaitingApproval)
        #expect(bench.stalled?.condition.message.contains("sha256:a") == true)
        bench.commit(gates: approved("sha256:b"))
        #expect(bench.plan(reasons: ["deletes 6"]) == [.hold(.approvalNeeded(["deletes 6"]))])
        bench.commit(gates: approved("sha256:a"))
        #expect(bench.plan(reasons: ["deletes 6"]) == [.apply])
    }

    @Test("let an approved plan pass once: the same plan later is asked for anew, and a new approval releases it")
    func usedUp() throws {
        var bench = Bench()
        bench.commit(gates: approved("sha256:a"))
        #expect(bench.plan(reasons: ["deletes 6"]) == [.apply])
        bench.send(.carriedOut)
        bench.send(.ended(.converged(told: nil)))
        #expect(bench.item.usedApprovals.map(\.digest) == ["sha256:a"])
        // Somebody makes it again by hand, and the schedule finds it.
        bench.pass(.seconds(600))
        bench.send(.time)
        let held = bench.plan(reasons: ["deletes 6"])
        #expect(bench.item.phase == .awaitingApproval && held.count == 1)
        #expect(bench.stalled?.condition.message.contains("carried out already") == true)
        // A revert of the commits in between brings the old approval back, and nothing else.
        bench.commit(gates: Gates())
        bench.commit(gates: approved("sha256:a"))
        #expect(bench.plan(reasons: ["deletes 6"]) == held)
        bench.commit(gates: approved("sha256:a", hours: 73))
        #expect(bench.plan(reasons: ["deletes 6"]) == [.apply])
    }

    @Test("keep an approval in force while nothing of its plan was done")
    func notCarriedOut() {
        var bench = Bench()
        bench.commit(gates: approved("sha256:a"))
        bench.plan(reasons: ["deletes 6"])
        bench.send(.ended(.failed("AWS said no")))
        bench.pass(bench.wait ?? .zero)
        bench.send(.time)
        #expect(bench.plan(reasons: ["deletes 6"]) == [.apply])
    }

    @Test("heed that an approval was used up elsewhere, as the status branch says")
    func usedElsewhere() {
        var bench = Bench()
        let gates = approved("sha256:a")
        bench.commit(gates: gates)
        bench.send(.learned(Set([gates.approval].compactMap { $0 }.map { UsedApproval($0) })))
        bench.plan(reasons: ["deletes 6"])
        #expect(bench.item.phase == .awaitingApproval)
    }

    @Test("let nothing pass by an approval that has ended")
    func ended() {
        var bench = Bench()
        bench.commit(gates: approved("sha256:a", hours: 1))
        bench.pass(.seconds(3600))
        bench.plan(reasons: ["deletes 6"])
        #expect(bench.stalled?.condition.message.contains("by Jo ended at 2023-11-14T23:13:20Z") == true)
    }

    @Test("hold a plan outside of its windows until the next one opens, but not one without changes")
    func outsideWindow() throws {
        var gates = Gates()
        gates.windows = [try window("days: [mon-fri], from: \"08:05\", to: \"17:00\"")]
        var bench = Bench()
        bench.now.wall = monday
        bench.commit(gates: gates)
        #expect(bench.plan() == [.hold(.closed(opens: monday + 300))])
        #expect(bench.item.phase == .awaitingWindow)
        #expect(bench.wait == .seconds(300))
        bench.pass(.seconds(300))
        bench.send(.time)
        #expect(bench.plan() == [.apply])
        bench.send(.ended(.converged(told: nil)))
        bench.now.wall = monday + 5 * 86_400
        bench.pass(.seconds(600))
        bench.send(.time)
        #expect(bench.plan(changes: 0) == [.apply])
    }
}
