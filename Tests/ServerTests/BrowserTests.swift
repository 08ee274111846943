import BrowserSupport
import Foundation
import Model
import Testing

@testable import Server

/// The pages in a real browser. Pictures are kept in `.build/screenshots`.
@Suite(.serialized) struct BrowserTests {
    private static func fleet() -> FakeController {
        var dev = Sample.dev
        dev.plan = Sample.plan()
        dev.plan?.changes = []
        var test = Sample.environment("test", .idle, ready: true, "AWS agrees with main@3f2a1bc.")
        test.resources = Sample.resources("test")
        test.resources[4].health = .drifted
        test.drifted = ["test/acme/Service"]
        test.driftMode = .warn
        var stage = Sample.environment(
            "stage", .awaitingApproval, ready: false, stalled: true, "The plan waits for an approval.")
        stage.resources = Sample.resources("stage")
        stage.resources[1].health = .failed
        stage.resources[1].message = "AccessDenied: not authorized to perform ecs:DescribeClusters"
        stage.plan = Sample.plan()
        stage.plan?.approvalReasons = ["deletes stage/acme/api2/ListenerRule", "replaces what holds data"]
        stage.failures = 2
        var prod = Sample.elsewhere(
            "prod", "Quarantined", stalled: true, "5 attempts failed: AccessDenied for ecs:UpdateService.")
        prod.resources = Sample.resources("prod").map { resource in
            var resource = resource
            resource.fields = [:]
            return resource
        }
        prod.resources[4].health = .failed
        prod.resources[4].message = "AccessDenied: not authorized to perform ecs:UpdateService"
        let controller = FakeController([dev, test, stage, prod])
        controller.set {
            $0.history = [
                Sample.entry("dev", "dev: converged main@3f2a1bc, 2 created 1 updated", "converged", ago: 90),
                Sample.entry("prod", "prod: failed main@3f2a1bc, 1 failed", "failed", ago: 4000),
                Sample.entry("stage", "stage: needs approval of sha256:4c1d0f8a", "approval-needed", ago: 200_000),
            ]
        }
        return controller
    }

    private static func signIn(_ browser: Browser, _ server: TestServer, at path: String, as token: AccessToken)
        async throws
    {
        try await browser.open(server.origin + path)
        try await browser.until("document.querySelector('input[name=token]')")
        try await browser.loading {
            try await browser.evaluate(
                "document.querySelector('input[name=token]').value = '\(token.token.reveal())'; document.forms[0].submit(); 1"
            )
        }
    }

