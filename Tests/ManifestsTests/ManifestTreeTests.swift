import Testing

@testable import Manifests

@Suite("The files of a commit")
struct ManifestTreeTests {
    private typealias Fixture = RepositoryFixture

    @Test("every .yaml and .yml file under the folder is read, hidden ones and others are not")
    func selects() throws {
        let fixture = Fixture([
            "live/a.yml": Fixture.repository.replacing("app", with: "aa"),
            "live/deep/er/b.yaml": Fixture.repository.replacing("app", with: "bb"),
            "live/.ci/workflow.yaml": "on: push\n",
            "live/.lint.yml": "rules: {}\n",
            "live/notes.txt": "nothing",
            "liver/c.yaml": "- nothing\n",
        ])
        for folder in ["live", "live/", "./live", "/live"] {
            let (set, lines) = fixture.read(under: folder)
            #expect(lines == [])
            #expect(set?.repositories.map(\.name) == ["aa", "bb"])
        }
    }

    @Test("a folder without manifests is an error that names it")
    func emptyFolder() {
        #expect(
            Fixture(["a.yaml": Fixture.repository]).read(under: "live").lines == [
                "error: no manifests under live: a manifest is a .yaml file with apiVersion: plumbline.dev/v1"
            ]
        )
    }

    @Test("a link to a file of the tree is followed, and one to a file that is read anyway adds nothing")
    func followsLinks() throws {
        var fixture = Fixture(["live/a.yaml": Fixture.repository, "shared/b.yaml": Fixture.environment()])
        fixture.link("live/again.yaml", to: "a.yaml")
        fixture.link("live/b.yaml", to: "../shared/c.yaml")
        fixture.link("shared/c.yaml", to: "./b.yaml")
        let (set, lines) = fixture.read(under: "live")
        #expect(lines == [])
        let environment = try #require(set?.environments.first)
        #expect(set?.repositories.count == 1)
        #expect(set?.location(of: environment.key, "prefix")?.description == "shared/b.yaml:5:11")
    }

    @Test("links that lead nowhere, out of the tree or to themselves are errors")
    func refusesLinks() {
        var fixture = Fixture(["a.yaml": Fixture.repository])
        fixture.link("b.yaml", to: "nowhere.yaml")
        fixture.link("c.yaml", to: "/etc/passwd")
        fixture.link("d/e.yaml", to: "../../f.yaml")
        fixture.link("g.yaml", to: "h.yaml")
        fixture.link("h.yaml", to: "g.yaml")
        fixture.link("i.yaml", to: "two\nlines\u{1B}[31m.yaml")
        #expect(
            fixture.lines == [
                "b.yaml:1:1: error: the file is a link to nowhere.yaml, which is no YAML file of this commit",
                "c.yaml:1:1: error: the file is a link to /etc/passwd, which is outside the repository",
                "d/e.yaml:1:1: error: the file is a link to ../../f.yaml, which is outside the repository",
                "g.yaml:1:1: error: the file is a link that leads to itself, or through too many others",
                "h.yaml:1:1: error: the file is a link that leads to itself, or through too many others",
                "i.yaml:1:1: error: the file is a link to two\\nlines\u{FFFD}[31m.yaml, which is no YAML file of this "
                    + "commit",
            ]
        )
    }

    @Test("two thousand manifests are read in a moment")
    func isQuick() {
        var fixture = Fixture(["e.yaml": Fixture.environment(), "r.yaml": Fixture.repository])
        for index in 0..<2000 {
            fixture.add(
                "n/\(index).yaml",
                Fixture.node("n\(index)", service: "{ port: 4000, environment: { A: b, C: d } }")
            )
        }
        let clock = ContinuousClock()
        let time = clock.measure { #expect(fixture.lines == []) }
        print("2,000 manifests read in \(time)")
        #expect(time < .seconds(15))
    }
}
