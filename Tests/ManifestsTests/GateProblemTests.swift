import Foundation
import Testing

@testable import Manifests

@Suite("What is wrong with drift, sync windows, approvals and suspensions")
struct GateProblemTests {
    private typealias Fixture = RepositoryFixture

    @Test("is told at its line and column", arguments: inputs)
    func problem(_ input: BadInput) { input.check() }

    @Test("is nothing when they are right")
    func right() throws {
        var fixture = Fixture.valid(
            environment: Fixture.environment(
                adding: """
                      drift: warn
                      ignoreChanges:
                        - { kind: "AWS::ECS::Service", fields: [desiredCount] }
                        - { address: "dev/*", mode: correct }
                      syncWindows:
                        - { days: [mon-fri, sun], from: "09:00", to: "24:00", timeZone: Europe/Berlin }
                        - { kind: deny, schedule: "0 0 24 12 *", duration: 3d }
                      emergency: true
                      approval: always
                    """))
        fixture.add("suspensions/dev.yaml", Self.suspension())
        fixture.add("approvals/dev.yaml", Self.approval())
        let (set, lines) = fixture.read()
        #expect(lines == [])
        let gates = try #require(set?.environments.first?.gates)
        #expect(gates.drift == .warn)
        #expect(gates.ignoreChanges.map(\.mode) == [nil, .correct])
        #expect(gates.syncWindows.count == 2)
        #expect(gates.approval == .always)
        #expect(set?.suspensions.first?.until == Date(timeIntervalSince1970: 1_795_629_600))
        #expect(set?.approvals.first?.digest.count == 71)
    }

    private static func suspension(_ spec: String = "reason: x, by: Jo, until: \"2026-11-25T18:00:00Z\"") -> String {
        "apiVersion: plumbline.dev/v1\nkind: Suspension\nmetadata: { name: dev }\nspec: { \(spec) }\n"
    }

    private static func approval(
        _ digest: String = "sha256:" + String(repeating: "a", count: 64),
        _ rest: String = "by: Jo, until: \"2026-11-25T18:00:00Z\""
    ) -> String {
        "apiVersion: plumbline.dev/v1\nkind: Approval\nmetadata: { name: dev }\nspec: { digest: \"\(digest)\", \(rest) }\n"
    }

    private static func adding(_ lines: String) -> RepositoryFixture {
        .valid(environment: Fixture.environment(adding: lines))
    }

    private static func with(_ path: String, _ text: String) -> RepositoryFixture {
        var fixture = Fixture.valid()
        fixture.add(path, text)
        return fixture
    }

    private static let inputs = [
        BadInput(
            "an unknown drift mode", adding("  drift: correkt"),
            "environment.yaml:10:10: error: drift must be correct, warn or ignore, not \"correkt\": did you mean \"correct\"?"
        ),
        BadInput(
            "an exception of nothing", adding("  ignoreChanges: [{ fields: [a] }]"),
            "environment.yaml:10:19: error: an entry of ignoreChanges names a kind or an address: add one of the two"),
        BadInput(
            "a kind that is none", adding("  ignoreChanges: [{ kind: Service }]"),
            "environment.yaml:10:27: error: kind must be a kind of resource such as AWS::ECS::Service, not \"Service\""),
        BadInput(
            "a window without a time", adding("  syncWindows: [{ kind: deny }]"),
            "environment.yaml:10:17: error: the window says no time: add days, from and to, or schedule and duration"),
        BadInput(
            "a window with a beginning only", adding("  syncWindows: [{ from: \"09:00\" }]"),
            "environment.yaml:10:25: error: from and to go together: add the other one"),
        BadInput(
            "a window in two ways",
            adding("  syncWindows: [{ schedule: \"0 9 * * *\", duration: 1h, from: \"09:00\" }]"),
            "environment.yaml:10:62: error: a window has either schedule and duration, or days, from and to: remove from"
        ),
        BadInput(
            "a schedule that is none", adding("  syncWindows: [{ schedule: \"0 25 * * *\", duration: 1h }]"),
            "environment.yaml:10:29: error: schedule must be a cron expression of five fields such as \"0 9 * * mon-fri\", "
                + "not \"0 25 * * *\""),
        BadInput(
            "a time zone that is none", adding("  syncWindows: [{ days: [mon], timeZone: SGT }]"),
            "environment.yaml:10:42: error: timeZone must be an IANA time zone such as Asia/Singapore or UTC, not \"SGT\""
        ),
        BadInput(
            "a time that is none", adding("  syncWindows: [{ from: \"9:00\", to: \"17:00\" }]"),
            "environment.yaml:10:25: error: from must be a time of day such as \"09:00\", not the text \"9:00\""),
        BadInput(
            "a suspension without an end", with("s.yaml", suspension("reason: x, by: Jo")),
            "s.yaml:4:1: error: spec lacks the required key until"),
        BadInput(
            "a suspension until no moment", with("s.yaml", suspension("reason: x, by: Jo, until: tomorrow")),
            "s.yaml:4:35: error: until must be a moment such as \"2026-01-31T18:00:00Z\", not the text \"tomorrow\""),
        BadInput(
            "an approval of no plan", with("a.yaml", approval("yes")),
            "a.yaml:4:17: error: digest must be a plan's digest, sha256: and 64 digits, not \"yes\""),
        BadInput(
            "an approval without an end",
            with("a.yaml", approval("sha256:" + String(repeating: "a", count: 64), "by: Jo")),
            "a.yaml:4:1: error: spec lacks the required key until"),
    ]
}