    @Test func theOverviewShowsEveryEnvironment() async throws {
        try await TestServer.run(Self.fleet()) { server async throws in
            let browser = try await Browser.start()
            defer { browser.stop() }
            try await browser.open(server.origin)
            try await browser.screenshot("login")
            try await Self.signIn(browser, server, at: "/", as: TestServer.reader)
            let rows = try await browser.evaluate(
                "[...document.querySelectorAll('tr[data-environment]')].map(r => r.querySelector('.badge').innerText.replace(/\\s+/g, ' ')).join('|')"
            )
            #expect(rows == "✓ Ready|≠ Drifted|‖ Needs approval|✕ Quarantined")
            // The style sheet was let in by the content policy: the header has its line.
            #expect(
                try await browser.evaluate("getComputedStyle(document.querySelector('header.site')).borderBottomStyle")
                    == "solid")
            try await browser.screenshot("overview")
            try await browser.show(width: 1280, height: 900, dark: true)
            try await browser.screenshot("overview-dark")
            try await browser.show(width: 400, height: 800)
            let overflow = try await browser.evaluate("document.scrollingElement.scrollWidth - innerWidth")
            #expect(overflow == 0)
            try await browser.screenshot("overview-narrow")
        }
    }

    @Test func whatAnotherReplicaWorksOnSaysWhose() async throws {
        try await TestServer.run(Self.fleet()) { server async throws in
            let browser = try await Browser.start()
            defer { browser.stop() }
            try await Self.signIn(browser, server, at: "/environments/prod", as: TestServer.actor)
            let state = try await browser.evaluate("document.querySelector('#state').innerText")
            #expect("\(state)".contains("plumbline-1 works on it. What is shown here is what it recorded last."))
            #expect("\(state)".contains("plumbline-1, taken 10 min ago"))
            try await browser.screenshot("elsewhere")
        }
    }

    @Test func aChangeThatRunsBecomesVisible() async throws {
        let controller = Self.fleet()
        try await TestServer.run(controller) { server async throws in
            let browser = try await Browser.start()
            defer { browser.stop() }
            try await Self.signIn(browser, server, at: "/environments/dev", as: TestServer.reader)
            try await browser.until("document.querySelector('#live').innerText.includes('Live')")
            #expect(try await browser.evaluate("document.querySelectorAll('.change').length") == 0)
            controller.change("dev", "applying main@3f2a1bc") {
                $0.phase = .applying
                $0.plan = Sample.plan(["succeeded", "running", "pending", "pending"])
                $0.resources[4].health = .changing
            }
            try await browser.until("document.querySelector('.change[data-state=running]')")
            #expect(
                try await browser.evaluate(
                    "document.querySelector('h1').nextElementSibling.innerText.includes('Applying')") == true)
            try await browser.screenshot("environment-applying")
            // What a person opened stays open while the page renews itself.
            try await browser.evaluate(
                "document.getElementById('resource-dev/VPC').querySelector('summary').click(); 1")
            controller.change("dev", "2 of 4 done") {
                $0.plan = Sample.plan(["succeeded", "failed", "running", "skipped"])
            }
            try await browser.until("document.querySelector('.change[data-state=failed]')")
            #expect(try await browser.evaluate("document.getElementById('resource-dev/VPC').open") == true)
            #expect(try await browser.evaluate("document.getElementById('resource-dev/Cluster').open") == false)
            #expect(
                try await browser.evaluate("document.querySelector('#activity').innerText.includes('2 of 4 done')")
                    == true)
            try await browser.screenshot("environment-failed")
            try await browser.show(width: 400, height: 800, dark: true)
            #expect(try await browser.evaluate("document.scrollingElement.scrollWidth - innerWidth") == 0)
            try await browser.screenshot("environment-narrow")
        }
    }

    @Test func aPlanIsAReadableDifference() async throws {
        try await TestServer.run(Self.fleet()) { server async throws in
            let browser = try await Browser.start()
            defer { browser.stop() }
            try await Self.signIn(browser, server, at: "/environments/stage/plan", as: TestServer.reader)
            let text = try await browser.evaluate("document.querySelector('main').innerText")
            #expect(text.text?.contains("•••") == true)
            #expect(text.text?.contains("hunter2") == false)
            #expect(
                try await browser.evaluate(
                    "[...document.querySelectorAll('del')].some(d => d.innerText.includes('1.4.1'))") == true)
            #expect(
                try await browser.evaluate(
                    "[...document.querySelectorAll('ins')].some(d => d.innerText.includes('1.4.2'))") == true)
            let mark = try await browser.evaluate("getComputedStyle(document.querySelector('ins'), '::before').content")
            #expect(mark == "\"+ \"")
            try await browser.screenshot("plan")
            try await browser.show(width: 1280, height: 900, dark: true)
            try await browser.screenshot("plan-dark")
        }
    }

    @Test func aFormWorksOnThePageAndNotFromAnother() async throws {
        let controller = Self.fleet()
        try await TestServer.run(controller) { server async throws in
            let browser = try await Browser.start()
            defer { browser.stop() }
            try await Self.signIn(browser, server, at: "/environments/stage", as: TestServer.actor)
            try await browser.screenshot("environment-approval")
            try await browser.loading {
                try await browser.evaluate("document.querySelector('form[action$=approve] button').click(); 1")
            }
            #expect(controller.actions == ["approve stage \(Sample.plan().digest) by oncall"])
            #expect(
                try await browser.evaluate("document.querySelector('.banner.good').innerText")
                    == "The approval is committed.")
            try await browser.screenshot("environment-approved")

            let url = "\(server.origin)/environments/stage/retry"
            try await browser.open("data:text/html,<form method=post action='\(url)'></form>")
            try await browser.loading { try await browser.evaluate("document.forms[0].submit(); 1") }
            try await browser.until("document.readyState === 'complete'")
            #expect(controller.actions.count == 1)
            // The same form on a page of the site itself, but without its token.
            try await browser.open("\(server.origin)/environments/stage")
            try await browser.loading {
                try await browser.evaluate(
                    "const f = document.querySelector('form[action$=retry]'); f.elements.form.remove(); f.submit(); 1")
            }
            #expect(try await browser.evaluate("document.body.innerText.includes('This form is too old')") == true)
            #expect(controller.actions.count == 1)
        }
    }

    @Test func pagesWorkWithoutScript() async throws {
        try await TestServer.run(Self.fleet()) { server async throws in
            let browser = try await Browser.start()
            defer { browser.stop() }
            try await Self.signIn(browser, server, at: "/history", as: TestServer.reader)
            try await browser.show(width: 1280, height: 900, script: false)
            try await browser.open("\(server.origin)/history")
            try await browser.screenshot("history")
            let subjects = try await browser.evaluate("document.querySelectorAll('td.say').length")
            #expect(subjects == 3)
            #expect(try await browser.evaluate("document.querySelector('#live').innerText") == "Reload for news")
            let refresh = try await server.page("/history", cookie: try await server.signedIn(TestServer.reader)).text
            #expect(refresh.contains("<noscript><meta http-equiv=\"refresh\" content=\"60\"></noscript>"))
        }
    }

    @Test func textFromOutsideRunsNothing() async throws {
        let attack = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
        var state = Sample.environment("dev", .backingOff, ready: false, attack)
        state.resources = Sample.resources("dev")
        state.resources[0].message = attack
        let controller = FakeController([state])
        try await TestServer.run(controller) { server async throws in
            let browser = try await Browser.start()
            defer { browser.stop() }
            try await Self.signIn(browser, server, at: "/environments/dev", as: TestServer.reader)
            try await browser.until("document.querySelector('#live').innerText.includes('Live')")
            controller.change("dev", attack) { $0.failures = 3 }
            try await browser.until("document.querySelector('#activity').innerText.includes('<script>')")
            try await browser.until("document.querySelector('#state').innerText.includes('Failures in a row')")
            #expect(try await browser.evaluate("document.title") == "dev · Plumbline")
            #expect(try await browser.evaluate("document.querySelectorAll('main img, main script').length") == 0)
        }
    }
}
