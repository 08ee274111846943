import EmulatorSupport
import Foundation
import Testing

@Suite("What a check costs", .inTurn)
struct ScaleTests {
    /// 4 environments with 2 nodes each, with 2 extras each.
    private static var files: [String: String] {
        var files = ["repository.yaml": Small.repository()]
        for number in 1...4 {
            let name = "env\(number)"
            var nodes: [String] = []
            for node in ["acme", "billing"] {
                nodes.append(Small.node(node, environment: name))
                nodes += ["api2", "api3"].map { Small.extra($0, node: node, environment: name) }
            }
            files["\(name).yaml"] = Small.environment(name, cidr: "10.\(number).0.0/16")
            files["\(name)-nodes.yaml"] = nodes.joined(separator: "---\n")
        }
        return files
    }

    @Test("a check of 4 environments with 2 nodes of 2 extras each makes at most 130 calls within 100 MB")
    func calls() async throws {
        let world = try await World.open(Self.files)
        let applied = try await world.converge()
        #expect(applied.summary["create"] == 1 + 4 * (17 + 2 * (12 + 2 * 5)))
        try await world.aws.resetRequests()

        let memory = try Folder()
        let file = memory.url("memory")
        let finished = try await Program.run(
            try TestPython.interpreter(),
            ["-c", Self.measured, file.path, Program.plumbline.path, "plan", "--repo", world.repository.bare.path]
                + ["--detailed-exitcode", "--output", "json"],
            environment: world.environment)
        #expect(finished.code == 0, "\(finished.said)")
        let plan = try JSONDecoder().decode(PlanReport.self, from: Data(finished.output.utf8))
        #expect(plan.lines == [])

        let counts = try await world.aws.counts()
        let said = plan.apiCalls.values.reduce(0, +)
        let breakdown = plan.apiCalls.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
        #expect(said == counts.total, "\(breakdown) and \(counts.actions)")
        #expect(counts.mutating == 0)
        #expect(said <= 130, "\(breakdown.joined(separator: ", "))")

        let kilobytes = try #require(Int(String(contentsOf: file, encoding: .utf8)))
        #expect(kilobytes < 100_000)
        print(
            "A no-change plan of \(plan.summary["unchanged"] ?? 0) resources: \(said) calls, \(kilobytes) kB at its peak"
        )
        print(breakdown.joined(separator: ", "))
    }

    /// Runs a command and writes the greatest resident set of it and its children, in kilobytes.
    private static let measured = """
        import resource, subprocess, sys
        code = subprocess.run(sys.argv[2:]).returncode
        with open(sys.argv[1], "w") as file:
            file.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
        sys.exit(code)
        """
}
