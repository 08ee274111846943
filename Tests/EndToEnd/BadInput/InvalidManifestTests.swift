import EmulatorSupport
import Foundation
import Testing

@Suite("Invalid manifests", .inTurn)
struct InvalidManifestTests {
    private static let bad = """
        apiVersion: plumbline.dev/v1
        kind: Node
        metadata: { name: bad, environment: nowhere }
        spec:
          image: { repository: tooltwist-acme, tag: b }
          service: { count: many, cpu: 256, memory: 513, port: 4000, environment: { JUICE_CONFIG: mine } }
          loadBalancer: { healthCheckPath: /x, allowFrom: [10.0.0.0/8] }
          colour: red

        """
    private static let other = Small.extra("lost", node: "nobody")
    private static let places = [
        "bad.yaml:3:37", "bad.yaml:6:21", "bad.yaml:6:45", "bad.yaml:6:77", "bad.yaml:8:3", "other.yaml:3:49",
    ]

    @Test("are all told at once with file, line and column; nothing changes and the last state stays")
    func all() async throws {
        let world = try await World.open()
        try await world.converge()
        let inventory = try await world.repository.statusFile("inventory/dev.yaml")
        let commit = try await world.repository.commit(["bad.yaml": Self.bad, "other.yaml": Self.other])
        try await world.aws.resetRequests()

        for verb in ["validate", "plan", "apply"] {
            let finished = try await world.plumbline(verb)
            finished.expectClear(4, "nothing was changed")
            for place in Self.places { #expect(finished.errors.contains(place), "\(place): \(finished.said)") }
            let report = try await world.report(verb, expect: 4)
            let told = report.diagnostics.map { "\($0.file ?? ""):\($0.line ?? 0):\($0.column ?? 0)" }
            for place in Self.places { #expect(told.contains { $0.hasPrefix(place) }, "\(place): \(told)") }
            #expect(report.errors.count == Self.places.count)
            #expect(report.revision == "main@sha1:\(commit)" && report.digest == nil && report.apiCalls.isEmpty)
        }
        #expect(try await world.aws.counts().total == 0)

        let status = try await world.repository.statusFile("status/dev.yaml")
        #expect(status.contains("outcome: invalid") && status.contains("main@\(commit.prefix(7))"))
        #expect(try await world.repository.statusFile("inventory/dev.yaml") == inventory)
        #expect(try await world.repository.statusSubjects().first == "dev: invalid manifests main@\(commit.prefix(7))")
        let head = try await world.repository.statusHead()
        #expect(try await world.plumbline("apply").code == 4)
        #expect(try await world.repository.statusHead() == head, "the same is not told twice")
    }

    @Test("a file that is no YAML is told with where it breaks")
    func torn() async throws {
        let world = try await World.untouched(["torn.yaml": "a: 1\nb: { never: closed\n"])
        let finished = try await world.plumbline("apply")
        finished.expectClear(4, "torn.yaml:3:1: error: not valid YAML")
    }

    @Test("corrected, they are applied as if nothing had been")
    func corrected() async throws {
        let world = try await World.open()
        try await world.converge()
        try await world.repository.commit(["bad.yaml": Self.bad])
        #expect(try await world.plumbline("apply").code == 4)
        try await world.repository.commit(["bad.yaml": nil])
        let applied = try await world.converge()
        #expect(applied.lines == [])
        let status = try await world.repository.statusFile("status/dev.yaml")
        #expect(status.contains("outcome: converged"))
    }

    @Test("a first revision that is invalid leaves no trace in AWS")
    func first() async throws {
        let world = try await World.untouched(["bad.yaml": Self.bad])
        try await world.plumbline("apply").expectClear(4, "bad.yaml:8:3")
        try await world.expectNoCall()
        #expect(try await world.repository.statusHead() == nil)
    }

    @Test("overrides of what a blueprint does not have are told with their place, and AWS is not asked")
    func overrides() async throws {
        var files = Small.files
        files["acme.yaml"] =
            Small.node() + """
                  overrides:
                    TargetGroup: { macher: "200" }
                    Queue: { name: q }
                  omit: [TaskRole]

                """
        let world = try await World.untouched(files)
        for verb in ["validate", "plan", "apply"] {
            let finished = try await world.plumbline(verb)
            finished.expectClear(4, "nothing was changed")
            for told in [
                "acme.yaml:10:28: error: AWS::ElasticLoadBalancingV2::TargetGroup has no property macher; it has",
                "acme.yaml:11:5: error: Node dev/acme has no resource Queue; it has",
                "acme.yaml:12:10: error: dev/acme/TaskRole is omitted, but dev/acme/TaskDefinition refers to it in taskRole",
            ] { #expect(finished.errors.contains(told), "\(finished.said)") }
        }
        try await world.expectNoCall()
    }
}
