import EmulatorSupport
import Foundation
import Testing

@Suite("The documents of plan and apply", .inTurn)
struct DocumentTests {
    private static let keys: Set = [
        "revision", "digest", "digests", "summary", "changes", "approvalReasons", "diagnostics", "apiCalls",
    ]
    private static let changeKeys: Set = ["address", "type", "action", "reason", "identifier", "fields"]

    @Test("standard output is one document with the documented keys, and logs go to standard error")
    func keys() async throws {
        var files = Small.files
        files["repository.yaml"] = Small.repository()
        let world = try await World.open(files)
        let plan = try await world.document("plan", "--log-level", "debug")
        #expect(Set(plan.keys) == Self.keys)
        let summary = try #require(plan["summary"] as? [String: Int])
        #expect(summary == ["create": 35, "adopt": 0, "update": 0, "replace": 0, "delete": 0, "unchanged": 0])
        let changes = try #require(plan["changes"] as? [[String: Any]])
        for change in changes {
            #expect(Set(change.keys) == Self.changeKeys)
            for field in try #require(change["fields"] as? [[String: Any]]) {
                #expect(Set(field.keys) == ["name", "before", "after"])
            }
        }
        // The image is not in ECR yet, which is told where the manifest names it.
        let warnings = try #require(plan["diagnostics"] as? [[String: Any]])
        #expect(warnings.allSatisfy { Set($0.keys).isSuperset(of: ["severity", "file", "line", "column", "message"]) })
        #expect(warnings.contains { ($0["message"] as? String)?.contains("tooltwist-acme:initial") == true })
        let digest = try #require(plan["digest"] as? String)
        #expect(digest.wholeMatch(of: #/sha256:[0-9a-f]{64}/#) != nil)
        #expect((plan["revision"] as? String)?.wholeMatch(of: #/main@sha1:[0-9a-f]{40}/#) != nil)
        #expect((plan["apiCalls"] as? [String: Int])?["sts:GetCallerIdentity"] == 1)

        let applied = try await world.document("apply")
        #expect(Set(applied.keys) == Self.keys.union(["outcome"]))
        #expect(applied["digest"] as? String == digest && applied["outcome"] as? String == "converged")
        for change in try #require(applied["changes"] as? [[String: Any]]) {
            #expect(Set(change.keys) == Self.changeKeys.union(["outcome"]))
            #expect(change["outcome"] as? String == "succeeded" && change["identifier"] is String)
        }
    }

    @Test("what went wrong is a document too")
    func problems() async throws {
        let world = try await World.open()
        let down = ["AWS_ENDPOINT_URL": "http://127.0.0.1:9"]
        for (verb, repo, code) in [("plan", "/nowhere", 1), ("apply", "/nowhere", 1)] {
            let finished = try await world.plumbline(verb, "--output", "json", repo: repo)
            #expect(finished.code == code)
            let document = try #require(
                try JSONSerialization.jsonObject(with: Data(finished.output.utf8)) as? [String: Any])
            #expect(Self.keys.isSubset(of: document.keys), "\(finished.said)")
        }
        for verb in ["plan", "apply"] {
            let report = try await world.report(verb, expect: 1, variables: down)
            #expect(report.errors.count == 1 && report.errors[0].contains("refused"), "\(report.errors)")
        }
    }

    @Test("exit codes tell no changes, changes, and errors apart")
    func exitCodes() async throws {
        let world = try await World.open()
        #expect(try await world.plumbline("plan").code == 0)
        #expect(try await world.plumbline("plan", "--detailed-exitcode").code == 2)
        #expect(try await world.aws.counts().mutating == 0)
        #expect(try await world.plumbline("apply", "--auto-approve").code == 0)
        #expect(try await world.plumbline("plan", "--detailed-exitcode").code == 0)
        let elsewhere = ["AWS_ENDPOINT_URL": "http://127.0.0.1:9"]
        #expect(try await world.plumbline("plan", "--detailed-exitcode", variables: elsewhere).code == 1)
    }

    @Test("text has no control codes where there is no terminal, progress goes to standard error")
    func plainText() async throws {
        let world = try await World.open()
        let plan = try await world.plumbline("plan", variables: ["TERM": "xterm-256color"])
        #expect(!plan.hasControlCodes && plan.output.contains("+ create dev/VPC  AWS::EC2::VPC"))
        #expect(plan.output.contains("Plan: 34 to create, 0 unchanged."))
        let applied = try await world.plumbline("apply", variables: ["TERM": "xterm-256color"])
        #expect(applied.code == 0 && !applied.hasControlCodes)
        #expect(applied.errors.contains("✓ dev/VPC: created") && !applied.output.contains("✓"))
        #expect(applied.output.hasSuffix("Converged: 34 changes made, and the plan is empty now.\n"))
    }

    @Test("one environment can be planned and applied alone")
    func oneEnvironment() async throws {
        var files = Small.files
        files["second.yaml"] = Small.environment("second", cidr: "10.9.0.0/16")
        let world = try await World.open(files)
        let applied = try await world.converge("--environment", "second")
        #expect(applied.changes.allSatisfy { $0.address.hasPrefix("second/") } && applied.summary["create"] == 17)
        let rest = try await world.report("plan", "--detailed-exitcode", expect: 2)
        #expect(rest.summary["create"] == 34 && rest.summary["unchanged"] == 17)
    }
}
