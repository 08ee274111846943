import Foundation
import Model
import Testing

@testable import Server

@Suite struct PageTests {
    @Test func whoIsNotKnownIsLedToTheLogin() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.page("/environments/dev?x=1", cookie: nil)
            #expect(answer.status == 303)
            #expect(answer.headers.first(name: "location") == "/login?next=%2Fenvironments%2Fdev%3Fx%3D1")
            #expect(try await server.page("/login", cookie: nil).text.contains("Access token"))
        }
    }

    @Test func aTokenOpensAStayThatScriptsAndOtherSitesCannotUse() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.submit(
                "/login", [("token", TestServer.reader.token.reveal()), ("next", "/history")])
            #expect(answer.status == 303)
            #expect(answer.headers.first(name: "location") == "/history")
            let cookie = try #require(answer.headers.first(name: "set-cookie"))
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/"))
            #expect(!cookie.contains(TestServer.reader.token.reveal()))
            #expect(try await server.page("/", cookie: String(cookie.prefix { $0 != ";" })).status == 200)
        }
    }

    @Test func theCookieIsSecureWhereTheSiteIs() async throws {
        try await TestServer.run(FakeController(), { $0.publicURL = "https://plumbline.example.com" }) {
            server async throws in
            let answer = try await server.submit(
                "/login", [("token", TestServer.reader.token.reveal())], origin: "https://plumbline.example.com")
            #expect(try #require(answer.headers.first(name: "set-cookie")).contains("Secure"))
        }
    }

    @Test func aWrongTokenOpensNothing() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.submit("/login", [("token", "wrong")])
            #expect(answer.status == 401)
            #expect(answer.headers.first(name: "set-cookie") == nil)
            #expect(answer.text.contains("not known here"))
        }
    }

    @Test(arguments: [
        "//evil.example", "https://evil.example", "/\\evil.example", "/x\r\nSet-Cookie: a=b", "/login", "",
    ])
    func theLoginLeadsNowhereElse(_ next: String) async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.submit(
                "/login", [("token", TestServer.reader.token.reveal()), ("next", next)])
            #expect(answer.headers.first(name: "location") == "/")
        }
    }

    @Test func aStayEndsWithItsTimeAndWithItsToken() async throws {
        try await TestServer.run { server async throws in
            let cookie = try await server.signedIn(TestServer.reader)
            server.clock.advance(PageSession.length - 1)
            #expect(try await server.page("/", cookie: cookie).status == 200)
            server.clock.advance(1)
            #expect(try await server.page("/", cookie: cookie).status == 303)
            let other = try await server.signedIn(TestServer.reader)
            server.secrets.set { $0.tokens[0].token = Secret("a new one") }
            #expect(try await server.page("/", cookie: other).status == 303)
        }
    }

    @Test func aForgedStayIsNone() async throws {
        try await TestServer.run { server async throws in
            let session = PageSession(name: "oncall", expires: Sample.now.addingTimeInterval(60))
            for forged in [
                session.signed(by: Secret("guess")), session.signed(by: TestServer.reader.token), "v1.6f.9.00", "",
                "v1..", "...",
                session.signed(by: TestServer.actor.token).replacing("v1", with: "v2"),
            ] {
                #expect(
                    try await server.page("/", cookie: "\(PageSession.cookie)=\(forged)").status == 303, "\(forged)")
            }
            let genuine = session.signed(by: TestServer.actor.token)
            #expect(try await server.page("/", cookie: "\(PageSession.cookie)=\(genuine)").status == 200)
        }
    }

    @Test func aFormOfThePageIsFollowed() async throws {
        try await TestServer.run { server async throws in
            let cookie = try await server.signedIn(TestServer.actor)
            let form = try Self.formToken(try await server.page("/environments/dev", cookie: cookie).text)
            let answer = try await server.submit(
                "/environments/dev/suspend", [("form", form), ("reason", "load & test"), ("for", "2h")], cookie: cookie)
            #expect(answer.status == 303)
            #expect(answer.headers.first(name: "location") == "/environments/dev?done=suspend")
            let until = Sample.now.addingTimeInterval(7200).formatted(.iso8601)
            #expect(server.controller.actions == ["suspend dev by oncall until \(until): load & test"])
            let page = try await server.page("/environments/dev?done=suspend", cookie: cookie)
            #expect(page.text.contains("The suspension is committed."))
        }
    }

    @Test func aFormFromElsewhereIsNot() async throws {
        try await TestServer.run { server async throws in
            let cookie = try await server.signedIn(TestServer.actor)
            let form = try Self.formToken(try await server.page("/environments/dev", cookie: cookie).text)
            let other = try await server.signedIn(TestServer.reader)
            let foreign =
                try Self.formToken(
                    try await server.page("/", cookie: other).text, optional: true) ?? String(repeating: "0", count: 64)
            for (fields, origin) in [
                ([("form", form)], "https://evil.example"), ([("form", form)], "null"), ([], server.origin),
                ([("form", "")], server.origin), ([("form", foreign)], server.origin),
            ] {
                let answer = try await server.submit("/environments/dev/retry", fields, cookie: cookie, origin: origin)
                #expect(answer.status == 403, "\(fields) \(origin)")
            }
            #expect(try await server.submit("/environments/dev/retry", [("form", form)]).status == 303)
            #expect(server.controller.actions.isEmpty)
        }
    }

    @Test func whoMayOnlyReadHasNoFormsAndCannotMakeThem() async throws {
        try await TestServer.run { server async throws in
            let cookie = try await server.signedIn(TestServer.reader)
            let page = try await server.page("/environments/dev", cookie: cookie)
            #expect(!page.text.contains("/environments/dev/retry"))
            let form = try Self.formToken(page.text)
            let answer = try await server.submit("/environments/dev/retry", [("form", form)], cookie: cookie)
            #expect(answer.status == 403)
            #expect(answer.text.contains("does not have the right"))
            #expect(server.controller.actions.isEmpty)
        }
    }

    @Test func aProxysPersonUsesFormsWithACookieOfTheirOwn() async throws {
        let proxy = TrustedProxy(
            header: "X-Forwarded-User", addresses: [try #require(AddressRange("127.0.0.1"))], rights: [.act])
        try await TestServer.run(FakeController(), { $0.trustedProxy = proxy }) { server async throws in
            let person = ("X-Forwarded-User", "jo")
            let page = try await server.send(.GET, "/environments/dev", [person, ("Accept", "text/html")])
            let cookie = try #require(page.headers.first(name: "set-cookie")).prefix { $0 != ";" }
            let body = "form=\(try Self.formToken(page.text))"
            let headers = [person, ("Content-Type", "application/x-www-form-urlencoded"), ("Origin", server.origin)]
            let without = try await server.send(
                .POST, "/environments/dev/retry", headers, body: .bytes(Array(body.utf8)))
            #expect(without.status == 403)
            let with = try await server.send(
                .POST, "/environments/dev/retry", headers + [("Cookie", String(cookie))], body: .bytes(Array(body.utf8))
            )
            #expect(with.status == 303)
            #expect(server.controller.actions == ["retry dev by jo"])
        }
    }

    @Test func signingOutTakesTheCookieAway() async throws {
        try await TestServer.run { server async throws in
            let cookie = try await server.signedIn(TestServer.reader)
            let form = try Self.formToken(try await server.page("/", cookie: cookie).text)
            let answer = try await server.submit("/logout", [("form", form)], cookie: cookie)
            #expect(answer.headers.first(name: "location") == "/login")
            #expect(try #require(answer.headers.first(name: "set-cookie")).contains("Max-Age=0"))
            #expect(try await server.submit("/logout", [], cookie: cookie).status == 403)
        }
    }

    @Test func pagesSayWhoHoldsWhatAndWhatIsOnlyRecorded() async throws {
        var waiting = Sample.elsewhere("test", "ApprovalNeeded", stalled: true, "it needs an approval")
        waiting.plan = Sample.plan()
        waiting.plan?.approvalReasons = ["deletes the network"]
        var nobodys = Sample.elsewhere("new", "Unknown", stalled: false, "not looked at yet")
        (nobodys.holder, nobodys.heldSince) = (nil, nil)
        try await TestServer.run(FakeController([Sample.dev, waiting, nobodys])) { server async throws in
            let cookie = try await server.signedIn(TestServer.actor)
            let overview = try await server.page("/", cookie: cookie).text
            #expect(overview.contains("plumbline-0<small>") && overview.contains("plumbline-1<small>"))
            #expect(overview.contains("Needs approval"))
            let own = try await server.page("/environments/dev", cookie: cookie).text
            #expect(!own.contains("recorded last") && own.contains("plumbline-0, taken"))
            let other = try await server.page("/environments/test", cookie: cookie).text
            #expect(other.contains("plumbline-1 works on it. What is shown here is what it recorded last."))
            #expect(other.contains("Approve this plan") && other.contains("deletes the network"))
            let none = try await server.page("/environments/new", cookie: cookie).text
            #expect(none.contains("No replica works on it right now."))
        }
    }

    @Test func namesAndMessagesAreOnlyText() async throws {
        let attack = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{name}}"
        var state = Sample.environment(attack, .quarantined, ready: false, stalled: true, attack)
        state.resources = [
            ResourceState(
                address: ResourceAddress("\(attack)/\(attack)"), type: ResourceType(attack), identifier: attack,
                dependencies: [ResourceAddress(attack)], fields: [attack: .string(attack)], health: .failed,
                message: attack)
        ]
        state.suspension = Suspension(reason: attack, by: attack, until: Sample.now.addingTimeInterval(60))
        state.drifted = [ResourceAddress(attack)]
        state.holder = attack
        var plan = Sample.plan(["failed", "running", "pending", "pending"])
        plan.changes[0].message = attack
        plan.changes[0].fields = [FieldChange(name: attack, before: .string(attack), after: .list([.string(attack)]))]
        plan.diagnostics = [Diagnostic(.error, attack)]
        plan.approvalReasons = [attack]
        plan.digest = attack
        state.plan = plan
        let controller = FakeController([state])
        controller.set {
            $0.overview.repository = attack
            $0.overview.gitTrouble = attack
            $0.overview.invalid = [Diagnostic(.error, attack)]
            $0.history = [Sample.entry(attack, attack, attack, ago: 1)]
            $0.history[0].revision = attack
            $0.history[0].commit = attack
        }
        let path = "/environments/\(FormText.encoded(attack))"
        try await TestServer.run(controller) { server async throws in
            let cookie = try await server.signedIn(TestServer.actor)
            for page in [
                "/", path, "\(path)/plan", "\(path)/history", "/history", "/environments/x\(FormText.encoded(attack))",
            ] {
                let text = try await server.page(page, cookie: cookie).text
                #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "\(page)")
                for raw in ["<script>alert", "<img src=x", "\"'>", "'><"] {
                    #expect(!text.contains(raw), "\(raw) in \(page)")
                }
            }
            let login = try await server.page("/login?next=\(FormText.encoded("/\(attack)"))", cookie: nil)
            #expect(!login.text.contains("alert"))
        }
    }

    @Test func pagesLoadNothingFromElsewhere() async throws {
        try await TestServer.run { server async throws in
            let cookie = try await server.signedIn(TestServer.actor)
            let page = try await server.page("/environments/dev", cookie: cookie)
            let policy = try #require(page.headers.first(name: "content-security-policy"))
            #expect(policy.hasPrefix("default-src 'none'"))
            #expect(!policy.contains("unsafe"))
            #expect(page.headers.first(name: "x-content-type-options") == "nosniff")
            #expect(page.headers.first(name: "x-frame-options") == "DENY")
            #expect(page.headers.first(name: "cache-control") == "no-store")
            for match in page.text.matches(of: /(?:src|href)="([^"]+)"/) where match.1.hasPrefix("/assets/") {
                let asset = try await server.get(String(match.1), as: nil)
                #expect(asset.status == 200, "\(match.1)")
                #expect(asset.headers.first(name: "cache-control")?.contains("immutable") == true)
            }
            for match in page.text.matches(of: /<(?:link|script|img)[^>]*(?:src|href)="([^"]+)"/) {
                #expect(match.1.hasPrefix("/assets/"), "\(match.1)")
            }
            #expect(!page.text.contains("style=") && !page.text.contains("onclick"))
        }
    }

    @Test func commitsLeadToTheForge() async throws {
        let controller = FakeController()
        controller.set { $0.history = [Sample.entry("dev", "dev: converged", "converged", ago: 5)] }
        try await TestServer.run(controller) { server async throws in
            let cookie = try await server.signedIn(TestServer.reader)
            let history = try await server.page("/history", cookie: cookie).text
            #expect(history.contains("https://github.com/acme/environments/commit/\(Sample.new.commit)"))
            #expect(
                history.contains("https://github.com/acme/environments/commit/9c0ffee19c0ffee19c0ffee19c0ffee19c0ffee1")
            )
            let overview = try await server.page("/", cookie: cookie).text
            #expect(overview.contains("commit/\(Sample.new.commit)"))
        }
    }

    @Test func aMissingPageIsOne() async throws {
        try await TestServer.run { server async throws in
            let cookie = try await server.signedIn(TestServer.reader)
            for path in ["/environments/prod", "/environments/prod/plan", "/environments/prod/history", "/nothing"] {
                let answer = try await server.page(path, cookie: cookie)
                #expect(answer.status == 404, "\(path)")
                #expect(answer.headers.first(name: "content-type") == "text/html; charset=utf-8")
            }
        }
    }

    @Test func aVisitFromAnotherSiteIsLedOnWithItsCookie() async throws {
        try await TestServer.run { server async throws in
            let visit = [("Accept", "text/html"), ("Sec-Fetch-Site", "cross-site")]
            let answer = try await server.send(.GET, "/environments/dev", visit)
            #expect(answer.status == 200)
            #expect(answer.text.contains("url=/environments/dev\""))
        }
    }

    private static func formToken(_ page: String) throws -> String {
        try #require(try formToken(page, optional: true))
    }

    private static func formToken(_ page: String, optional: Bool) throws -> String? {
        page.firstMatch(of: /name="form" value="([0-9a-f]{64})"/).map { String($0.1) }
    }
}
