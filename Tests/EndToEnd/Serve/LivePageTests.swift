import BrowserSupport
import EmulatorSupport
import Foundation
import Testing

@testable import ForgePeers

/// The pages of a real controller in a real browser. Pictures are kept in `.build/screenshots`.
@Suite("The pages of plumbline serve", .inTurn)
struct LivePageTests {
    @Test("show a change while it runs, a plan as a difference that can be approved, and a history with links")
    func pages() async throws {
        var files = Small.files
        files["environment.yaml"] = Small.environment() + "  approval: always\n"
        let world = try await World.open(files)
        let server = try await GitServer.start(world.repository, token: "git")
        let forge = FakeGitHub()
        let peer = try await WirePeer.start { call, _ in forge.answer(call) }
        let controller = try Controller.start(
            world, "forge: { kind: github, token: { env: FORGE }, url: \"\(peer.url)\", project: acme/config }",
            repository: "{ url: \"\(server.url)\", token: { env: TOKEN } }",
            variables: ["TOKEN": "git", "FORGE": "good", "ACTOR": "act"],
            tokens: "tokens: [{ name: jo, token: { env: ACTOR }, rights: [read, act] }]")
        try await controller.next("ApprovalNeeded")
        let browser = try await Browser.start()
        defer { browser.stop() }
        let origin = "http://127.0.0.1:\(try await controller.port())"
        try await signIn(browser, "\(origin)/environments/dev/plan")

        // The first plan makes everything, and waits.
        try await browser.until("document.querySelectorAll('.change.create').length > 20")
        #expect(try await browser.evaluate("document.querySelectorAll('.change.create details[open]').length") == 0)
        try await browser.screenshot("serve-plan")
        try await browser.open("\(origin)/environments/dev")
        try await browser.until("document.querySelector('#live').innerText.includes('Live')")
        try await world.aws.configure(rolloutPolls: 1_000_000)
        try await browser.loading {
            try await browser.evaluate("document.querySelector('form[action$=approve] button').click(); 1")
        }
        try await browser.until("\(state).includes('Applying')")
        try await browser.until(
            "\(service)?.dataset.state === 'running' && \(service).innerText.includes('deployment')")
        // The tree follows: everything is there but the two services.
        try await browser.until("document.querySelector('#tree .counts').innerText.includes('32 in sync')")
        try await browser.screenshot("serve-applying")
        try await world.aws.configure(rolloutPolls: 0)
        try await browser.until("\(state).includes('Ready')", seconds: 60)
        #expect(try await browser.evaluate("document.querySelectorAll('[data-state=failed]').length") == 0)
        #expect(
            try await browser.evaluate("document.querySelector('#activity').innerText.includes('AWS agrees')") == true)
        try await browser.screenshot("serve-ready")

        try await difference(world, controller, browser, origin)
        try await history(world, browser, origin, server)
        #expect(await controller.stop() == 0, "\(controller.said)")
    }

    /// What the page says of the environment as a whole.
    private let state = "document.querySelector('h1').nextElementSibling.innerText"
    private let service = "document.querySelector('.change[id$=\"dev/acme/Service\"]')"

    private func difference(
        _ world: World, _ controller: Controller, _ browser: Browser, _ origin: String
    ) async throws {
        // The approval was committed to main.
        try await world.repository.pull()
        try await world.repository.commit(["acme.yaml": Small.node(tag: "better", count: 3)])
        try await controller.next("ApprovalNeeded")
        try await browser.open("\(origin)/environments/dev/plan")
        try await browser.until("document.querySelector('.change.update ins')")
        let shown = try await browser.evaluate(
            "[...document.querySelectorAll('.field')].map(f => f.innerText.replace(/\\s+/g, ' ')).join('|')")
        #expect(shown.text?.contains("desiredCount 1 3") == true, "\(shown)")
        #expect(
            try await browser.evaluate(
                "[...document.querySelectorAll('ins')].some(d => d.innerText.includes(':better'))") == true)
        try await browser.screenshot("serve-difference")
    }

    private func history(_ world: World, _ browser: Browser, _ origin: String, _ server: GitServer) async throws {
        try await browser.open("\(origin)/history")
        try await browser.until("document.querySelectorAll('#history tbody tr').length >= 3")
        let site = server.url.replacing(".git", with: "")
        let links = try await browser.evaluate(
            "[...document.querySelectorAll('#history tbody a.mono')].map(a => a.href).join('\\n')")
        let head = try #require(try await world.repository.statusHead())
        let merged = try await world.repository.git("rev-parse", "main")
        for commit in [head, merged] {
            #expect(links.text?.contains("\(site)/commit/\(commit)") == true, "\(commit) in \(links)")
        }
        try await browser.screenshot("serve-history")
        try await browser.show(width: 400, height: 800, dark: true)
        #expect(try await browser.evaluate("document.scrollingElement.scrollWidth - innerWidth") == 0)
        try await browser.screenshot("serve-history-narrow")
    }

    private func signIn(_ browser: Browser, _ url: String) async throws {
        try await browser.open(url)
        try await browser.until("document.querySelector('input[name=token]')")
        try await browser.loading {
            try await browser.evaluate(
                "document.querySelector('input[name=token]').value = 'act'; document.forms[0].submit(); 1")
        }
    }
}
