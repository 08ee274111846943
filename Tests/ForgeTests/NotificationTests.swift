import Crypto
import Foundation
import Model
import Testing

@testable import Forge
@testable import ForgePeers

@Suite("Notifications", .timeLimit(.minutes(1)))
struct NotificationTests {
    private static let start = Date(timeIntervalSince1970: 1_795_000_000)

    private func event(
        _ reason: String = "ApplyFailed", _ severity: ControllerEvent.Severity = .error, environment: String? = "dev",
        message: String = "it failed", after seconds: Double = 0
    ) -> ControllerEvent {
        ControllerEvent(
            time: Self.start + seconds, environment: environment, severity: severity, reason: reason, message: message,
            revision: Revision(ref: "main", commit: "c0ffee1234"), address: "dev/acme/Service")
    }

    @Test("the same trouble is told once in a window, and its end once")
    func deduplication() {
        var filter = NotificationFilter(severity: .warning, window: .seconds(600))
        #expect(filter.judge(event()) == .tell)
        #expect(filter.judge(event(after: 300)) == .keepQuiet)
        #expect(filter.judge(event(message: "another", after: 300)) == .tell)
        #expect(filter.judge(event(environment: "test", after: 300)) == .tell)
        #expect(filter.judge(event(after: 601)) == .tell, "the window has passed")
        #expect(filter.judge(event("Converged", .info, message: "fine", after: 700)) == .tellRecovery)
        #expect(filter.judge(event("Converged", .info, message: "fine", after: 701)) == .keepQuiet)
        #expect(filter.judge(event(after: 702)) == .tell, "after it was over it is news again")
        #expect(filter.judge(event("Converged", .info, environment: "prod", after: 703)) == .keepQuiet)
    }

    @Test("an AWS request's id makes no other trouble, a newer commit does; what concerns all ends by its own reason")
    func sameness() {
        var filter = NotificationFilter(severity: .warning, window: .seconds(600))
        let first = "denied (request id 2f9d1a60-6f0a-4a0e-9c44-0d6f0e5a8d11)"
        #expect(filter.judge(event(message: first)) == .tell)
        #expect(filter.judge(event(message: "denied (request id 7be02c5c-12f7-4b1f-8a38-5f1de1a3c2aa)")) == .keepQuiet)
        var newer = event(message: first)
        newer.revision = Revision(ref: "main", commit: "beef")
        #expect(filter.judge(newer) == .tell)

        #expect(filter.judge(event("GitTrouble", environment: nil)) == .tell)
        #expect(filter.judge(event("InvalidManifests", environment: nil)) == .tell)
        #expect(filter.judge(event("GitAnswers", .info, environment: nil)) == .tellRecovery)
        #expect(filter.judge(event("GitAnswers", .info, environment: nil)) == .keepQuiet)
        #expect(filter.judge(event("InvalidManifests", environment: nil)) == .keepQuiet, "it is still there")
        #expect(filter.judge(event("CommitSeen", .info, environment: nil)) == .tellRecovery)
    }

    @Test("a clock that was set back keeps the same trouble quiet for no longer than the window")
    func clockSetBack() {
        var filter = NotificationFilter(severity: .warning, window: .seconds(600))
        #expect(filter.judge(event(after: 86_400)) == .tell)
        #expect(filter.judge(event(after: 86_399)) == .keepQuiet)
        #expect(filter.judge(event()) == .tell)
    }

    @Test(
        "what concerns all ends by the reason that the controller gives",
        arguments: [
            ("LeaseTrouble", "LeasesRenewed"), ("SecretMissing", "SecretsFound"), ("GitTrouble", "GitAnswers"),
        ])
    func recoveries(trouble: String, end: String) {
        var filter = NotificationFilter(severity: .warning, window: .seconds(600))
        #expect(filter.judge(event(trouble, environment: nil)) == .tell)
        #expect(filter.judge(event(end, .info, environment: nil)) == .tellRecovery)
    }

