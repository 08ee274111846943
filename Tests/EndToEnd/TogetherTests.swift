import EmulatorSupport
import Foundation
import Testing

@Suite("Two applies at once", .inTurn)
struct TogetherTests {
    @Test("of different environments of one repository both land, and so do both statuses", arguments: [false, true])
    func bothLand(sharingOneCache: Bool) async throws {
        let files = [
            "environments.yaml": Small.environment("one", cidr: "10.1.0.0/16") + "---\n"
                + Small.environment("two", cidr: "10.2.0.0/16"),
            "nodes.yaml": Small.node(environment: "one") + "---\n" + Small.node(environment: "two"),
        ]
        let world = try await World.open(files)
        let server = try await GitServer.start(world.repository, token: "let-me-in")
        let folder = try Folder()
        let runs = try await withThrowingTaskGroup(of: PlanReport.self) { group in
            for name in ["one", "two"] {
                var variables = ["PLUMBLINE_GIT_TOKEN": "let-me-in"]
                if !sharingOneCache { variables["PLUMBLINE_CACHE"] = folder.url(name).path }
                group.addTask { [variables] in
                    try await world.report(
                        "apply", "--environment", name, expect: 0, repo: server.url, variables: variables)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(runs.map(\.outcome) == ["converged", "converged"])
        let subjects = try await world.repository.statusSubjects()
        #expect(Set(subjects.map { $0.prefix(14) }) == ["one: converged", "two: converged"], "\(subjects)")
        #expect(subjects.count == 2)
        for name in ["one", "two"] {
            let status = try await world.repository.statusFile("status/\(name).yaml")
            #expect(status.contains("outcome: converged"))
            let inventory = try await world.repository.statusFile("inventory/\(name).yaml")
            #expect(inventory.components(separatedBy: "address: \(name)/").count == 30)
        }
        let readme = try await world.repository.statusFile("README.md")
        #expect(readme.contains("[one](") && readme.contains("[two]("))
        try await world.expectNoChanges()
    }
}
