import Testing

@testable import Manifests

/// A manifest reaches no file but those of its own commit, and makes Plumbline talk to no host but AWS's.
@Suite("What a manifest can reach")
struct ReachTests {
    private typealias Fixture = RepositoryFixture

    private static func manifest(base: String) -> String {
        "apiVersion: plumbline.dev/v1\nkind: Repository\nmetadata: { name: app }\nspec:\n  base: \(base)\n"
    }

    @Test(
        "is no file outside of the commit, however its path is written",
        arguments: [
            "/etc/passwd", "/etc/x.yaml", "../x.yaml", "../../../../../../etc/x.yaml", "a/../../x.yaml", "./../x.yaml",
            "//etc/x.yaml", "~/x.yaml", "file:///etc/x.yaml", "https://example.com/x.yaml", "C:\\x.yaml", "..\\x.yaml",
            "\"..\\u002fx.yaml\"", "\"%2e%2e/x.yaml\"", "x.yaml\\0", "\"/proc/self/environ\"", "/dev/stdin",
        ])
    func files(_ path: String) {
        let (set, lines) = Fixture(["m.yaml": Self.manifest(base: path)]).read()
        #expect(set == nil)
        #expect(lines.contains { $0.hasPrefix("m.yaml:5:9: error: the base") }, "\(lines)")
    }

    @Test(
        "is nothing at the end of a link that leads out, nor of a chain of them, nor of one in the middle of a path",
        arguments: ["/etc/x.yaml", "../x.yaml", "../../etc/x.yaml", "second.yaml", "link.yaml", "folder/x.yaml", ".."])
    func links(_ target: String) {
        var fixture = Fixture(["d/m.yaml": Self.manifest(base: "link.yaml")])
        fixture.link("d/link.yaml", to: target)
        fixture.link("d/second.yaml", to: "../../../etc/x.yaml")
        fixture.link("d/folder", to: "../../outside")
        let (set, lines) = fixture.read()
        #expect(set == nil)
        #expect(lines.contains { $0.hasPrefix("d/m.yaml:5:9: error: the base") }, "\(lines)")
    }

    @Test(
        "is no host that is written as a region, an account, a role or a connection",
        arguments: [
            "eu-west-1.evil.example", "evil.example/x-1", "eu-west-1@evil.example", "eu-west-1#-1", "eu-west-1/..",
            "\"eu-west-1\\n\"", "\"eu-west-1 \"", "127.0.0.1", "EU-WEST-1", "\"\"", "eu-wést-1",
        ])
    func hosts(_ text: String) {
        let written = text.hasPrefix("\"") ? text : "\"\(text)\""
        for line in ["region", "account", "roleArn"] {
            var file = Fixture.environment(adding: line == "roleArn" ? "  roleArn: \(written)" : "")
            if line == "region" { file = Fixture.environment(region: written) }
            if line == "account" { file = Fixture.environment(account: written) }
            let (set, lines) = Fixture(["e.yaml": file]).read()
            #expect(set == nil && lines.contains { $0.contains("error: \(line) must") }, "\(line): \(lines)")
        }
    }

    @Test("tags of a session are a role's, follow AWS's rules, and are told at their place")
    func sessionTags() {
        let role = "  roleArn: arn:aws:iam::123456789012:role/r\n"
        let good = Fixture([
            "e.yaml": Fixture.environment(adding: role + "  sessionTags: { team: plat form, a:b/c: \"\" }")
        ])
        let (set, lines) = good.read()
        #expect(lines == [] && set?.environments.first?.sessionTags == ["team": "plat form", "a:b/c": ""])
        let many = (1...51).map { "t\($0): x" }.joined(separator: ", ")
        for (text, expected) in [
            ("  sessionTags: { team: a }", "e.yaml:10:3: error: sessionTags have no effect without roleArn"),
            (role + "  sessionTags: { \"aws:x\": a }", "e.yaml:11:18: error: tags that begin with aws: are AWS's own"),
            (role + "  sessionTags: { \"a*\": a }", "e.yaml:11:18: error: a tag's name has 1 to 128"),
            (role + "  sessionTags: { a: \"<b>\" }", "e.yaml:11:21: error: a tag's value has up to 256"),
            (role + "  sessionTags: { a: 1 }", "e.yaml:11:21: error: a must be a text"),
            (role + "  sessionTags: [a]", "e.yaml:11:3: error: sessionTags must be a mapping of tags"),
            (role + "  sessionTags: { \(many) }", "e.yaml:11:3: error: sessionTags has 51 tags"),
        ] {
            let lines = Fixture(["e.yaml": Fixture.environment(adding: text)]).lines
            #expect(lines.contains { $0.hasPrefix(expected) }, "\(lines)")
        }
    }
}
