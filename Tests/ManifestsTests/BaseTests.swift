import Model
import Testing

@testable import Manifests

@Suite("spec.base")
struct BaseTests {
    private typealias Fixture = RepositoryFixture

    /// A repository's manifest whose spec is the given lines, from line 5.
    private static func manifest(_ lines: String, name: String = "app") -> String {
        """
        apiVersion: plumbline.dev/v1
        kind: Repository
        metadata: { name: \(name) }
        spec:
        \(lines)
        """
    }

    private static let region = "region: eu-west-1\naccount: \"123456789012\"\n"

    @Test("maps merge, lists and scalars are replaced, chains hold, and a location is the file's that won")
    func merges() throws {
        let fixture = Fixture([
            "a/env.yaml": """
            apiVersion: plumbline.dev/v1
            kind: Environment
            metadata: { name: dev }
            spec:
              base: ../b/one.yaml
              network: { publicSubnets: [10.1.1.0/24, 10.1.2.0/24] }
            """,
            "b/one.yaml": """
            base: /two.yaml
            network:
              publicSubnets: [10.1.3.0/24, 10.1.4.0/24, 10.1.5.0/24]
              natGateways: single
            costCode: one
            """,
            "two.yaml": """
            prefix: x-
            region: eu-west-1
            account: "123456789012"
            contactEmail: ops@example.com
            costCode: two
            network: { cidr: 10.1.0.0/16, natGateways: none, privateSubnets: [10.1.8.0/24, 10.1.9.0/24] }
            """,
        ])
        let (set, lines) = fixture.read()
        #expect(lines == [])
        let environment = try #require(set?.environments.first)
        #expect(environment.costCode == "one")
        #expect(environment.network.publicSubnets?.map(\.description) == ["10.1.1.0/24", "10.1.2.0/24"])
        #expect(environment.network.privateSubnets?.count == 2)
        #expect(environment.network.natGateways == .single)
        let location = { (path: String) in set?.location(of: environment.key, path)?.description }
        #expect(location("") == "a/env.yaml:1:1")
        #expect(location("metadata.name") == "a/env.yaml:3:19")
        #expect(location("network.publicSubnets[1]") == "a/env.yaml:6:43")
        #expect(location("network.natGateways") == "b/one.yaml:4:16")
        #expect(location("region") == "two.yaml:2:9")
        #expect(location("network.zones") == "a/env.yaml:6:3")
        #expect(location("adopt") == "a/env.yaml:4:1")
        #expect(set?.files(of: environment.key) == ["a/env.yaml", "b/one.yaml", "two.yaml"])
    }

    @Test("what is wrong is told at its line and column", arguments: inputs)
    func isTold(_ input: BadInput) { input.check() }