    @Test("severity decides, and the filter remembers no more than it may")
    func severity() {
        var filter = NotificationFilter(severity: .error, window: .seconds(3600))
        #expect(filter.judge(event("DriftFound", .warning)) == .keepQuiet)
        #expect(filter.judge(event("Started", .info)) == .keepQuiet)
        #expect(filter.judge(event()) == .tell)
        for number in 0..<3000 { _ = filter.judge(event(message: "m\(number)")) }
        #expect(filter.remembered == 1000)
        var all = NotificationFilter(severity: .info, window: .seconds(3600))
        #expect(all.judge(event("Converged", .info)) == .tell)
    }

    private func notifier(
        _ channels: [NotificationChannel], _ clock: FakeClock = FakeClock(), _ trouble: Signal<String> = Signal()
    ) -> Notifier {
        Notifier(
            channels, transport: ForgeTransport(), clock: clock.clock,
            page: { $0.map { "https://plumbline.example/e/\($0)" } }, onTrouble: { trouble.send("\($0): \($1)") })
    }

    private func channel(
        _ peer: WirePeer, _ name: String = "ops", kind: NotificationChannel.Kind = .slack, environments: [String] = [],
        severity: ControllerEvent.Severity = .warning
    ) -> NotificationChannel {
        let url = Secret(peer.url + "/services/T0/B0/hush-hush")
        return NotificationChannel(name: name, kind: kind, url: { url }, environments: environments, severity: severity)
    }

    private func tell(_ notifier: Notifier, _ events: [ControllerEvent]) async {
        for event in events { notifier.received(event) }
        notifier.finish()
        await notifier.run()
    }

