import Foundation
import Model
import Testing

@testable import Server

@Suite struct AccessTests {
    private static let reads = [
        "/api/v1/environments", "/api/v1/environments/dev", "/api/v1/environments/dev/resources",
        "/api/v1/environments/dev/plan", "/api/v1/environments/dev/history", "/api/v1/history", "/api/v1/events",
        "/api/v1/openapi.json", "/metrics",
    ]
    private static let acts = ["retry", "suspend", "resume", "approve"].map { "/api/v1/environments/dev/\($0)" }

    @Test func healthNeedsNoToken() async throws {
        try await TestServer.run { server async throws in
            #expect(try await server.get("/healthz", as: nil).status == 200)
            #expect(try await server.get("/readyz", as: nil).status == 200)
            server.controller.set { $0.isReady = false }
            #expect(try await server.get("/readyz", as: nil).status == 503)
            #expect(try await server.get("/healthz", as: nil).status == 200)
        }
    }

    @Test func everythingElseNeedsOne() async throws {
        try await TestServer.run { server async throws in
            for path in Self.reads {
                let answer = try await server.get(path, as: nil)
                #expect(answer.status == 401, "\(path)")
                #expect(answer.errorCode == "unauthorized", "\(path)")
                #expect(answer.headers.first(name: "www-authenticate") == "Bearer realm=\"plumbline\"")
            }
            for path in Self.acts { #expect(try await server.post(path, as: nil).status == 401, "\(path)") }
            #expect(server.controller.actions.isEmpty)
        }
    }

    @Test func aBadTokenIsRefusedEverywhere() async throws {
        let bad = AccessToken(name: "?", token: Secret("viewer-hunter2-3b1f0d"), rights: [])
        try await TestServer.run { server async throws in
            for path in Self.reads { #expect(try await server.get(path, as: bad).status == 401, "\(path)") }
            for path in Self.acts { #expect(try await server.post(path, as: bad).status == 401, "\(path)") }
            for header in [
                "Bearer", "Bearer ", "Basic \(TestServer.reader.token.reveal())", TestServer.reader.token.reveal(),
            ] {
                let answer = try await server.send(.GET, "/api/v1/environments", [("Authorization", header)])
                #expect(answer.status == 401, "\(header)")
            }
        }
    }

    @Test func anEmptyConfiguredTokenLetsNobodyIn() async throws {
        try await TestServer.run { server async throws in
            server.secrets.set { $0.tokens = [AccessToken(name: "empty", token: Secret(""), rights: [.act])] }
            #expect(try await server.send(.GET, "/api/v1/environments", [("Authorization", "Bearer  ")]).status == 401)
            #expect(try await server.submit("/login", [("token", "")]).status == 401)
        }
    }

    @Test func readingDoesNotAllowActing() async throws {
        try await TestServer.run { server async throws in
            for path in Self.acts {
                let answer = try await server.post(path, as: TestServer.reader)
                #expect(answer.status == 403, "\(path)")
                #expect(answer.errorCode == "forbidden", "\(path)")
            }
            #expect(server.controller.actions.isEmpty)
        }
    }

    @Test func noStayOutlastsAClockThatWasSetBack() async throws {
        try await TestServer.run { server async throws in
            server.clock.advance(86_400)
            let cookie = try await server.signedIn(TestServer.reader)
            #expect(try await server.page("/", cookie: cookie).status == 200)
            server.clock.advance(-200)
            #expect(try await server.page("/", cookie: cookie).status == 200, "clocks are never quite the same")
            server.clock.advance(-86_200)
            #expect(try await server.page("/", cookie: cookie).status == 303)
        }
    }

    @Test func aTokenThatIsTakenAwayIsRefusedAtOnce() async throws {
        try await TestServer.run { server async throws in
            #expect(try await server.get("/metrics").status == 200)
            server.secrets.set { $0.tokens = [] }
            #expect(try await server.get("/metrics").status == 401)
        }
    }

    @Test func aTrustedProxySaysWhoSomebodyIs() async throws {
        let proxy = TrustedProxy(
            header: "X-Forwarded-User", addresses: [try #require(AddressRange("127.0.0.0/8"))], rights: [.read, .act])
        try await TestServer.run(FakeController(), { $0.trustedProxy = proxy }) { server async throws in
            let person = [("X-Forwarded-User", "jo@example.com")]
            #expect(try await server.get("/api/v1/environments", as: nil, person).status == 200)
            #expect(try await server.get("/api/v1/environments", as: nil).status == 401)
            // A wrong token is not made good by the proxy's word.
            let both = person + [("Authorization", "Bearer wrong")]
            #expect(try await server.get("/api/v1/environments", as: nil, both).status == 401)
            let own = person + [("Origin", server.origin)]
            #expect(try await server.post("/api/v1/environments/dev/retry", as: nil, "{}", own).status == 202)
            #expect(server.controller.actions == ["retry dev by jo@example.com"])
        }
    }

    @Test func aProxysBrowserIsNotLedToActByAnotherSite() async throws {
        let proxy = TrustedProxy(
            header: "X-Forwarded-User", addresses: [try #require(AddressRange("127.0.0.1"))], rights: [.act])
        try await TestServer.run(FakeController(), { $0.trustedProxy = proxy }) { server async throws in
            let person = [("X-Forwarded-User", "jo@example.com")]
            for origin in ["https://evil.example", "null", "http://127.0.0.1:1"] {
                let answer = try await server.post(
                    "/api/v1/environments/dev/retry", as: nil, "{}", person + [("Origin", origin)])
                #expect(answer.status == 403, "\(origin)")
            }
            #expect(try await server.post("/api/v1/environments/dev/retry", as: nil, "{}", person).status == 403)
            let plain = person + [("Origin", server.origin), ("Content-Type", "text/plain")]
            #expect(try await server.send(.POST, "/api/v1/environments/dev/retry", plain).status == 415)
            #expect(server.controller.actions.isEmpty)
        }
    }

    @Test func theHeaderOfAnyoneElseIsIgnored() async throws {
        let proxy = TrustedProxy(
            header: "X-Forwarded-User", addresses: [try #require(AddressRange("10.0.0.0/8"))], rights: [.read])
        try await TestServer.run(FakeController(), { $0.trustedProxy = proxy }) { server async throws in
            let answer = try await server.get("/api/v1/environments", as: nil, [("X-Forwarded-User", "jo")])
            #expect(answer.status == 401)
        }
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.1.2.3", true), ("10.0.0.0/8", "11.0.0.1", false), ("10.0.0.0/8", "::ffff:10.1.2.3", true),
        ("192.168.1.128/25", "192.168.1.127", false), ("192.168.1.128/25", "192.168.1.200", true),
        ("127.0.0.1", "127.0.0.1", true), ("127.0.0.1", "127.0.0.2", false), ("0.0.0.0/0", "8.8.8.8", true),
        ("fd00::/8", "fd12::1", true), ("fd00::/8", "fe80::1", false), ("::/0", "10.0.0.1", false),
    ])
    func rangesHoldAddresses(_ range: String, _ address: String, _ holds: Bool) throws {
        #expect(try #require(AddressRange(range)).contains(address) == holds)
    }

    @Test(arguments: ["", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "proxy.example", "10.0.0.0/", "::/129"])
    func whatIsNoRangeIsNone(_ text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test func secretsDoNotPrint() {
        let secrets = ServerSecrets(tokens: [TestServer.reader], webhooks: [.github: TestServer.webhookSecret])
        var text = ""
        dump(secrets, to: &text)
        for printed in [text, "\(secrets)", String(reflecting: secrets)] {
            #expect(!printed.contains(TestServer.reader.token.reveal()))
            #expect(!printed.contains(TestServer.webhookSecret.reveal()))
        }
    }
}
