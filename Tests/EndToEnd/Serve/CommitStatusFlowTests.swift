import EmulatorSupport
import Foundation
import Testing

@Suite("Statuses of commits, under plumbline serve,", .inTurn)
struct CommitStatusFlowTests {
    @Test("come from every environment, also from one that the commit does not concern, and from a quarantined one")
    func unconcerned() async throws {
        let world = try await World.open([
            "dev.yaml": Small.environment(), "test.yaml": Small.environment("test", cidr: "10.193.0.0/16"),
        ])
        let forge = try await StatusForge.start()
        let controller = try Controller.start(
            world,
            "forge: { kind: github, token: { env: FORGE }, url: \"\(forge.url)\", project: acme/config }\n"
                + "drift: { every: 1s }\nconcurrency: { environments: 1 }", variables: ["FORGE": "hunter2"])
        try await controller.next("Converged", "\"environment\":\"dev\"")
        try await controller.next("Converged", "\"environment\":\"test\"")
        let commit = try await world.repository.commit(["dev.yaml": Small.environment(email: "new@example.com")])
        try await forge.next(commit, "plumbline/test", "success", "nothing of this environment changed")
        try await forge.next(commit, "plumbline/dev", "success", "applied")

        // An environment that cannot be changed says so of every commit.
        try await world.aws.inject(
            Fault(
                .error(status: 400, code: "Nope", message: "not now"), service: "ec2", action: "CreateTags",
                contains: "other", count: -1))
        let failing = try await world.repository.commit(["dev.yaml": Small.environment(email: "other@example.com")])
        try await forge.next(failing, "plumbline/dev", "failure", "failed 5 times")
        let next = try await world.repository.commit([
            "test.yaml": Small.environment("test", cidr: "10.193.0.0/16", email: "new@example.com")
        ])
        try await forge.next(next, "plumbline/dev", "failure")
        let mended = try await world.repository.commit(["dev.yaml": Small.environment(email: "last@example.com")])
        try await forge.next(mended, "plumbline/dev", "success", "applied")
        #expect(await controller.stop() == 0, "\(controller.said)")
    }
}

/// GitHub as far as statuses of commits go. It ends with this object.
private final class StatusForge: Sendable {
    let url: String
    private let log: LineLog
    private let input: Pipe

    private init(url: String, log: LineLog, input: Pipe) {
        (self.url, self.log, self.input) = (url, log, input)
    }

    deinit { try? input.fileHandleForWriting.close() }

    static func start() async throws -> StatusForge {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = try TestPython.interpreter()
        process.arguments = ["-u", "-c", script]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let (log, handle) = (LineLog(), output.fileHandleForReading)
        log.read(handle)
        let line = try #require(await log.next(["port "], within: .seconds(30)))
        return StatusForge(url: "http://127.0.0.1:\(line.dropFirst(5))", log: log, input: input)
    }

    /// Waits for the next status with these texts.
    func next(_ texts: String..., sourceLocation: SourceLocation = #_sourceLocation) async throws {
        _ = try #require(
            await log.next(texts, within: .seconds(60)), "no \(texts) in\n\(log.text)", sourceLocation: sourceLocation)
    }

    private static let script = """
        import json, sys, threading
        from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
        class Forge(BaseHTTPRequestHandler):
            def answer(self, status, document):
                text = json.dumps(document).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)
            def do_GET(self):
                self.answer(200, [])
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                commit = self.path.rsplit("/", 1)[1]
                print(commit, body["context"], body["state"], body["description"])
                self.answer(201, {})
            def log_message(self, *_): pass
        server = ThreadingHTTPServer(("127.0.0.1", 0), Forge)
        print("port", server.server_port)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        sys.stdin.read()
        """
}
