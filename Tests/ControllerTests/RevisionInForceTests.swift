import Manifests
import Model
import Testing

@testable import Controller

@Suite("The commit in force")
struct RevisionInForceTests {
    private func inForce(_ texts: [String: String]) throws -> RevisionInForce {
        let revision = Revision(ref: "main", commit: "a")
        return try #require(
            RevisionInForce(
                LoadedRevision(
                    revision: revision, manifests: try ManifestSet.reading(texts), diagnostics: [], installation: "i")))
    }

    private func manifest(_ kind: String, _ name: String, region: String) -> String {
        let more = kind == "Environment" ? "prefix: x-, contactEmail: ops@example.com, costCode: '1', " : ""
        return """
            apiVersion: plumbline.dev/v1
            kind: \(kind)
            metadata: { name: \(name) }
            spec: { \(more)region: \(region), account: "123456789012" }

            """
    }

    @Test("knows where an environment is, and where the repositories are if all are in one place")
    func scopes() throws {
        var texts = [
            "dev.yaml": manifest("Environment", "dev", region: "eu-west-1"),
            "app.yaml": manifest("Repository", "app", region: "eu-west-2"),
        ]
        let one = try inForce(texts)
        #expect(one.scope(of: "dev")?.region == "eu-west-1")
        #expect(one.scope(of: "Repository")?.region == "eu-west-2")
        #expect(one.scope(of: "gone") == nil)
        texts["api.yaml"] = manifest("Repository", "api", region: "eu-west-1")
        #expect(try inForce(texts).scope(of: "Repository") == nil)
    }
}
