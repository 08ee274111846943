import EmulatorSupport
import Foundation
import Testing

@Suite("The command line", .inTurn)
struct CommandLineTests {
    @Test("flags that make no sense exit with 1, and the usage is told on standard error")
    func usage() async throws {
        let repo = ["--repo", "/nowhere"]
        for arguments in [
            ["plan"], ["plan", "--nonsense"] + repo, ["frobnicate"], ["plan", "--output", "xml"] + repo,
            ["apply", "--auto-approve", "--approve", "sha256:0"] + repo, ["destroy"] + repo,
            ["history", "--limit", "0"] + repo,
        ] {
            let finished = try await Program.run(Program.plumbline, arguments, environment: [:])
            finished.expectClear(1, "Usage: plumbline")
            #expect(finished.output == "", "\(arguments)")
        }
        let unknown = try await Program.run(Program.plumbline, ["schema", "nothing"], environment: [:])
        unknown.expectClear(1, "there is no schema nothing", "environment, repository, node, extra")
        let help = try await Program.run(Program.plumbline, ["--help"], environment: [:])
        #expect(help.code == 0 && help.errors == "" && help.output.contains("Exit codes: 0 done"))
    }

    @Test("an environment that is not there is named, with those that are")
    func unknownEnvironment() async throws {
        let world = try await World.untouched()
        for verb in ["plan", "apply", "destroy"] {
            let finished = try await world.plumbline(verb, "--environment", "nope")
            finished.expectClear(1, "there is no environment nope; the manifests have dev")
        }
        try await world.plumbline("graph", "--environment", "nope").expectClear(1, "there is no environment nope")
        try await world.expectNoCall()
    }

    @Test("version and schema print what they are asked for")
    func versionAndSchema() async throws {
        let version = try await Program.run(Program.plumbline, ["version"], environment: [:])
        #expect(version.code == 0 && version.output.wholeMatch(of: #/plumbline \d+\.\d+\.\d+\n/#) != nil)
        for name in ["environment", "repository", "node", "extra", "plumbline"] {
            let arguments = name == "plumbline" ? ["schema"] : ["schema", name]
            let schema = try await Program.run(Program.plumbline, arguments, environment: [:])
            let file = TestPython.root.appendingPathComponent("manifests/schema/\(name).schema.json")
            let kept = try String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
            #expect(schema.code == 0 && schema.output.trimmingCharacters(in: .whitespacesAndNewlines) == kept)
        }
    }

    @Test("graph shows what is declared without asking AWS, as a tree and for Graphviz")
    func graph() async throws {
        let world = try await World.untouched()
        let tree = try await world.plumbline("graph")
        #expect(tree.code == 0 && tree.output.hasPrefix("dev\n") && !tree.hasControlCodes)
        #expect(tree.output.contains("\n  NatGateway1  <- dev/InternetGateway, dev/NatElasticIP1"), "\(tree.output)")
        #expect(tree.output.contains("\n    api2\n      ListenerRule  <- dev/acme/Listener, dev/acme/api2/TargetGroup"))
        let dot = try await world.plumbline("graph", "--output", "dot")
        #expect(dot.code == 0 && dot.output.hasPrefix("digraph plumbline {\n") && dot.output.hasSuffix("}\n"))
        #expect(dot.output.contains(#"  "dev/acme/Listener" -> "dev/acme/LoadBalancer";"#))
        #expect(dot.output.components(separatedBy: "[tooltip =").count == 35)
        try await world.expectNoCall()
    }

    @Test("validate makes no call and tells what the manifests hold")
    func validate() async throws {
        let world = try await World.untouched()
        let finished = try await world.plumbline("validate")
        #expect(finished.code == 0)
        #expect(finished.output.contains("is valid: 1 environment, 1 node, 1 extra."))
        let report = try await world.report("validate", expect: 0)
        #expect(report.errors == [] && report.changes.isEmpty)
        try await world.expectNoCall()
    }

    @Test("status and history tell of the runs, as text and as one document")
    func statusAndHistory() async throws {
        let world = try await World.open()
        #expect(try await world.plumbline("status").output == "Nothing is recorded yet.\n")
        #expect(try await world.plumbline("history").output == "Nothing is recorded yet.\n")
        try await world.converge()
        let commit = try await world.repository.commit(["acme.yaml": Small.node(tag: "v2")])
        try await world.converge()

        let status = try await world.plumbline("status")
        #expect(status.code == 0 && status.output.contains("dev  ✓ Ready  main@"), "\(status.said)")
        let document = try await world.document("status")
        let environments = try #require(document["environments"] as? [[String: Any]])
        #expect(environments.count == 1 && environments[0]["environment"] as? String == "dev")
        #expect(environments[0]["outcome"] as? String == "converged" && environments[0]["resources"] as? Int == 34)
        let ready = (environments[0]["conditions"] as? [[String: Any]])?.first
        #expect(ready?["type"] as? String == "Ready" && ready?["status"] as? String == "True")

        let history = try await world.plumbline("history", "--environment", "dev")
        let lines = history.output.split(separator: "\n")
        #expect(lines.count == 2 && lines[0].hasSuffix("dev: converged main@\(commit.prefix(7)), 2 updated"))
        #expect(lines[1].contains("34 created"))
        #expect(try await world.plumbline("history", "--environment", "other").output == "Nothing is recorded yet.\n")
        let entries = try #require(try await world.document("history", "--limit", "1")["history"] as? [[String: Any]])
        #expect(entries.count == 1 && entries[0]["revision"] as? String == "main@sha1:\(commit)")
        #expect(entries[0]["outcome"] as? String == "converged")
    }
}