    private static let inputs = [
        BadInput(
            "a value of the base, told once",
            Fixture([
                "a.yaml": manifest("  base: base.yaml"), "b.yaml": manifest("  base: base.yaml", name: "other"),
                "base.yaml": region + "scanOnPush: maybe\nimmutable: true\n",
            ]),
            "base.yaml:3:13: error: scanOnPush must be true or false, not the text \"maybe\"",
            "base.yaml:4:1: error: unknown key \"immutable\" in spec; known here: region, account, roleArn, externalId, "
                + "sessionTags, immutableTags, scanOnPush, lifecycle, contactEmail, costCode, adopt, deletionPolicy, overrides, omit"
        ),
        BadInput(
            "a key that is missing in both",
            Fixture([
                "a.yaml": manifest("  base: base.yaml"), "base.yaml": "region: eu-west-1\n",
            ]),
            "a.yaml:4:1: error: spec lacks the required key account"
        ),
        BadInput(
            "a base that is missing",
            Fixture(["a.yaml": manifest("  base: b/base.yaml")]),
            "a.yaml:5:9: error: the base b/base.yaml is not in the repository"
        ),
        BadInput(
            "a base with a letter missing",
            Fixture([
                "a.yaml": manifest("  base: bse.yaml"), "b.yaml": manifest("  base: base.yaml", name: "other"),
                "base.yaml": region,
            ]),
            "a.yaml:5:9: error: the base bse.yaml is not in the repository: did you mean \"base.yaml\"?"
        ),
        BadInput(
            "a base outside of the repository",
            Fixture(["d/a.yaml": manifest("  base: ../../base.yaml")]),
            "d/a.yaml:5:9: error: the base \"../../base.yaml\" is outside the repository"
        ),
        BadInput(
            "a base that is no YAML",
            Fixture(["a.yaml": manifest("  base: base.json")]),
            "a.yaml:5:9: error: the base base.json is not a YAML file (its name must end in .yaml or .yml)"
        ),
        BadInput(
            "a base that is a list",
            Fixture(["a.yaml": manifest("  base: [base.yaml]")]),
            "a.yaml:5:3: error: base must be the path of a YAML file, not a list"
        ),
        BadInput(
            "bases in a circle",
            Fixture([
                "a.yaml": manifest("  base: one.yaml"), "one.yaml": "base: two.yaml\n",
                "two.yaml": "\nbase: one.yaml\n",
            ]),
            "two.yaml:2:7: error: bases form a circle, one.yaml → two.yaml → one.yaml: remove one of them"
        ),
        BadInput(
            "a base that is its own",
            Fixture([
                "a.yaml": manifest("  base: one.yaml"), "one.yaml": "base: one.yaml\n",
            ]),
            "one.yaml:1:7: error: bases form a circle, one.yaml → one.yaml: remove one of them"
        ),
        BadInput(
            "a manifest as a base",
            Fixture([
                "a.yaml": manifest("  base: b.yaml"), "b.yaml": Fixture.repository.replacing("app", with: "other"),
            ]),
            "a.yaml:5:9: error: b.yaml is a manifest, not a base: a base holds only the keys of a spec"
        ),
        BadInput(
            "a base of two documents",
            Fixture([
                "a.yaml": manifest("  base: b.yaml"), "b.yaml": "region: a\n---\naccount: b\n",
            ]),
            "a.yaml:5:9: error: the base b.yaml must hold one mapping, the keys of a spec"
        ),
        BadInput(
            "a base that cannot be read",
            Fixture([
                "a.yaml": manifest("  base: b.yaml"), "b.yaml": "region: a: b\n",
            ]),
            "b.yaml:1:10: error: not valid YAML: a key is not allowed here: check the indentation, and put a text that has "
                + "\": \" in it in quotes"
        ),
        BadInput(
            "a base in a submodule",
            {
                var fixture = Fixture(["a.yaml": manifest("  base: lib/b.yaml")])
                fixture.submodule("lib")
                return fixture
            }(),
            "a.yaml:5:9: error: the base lib/b.yaml is in the submodule lib, whose content is not part of this commit",
            "lib:1:1: warning: the submodule is not read: its content is not part of this commit"
        ),
        BadInput(
            "a base that leads out of the tree",
            {
                var fixture = Fixture(["a.yaml": manifest("  base: .b.yaml")])
                fixture.link(".b.yaml", to: "../../etc/b.yaml")
                return fixture
            }(),
            "a.yaml:5:9: error: the base .b.yaml is a link to ../../etc/b.yaml, which is outside the repository"
        ),
    ]

    @Test("a base may stand outside of the configured folder, and be reached by a link")
    func reachesOutside() {
        var fixture = Fixture([
            "live/a.yaml": Self.manifest("  base: ../shared/link.yaml"), "shared/base.yaml": Self.region,
            "shared/unused.yaml": "x: 1\n",
        ])
        fixture.link("shared/link.yaml", to: "base.yaml")
        let (set, lines) = fixture.read(under: "live")
        #expect(lines == [])
        #expect(set?.repositories.first?.account == "123456789012")
    }

    @Test("a long chain of bases is refused")
    func longChain() {
        var fixture = Fixture(["a.yaml": Self.manifest("  base: b0.yaml")])
        for index in 0..<30 { fixture.add("b\(index).yaml", "base: b\(index + 1).yaml\n") }
        fixture.add("b30.yaml", Self.region)
        let lines = fixture.lines.filter { !$0.contains("neither a manifest") }
        #expect(lines == ["b16.yaml:1:7: error: more than 16 bases stand on one another: merge some"])
    }
}
