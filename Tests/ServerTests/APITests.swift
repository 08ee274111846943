import AsyncHTTPClient
import EmulatorSupport
import Foundation
import Model
import Testing

@testable import Server

@Suite struct APITests {
    /// A controller with something of everything to show.
    private static func full() -> FakeController {
        var dev = Sample.dev
        dev.plan = Sample.plan(["succeeded", "running", "failed", "pending"])
        dev.suspension = Suspension(reason: "load test", by: "jo", until: Sample.now.addingTimeInterval(60))
        dev.drifted = ["dev/acme/Service"]
        dev.plan?.diagnostics = [
            Diagnostic(.warning, "the tag is not there", at: SourceLocation(file: "dev.yaml", line: 3, column: 5)),
            Diagnostic(.error, "two of them", address: "dev/acme/Service"),
        ]
        let bare = EnvironmentState(name: "new", account: "123456789012", region: "eu-west-1")
        let controller = FakeController([dev, bare])
        controller.set {
            $0.history = [Sample.entry("dev", "dev: converged main@3f2a1bc, 2 created", "converged", ago: 60)]
            $0.overview.invalid = [Diagnostic(.error, "no", at: SourceLocation(file: "a.yaml", line: 1, column: 1))]
        }
        return controller
    }

    @Test func theOpenAPIDocumentIsValid() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.get("/api/v1/openapi.json")
            #expect(answer.status == 200)
            let script = """
                import json, os
                from openapi_spec_validator import validate
                document = json.loads(os.environ["DOCUMENT"])
                validate(document)
                print(document["openapi"], len(document["paths"]))
                """
            let said = try await TestPython.run(["-c", script], environment: ["DOCUMENT": answer.text])
            #expect(said == "3.1.0 12\n")
        }
    }

    /// Every operation of the document is asked for, well and badly, and answers what the document says.
    @Test func everyAnswerIsWhatTheDocumentSays() async throws {
        try await TestServer.run(Self.full()) { server async throws in
            let document = try await server.get("/api/v1/openapi.json")
            let paths = try document.json(Paths.self).paths
            var answers: [Answered] = []
            for (path, operations) in paths where operations["get"] != nil && path != "/api/v1/events" {
                for name in ["dev", "new"] {
                    let answer = try await server.get(path.replacing("{name}", with: name))
                    let isMissing = path.hasSuffix("/plan") && name == "new"
                    #expect(answer.status == (isMissing ? 404 : 200), "\(path) of \(name)")
                    answers.append(Answered("get", path, answer))
                }
            }
            answers += try await Self.actions(server, paths.filter { $0.value["post"] != nil }.keys.sorted())
            let listening = Task { try await server.events().body.first { $0.contains("data:") } }
            await server.controller.watched(by: 1)
            server.controller.change("dev", "planned") { _ in }
            let chunk = try #require(try await listening.value)
            let data = try #require(chunk.split(separator: "\n").first { $0.hasPrefix("data: ") })
            let script = """
                import json, os
                from jsonschema import Draft202012Validator, FormatChecker
                document = json.loads(os.environ["DOCUMENT"])
                def check(schema, value):
                    whole = {"$ref": schema, "components": document["components"]}
                    Draft202012Validator(whole, format_checker=FormatChecker()).validate(value)
                for answer in json.loads(os.environ["ANSWERS"]):
                    responses = document["paths"][answer["path"]][answer["method"]]["responses"]
                    content = responses[str(answer["status"])]["content"]["application/json"]
                    check(content["schema"]["$ref"], json.loads(answer["text"]))
                check("#/components/schemas/Event", json.loads(os.environ["EVENT"]))
                print("checked")
                """
            let said = try await TestPython.run(
                ["-c", script],
                environment: [
                    "DOCUMENT": document.text, "EVENT": String(data.dropFirst(6)),
                    "ANSWERS": String(decoding: try JSONEncoder().encode(answers), as: UTF8.self),
                ])
            #expect(said == "checked\n")
        }
    }

    private struct Answered: Encodable {
        var method: String
        var path: String
        var status: Int
        var text: String

        init(_ method: String, _ path: String, _ answer: TestServer.Answer) {
            (self.method, self.path, status, text) = (method, path, answer.status, answer.text)
        }
    }

    /// What every action answers when all is well, and when it is refused in each way.
    private static func actions(_ server: TestServer, _ paths: [String]) async throws -> [Answered] {
        let bodies = [
            "retry": "", "resume": "", "approve": #"{"digest":"sha256:1"}"#, "suspend": #"{"reason":"x","for":"1h"}"#,
        ]
        #expect(Set(paths.map { $0.split(separator: "/").last.map(String.init) ?? "" }) == Set(bodies.keys))
        var answers: [Answered] = []
        for path in paths {
            let verb = path.split(separator: "/").last.map(String.init) ?? ""
            let body = try #require(bodies[verb])
            func ask(_ name: String, as token: AccessToken?, _ body: String, _ status: Int) async throws {
                let answer = try await server.post(path.replacing("{name}", with: name), as: token, body)
                #expect(answer.status == status, "\(verb): \(answer.text)")
                answers.append(Answered("post", path, answer))
            }
            // Another try may be another replica's to make.
            try await ask("dev", as: TestServer.actor, body, verb == "retry" ? 202 : 200)
            try await ask("nowhere", as: TestServer.actor, body, 404)
            try await ask("dev", as: TestServer.reader, body, 403)
            try await ask("dev", as: nil, body, 401)
            if !body.isEmpty { try await ask("dev", as: TestServer.actor, "{", 400) }
            for (code, status) in [(ControllerRefusal.Code.conflict, 409), (.git, 502), (.unreachable, 502)] {
                server.controller.set { $0.refusal = ControllerRefusal(code, "because") }
                try await ask("dev", as: TestServer.actor, body, status)
            }
            server.controller.set { $0.refusal = nil }
        }
        return answers
    }

    private struct Paths: Decodable {
        var paths: [String: [String: JSONValue]]
    }

    @Test func anUnknownEnvironmentIsNotFound() async throws {
        try await TestServer.run { server async throws in
            for path in ["", "/resources", "/plan", "/history"] {
                let answer = try await server.get("/api/v1/environments/prod\(path)")
                #expect(answer.status == 404, "\(path)")
                #expect(answer.errorCode == "unknown-environment", "\(path)")
            }
            for (verb, body) in [
                ("retry", ""), ("resume", ""), ("approve", #"{"digest":"sha256:1"}"#),
                ("suspend", #"{"reason":"x","for":"1h"}"#),
            ] {
                let answer = try await server.post("/api/v1/environments/prod/\(verb)", as: TestServer.actor, body)
                #expect(answer.status == 404, "\(verb)")
                #expect(answer.errorCode == "unknown-environment", "\(verb)")
            }
            #expect(try await server.get("/api/v1/nothing").errorCode == "not-found")
        }
    }

    @Test func aPlanIsToldInTheCommandLinesWords() async throws {
        try await TestServer.run(Self.full()) { server async throws in
            let answer = try await server.get("/api/v1/environments/dev/plan")
            let plan = try answer.json(PlanDocument.self)
            #expect(plan.revision == "main@sha1:\(Sample.new.commit)")
            #expect(plan.summary == ["create": 1, "adopt": 0, "update": 1, "replace": 1, "delete": 1, "unchanged": 54])
            #expect(plan.changes[1].fields.map(\.before) == [.int(3), "•••"])
            #expect(plan.changes.map(\.outcome) == ["succeeded", "running", "failed", "pending"])
            #expect(!answer.text.contains("hunter2"))
        }
    }

    @Test func actionsReachTheControllerInTheCallersName() async throws {
        try await TestServer.run { server async throws in
            let path = "/api/v1/environments/dev"
            let until = Sample.now.addingTimeInterval(7200).formatted(.iso8601)
            for (verb, body) in [
                ("retry", ""), ("suspend", #"{"reason":"load test","for":"2h"}"#),
                ("suspend", #"{"reason":"x","until":"\#(until)"}"#), ("resume", "{}"),
                ("approve", #"{"digest":"sha256:4c"}"#),
            ] {
                let answer = try await server.post("\(path)/\(verb)", as: TestServer.actor, body)
                #expect(answer.status == (verb == "retry" ? 202 : 200), "\(verb): \(answer.text)")
                let holder = verb == "retry" ? "\"plumbline-0\"" : "null"
                #expect(answer.text.contains("\"holder\":\(holder)"), "\(answer.text)")
            }
            #expect(
                server.controller.actions == [
                    "retry dev by oncall", "suspend dev by oncall until \(until): load test",
                    "suspend dev by oncall until \(until): x", "resume dev by oncall",
                    "approve dev sha256:4c by oncall",
                ])
        }
    }

    @Test(arguments: [
        "", "{", "[]", "{}", #"{"reason":"x"}"#, #"{"reason":" ","for":"2h"}"#, #"{"reason":"x","for":"2 weeks"}"#,
        #"{"reason":"x","for":"0h"}"#, #"{"reason":"x","for":"366d"}"#, #"{"reason":"x","for":"-1h"}"#,
        #"{"reason":"x","for":"1h","until":"2030-01-01T00:00:00Z"}"#, #"{"reason":"x","until":"2001-01-01T00:00:00Z"}"#,
        #"{"reason":"x","until":"tomorrow"}"#, #"{"reason":7,"for":"2h"}"#,
    ])
    func aSuspensionThatMakesNoSenseIsRefused(_ body: String) async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post("/api/v1/environments/dev/suspend", as: TestServer.actor, body)
            #expect(answer.status == 400)
            #expect(answer.errorCode == "malformed")
            #expect(server.controller.actions.isEmpty)
        }
    }

    @Test func aGiantOrBottomlessBodyIsRefused() async throws {
        try await TestServer.run(Self.full()) { server async throws in
            let path = "/api/v1/environments/dev/suspend"
            let giant = try await server.post(
                path, as: TestServer.actor, #"{"reason":"\#(String(repeating: "x", count: 70_000))","for":"1h"}"#)
            #expect(giant.status == 413 && giant.errorCode == "too-large")
            let deep = try await server.post(path, as: TestServer.actor, String(repeating: "[", count: 60_000))
            #expect(deep.status == 400 && deep.errorCode == "malformed")
        }
    }

    @Test func refusalsOfTheControllerAreHandedOn() async throws {
        try await TestServer.run { server async throws in
            for (code, status) in [(ControllerRefusal.Code.conflict, 409), (.git, 502), (.unreachable, 502)] {
                server.controller.set { $0.refusal = ControllerRefusal(code, "because") }
                let answer = try await server.post("/api/v1/environments/dev/retry", as: TestServer.actor)
                #expect(answer.status == status)
                #expect(try answer.json(ErrorDocument.self).error.message == "because")
            }
        }
    }

    @Test func historyIsLimited() async throws {
        let controller = FakeController()
        controller.set {
            $0.history = (0..<60).map { Sample.entry($0 % 2 == 0 ? "dev" : "test", "s", "converged", ago: Double($0)) }
        }
        try await TestServer.run(controller) { server async throws in
            func count(_ path: String) async throws -> Int {
                try await server.get(path).json(HistoryDocument.self).entries.count
            }
            #expect(try await count("/api/v1/history") == 50)
            #expect(try await count("/api/v1/history?limit=7") == 7)
            #expect(try await count("/api/v1/environments/dev/history") == 30)
            for limit in ["0", "-1", "1001", "many", ""] {
                #expect(try await server.get("/api/v1/history?limit=\(limit)").status == 400, "\(limit)")
            }
        }
    }

    @Test func aHistoryThatCannotBeReadIsToldWithoutItsReason() async throws {
        struct Trouble: Error { var url = "https://oncall:hunter2@git.example.com" }
        let controller = FakeController()
        controller.set { $0.historyError = Trouble() }
        try await TestServer.run(controller) { server async throws in
            let answer = try await server.get("/api/v1/history")
            #expect(answer.status == 502)
            #expect(answer.errorCode == "git")
            let page = try await server.page("/history", cookie: try await server.signedIn(TestServer.reader))
            #expect(page.status == 502)
            #expect(page.text.contains("could not be read just now"))
            #expect(!answer.text.contains("hunter2") && !page.text.contains("hunter2"))
        }
    }

    @Test func aStreamTellsOnlyOfItsEnvironment() async throws {
        let controller = FakeController([Sample.dev, Sample.environment("test", .idle, ready: true, "")])
        try await TestServer.run(controller) { server async throws in
            let listening = Task {
                try await server.events("/api/v1/events?environment=test").body.first { $0.contains("data:") }
            }
            await controller.watched(by: 1)
            controller.change("dev", "not this") { _ in }
            controller.change("test", "but this") { _ in }
            let text = try #require(try await listening.value)
            #expect(text.contains("but this") && !text.contains("not this"))
        }
    }

    @Test func streamsAreLimitedAndGivenBack() async throws {
        let controller = FakeController()
        try await TestServer.run(controller, { $0.streamLimit = 1 }) { server async throws in
            let first = try await server.events()
            #expect(first.status == .ok)
            await controller.watched(by: 1)
            #expect(try await server.get("/api/v1/events").errorCode == "busy")
            #expect(server.metrics.text().contains("plumbline_event_streams 1\n"))
        }
    }

    @Test func connectionsAreLimited() async throws {
        let controller = FakeController()
        try await TestServer.run(controller, { $0.connectionLimit = 1 }) { server async throws in
            let listening = Task { for try await _ in try await server.events().body {} }
            await controller.watched(by: 1)
            await #expect(throws: (any Error).self, "the only connection is taken") {
                try await server.send(.GET, "/healthz", within: .milliseconds(300))
            }
            listening.cancel()
            _ = await listening.result
            #expect(try await server.send(.GET, "/healthz").status == 200)
        }
    }

    @Test func aStopEndsTheStreams() async throws {
        let controller = FakeController()
        let (bodies, body) = AsyncStream.makeStream(of: HTTPClientResponse.Body.self)
        let began = ContinuousClock.now
        try await TestServer.run(controller) { server async throws in
            body.yield(try await server.events().body)
            await controller.watched(by: 1)
        }
        // The stop came while the stream was open, and did not wait for its heartbeat.
        #expect(ContinuousClock.now - began < EventStreams.heartbeat)
        var iterator = bodies.makeAsyncIterator()
        var text = ""
        for try await buffer in try #require(await iterator.next()) { text += String(buffer: buffer) }
        #expect(text.contains(": listening"))
    }
}

extension HTTPClientResponse.Body {
    /// The first piece of text that fits.
    func first(where fits: (String) -> Bool) async throws -> String? {
        var text = ""
        for try await buffer in self {
            text += String(buffer: buffer)
            if fits(text), text.hasSuffix("\n\n") { return text }
        }
        return nil
    }
}