    @Test("Slack gets text and blocks, escaped, with revision, address and page")
    func slack() async throws {
        let peer = try await WirePeer.start { _, _ in .init(status: 200, body: Data("ok".utf8)) }
        await tell(notifier([channel(peer)]), [event(message: "<!channel> & co")])
        let call = try #require(peer.calls.first)
        #expect(call.headers["content-type"] == "application/json")
        #expect(call.json["text"] as? String == "[error] dev: &lt;!channel&gt; &amp; co")
        let blocks = try #require(call.json["blocks"] as? [[String: Any]])
        #expect(
            (blocks[0]["text"] as? [String: String])?["text"] == ":x: *dev: ApplyFailed*\n&lt;!channel&gt; &amp; co")
        #expect(
            (blocks[1]["elements"] as? [[String: String]])?.first?["text"]
                == "`main@c0ffee1`  `dev/acme/Service`  <https://plumbline.example/e/dev|Plumbline>")
    }

    @Test("each channel's messages are counted by what became of them")
    func outcomes() async throws {
        let good = try await WirePeer.start { _, _ in .init(status: 204) }
        let bad = try await WirePeer.start { _, _ in .init(status: 404) }
        let outcomes = Signal<String>()
        let notifier = Notifier(
            [channel(good, "good", severity: .info), channel(bad, "bad", severity: .error)],
            transport: ForgeTransport(), clock: FakeClock().clock,
            onOutcome: { outcomes.send("\($0) \($1.rawValue)") }, onTrouble: { _, _ in })
        // Nobody sends yet, so the oldest of what is too much is dropped.
        for number in 0..<205 { notifier.received(event("Info", .info, message: "number \(number)")) }
        await tell(notifier, [event()])
        let counts = Dictionary(grouping: outcomes.values) { $0 }.mapValues(\.count)
        #expect(counts == ["good dropped": 6, "good sent": 200, "bad failed": 1])
        #expect(notifier.dropped["good"] == 6)
    }

    @Test("a generic webhook gets JSON whose signature over time and body holds")
    func generic() async throws {
        let peer = try await WirePeer.start { _, _ in .init(status: 204) }
        let clock = FakeClock()
        await tell(
            notifier([channel(peer, kind: .generic(secret: { Secret("key") }))], clock),
            [event(), event("Converged", .info, message: "fine")])
        let call = try #require(peer.calls.first)
        let timestamp = try #require(call.headers["x-plumbline-timestamp"])
        let digits = HMAC<SHA256>.authenticationCode(
            for: Data("\(timestamp).".utf8) + call.body, using: SymmetricKey(data: Data("key".utf8))
        ).map { String(format: "%02x", $0) }.joined()
        #expect(call.headers["x-plumbline-signature"] == "sha256=\(digits)")
        #expect(timestamp == "1795000000")
        #expect(
            String(decoding: call.body, as: UTF8.self) == #"{"address":"dev/acme/Service","commit":"c0ffee1234","#
                + #""environment":"dev","message":"it failed","page":"https://plumbline.example/e/dev","#
                + #""reason":"ApplyFailed","recovered":false,"revision":"main@sha1:c0ffee1234","severity":"error","#
                + #""time":"2026-11-18T11:06:40Z","version":1}"#)
        #expect(peer.calls.last?.json["recovered"] as? Bool == true)
        #expect(Set(peer.calls.compactMap { $0.headers["x-plumbline-delivery"] }).count == 2)
    }

    @Test("channels are chosen by environment, with *, and by severity; what concerns all goes to all")
    func choice() async throws {
        let peer = try await WirePeer.start { _, _ in .init(status: 200) }
        let other = try await WirePeer.start { _, _ in .init(status: 200) }
        await tell(
            notifier([channel(peer, environments: ["prod-*", "live"]), channel(other, severity: .error)]),
            [
                event(environment: "prod-eu"), event(environment: "production"),
                event("DriftFound", .warning, environment: "live"), event(environment: nil, message: "git is away"),
            ])
        func told(_ peer: WirePeer) -> [String] { peer.calls.compactMap { $0.json["text"] as? String } }
        #expect(told(peer) == ["[error] prod-eu: it failed", "[warning] live: it failed", "[error] git is away"])
        #expect(told(other).count == 3)
    }

    @Test(
        "a limit and trouble are waited for; what is refused is told without the address, and does not hold up the next"
    )
    func trouble() async throws {
        let peer = try await WirePeer.start { call, index in
            switch index {
            case 0: .init(status: 429, headers: ["Retry-After": "30"])
            case 1: .init(status: 500)
            case 3: .init(status: 404, body: Data("no_service".utf8))
            default: .init(status: 200)
            }
        }
        let (clock, trouble) = (FakeClock(), Signal<String>())
        await tell(notifier([channel(peer)], clock, trouble), (1...3).map { event(message: "m\($0)") })
        #expect(peer.calls.count == 5)
        #expect(clock.sleeps == [.seconds(30), .seconds(2)])
        #expect(trouble.values.count == 1)
        #expect(trouble.values.first?.hasPrefix("ops: could not notify ops: ") == true)
        #expect(trouble.values.first?.contains("hush-hush") == false)
    }

    @Test(
        "a channel that takes nothing holds up neither the caller nor another channel; its oldest messages are dropped")
    func slowChannel() async throws {
        let gate = Signal<Void>()
        let (asked, arrived) = (Signal<Void>(), Signal<Void>())
        let stuck = try await WirePeer.start { _, index in
            asked.send(())
            if index == 0 { _ = await gate.next() }
            return .init(status: 200)
        }
        let quick = try await WirePeer.start { _, _ in
            arrived.send(())
            return .init(status: 200)
        }
        let notifier = notifier([channel(stuck, "stuck"), channel(quick, "quick")])
        let running = Task { await notifier.run() }
        notifier.received(event(message: "first"))
        _ = await asked.next()
        for number in 0..<250 {
            notifier.received(event(message: "m\(number)"))
            _ = await arrived.next()
        }
        #expect(notifier.dropped == ["stuck": 50, "quick": 0])
        gate.send(())
        notifier.finish()
        await running.value
        #expect(stuck.calls.count == 201)
        #expect(stuck.calls.last?.json["text"] as? String == "[error] dev: m249")
    }

    @Test("a secret that cannot be read is told by the setting's name")
    func unreadable() async {
        struct Missing: Error {}
        let trouble = Signal<String>()
        let channel = NotificationChannel(name: "ops", kind: .slack, url: { throw Missing() })
        await tell(notifier([channel], FakeClock(), trouble), [event()])
        #expect(trouble.values == ["ops: could not notify ops: its url cannot be read (Missing); see `notifications`"])
    }
}
