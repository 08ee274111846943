import Testing

@testable import Manifests

@Suite("What is wrong with a document")
struct DocumentProblemTests {
    @Test("is told at its line and column", arguments: inputs)
    func isTold(_ input: BadInput) { input.check() }

    private typealias Fixture = RepositoryFixture

    private static func file(_ text: String) -> RepositoryFixture { RepositoryFixture(["a.yaml": text]) }

    private static let inputs = [
        BadInput(
            "no files at all",
            Fixture(),
            "error: no manifests in the repository: a manifest is a .yaml file with "
                + "apiVersion: plumbline.dev/v1"
        ),
        BadInput(
            "only comments",
            file("# nothing yet\n"),
            "error: no manifests in the repository: a manifest is a .yaml "
                + "file with apiVersion: plumbline.dev/v1"
        ),
        BadInput(
            "a list",
            file("- kind: Node\n"),
            "a.yaml:1:1: error: a manifest is a mapping with apiVersion, kind, "
                + "metadata and spec, not a list"
        ),
        BadInput(
            "another apiVersion",
            file("apiVersion: apps/v1\nkind: Deployment\n"),
            "a.yaml:1:13: error: apiVersion must be plumbline.dev/v1, not the text \"apps/v1\": files that are not "
                + "Plumbline's belong outside the configured path"
        ),
        BadInput(
            "no apiVersion",
            file("kind: Deployment\n"),
            "a.yaml:1:1: error: the manifest lacks the required key apiVersion: write apiVersion: plumbline.dev/v1",
            "a.yaml:1:7: error: unknown kind \"Deployment\": the kinds are Environment, Repository, Node, Extra, "
                + "Database, Cache, Pipeline, Suspension, Approval"
        ),
        BadInput(
            "no kind",
            file("apiVersion: plumbline.dev/v1\n"),
            "a.yaml:1:1: error: the manifest lacks the required key kind"
        ),
        BadInput(
            "a kind with a letter missing",
            file("apiVersion: plumbline.dev/v1\nkind: Enviroment\n"),
            "a.yaml:2:7: error: unknown kind \"Enviroment\": did you mean \"Environment\"?"
        ),
        BadInput(
            "a kind that is a list",
            file("apiVersion: plumbline.dev/v1\nkind: [Node]\n"),
            "a.yaml:2:1: error: kind must be a text, not a list"
        ),
        BadInput(
            "neither metadata nor spec",
            file("apiVersion: plumbline.dev/v1\nkind: Node\nspecs: {}\n"),
            "a.yaml:1:1: error: this Node lacks the required key metadata",
            "a.yaml:1:1: error: this Node lacks the required key spec",
            "a.yaml:3:1: error: unknown key \"specs\" in this Node: did you mean \"spec\"?"
        ),
        BadInput(
            "a spec that is a text, metadata that are empty",
            file("apiVersion: plumbline.dev/v1\nkind: Repository\nmetadata:\nspec: x\n"),
            "a.yaml:3:1: error: metadata must be a mapping of keys and values, not null",
            "a.yaml:4:7: error: spec must be a mapping of keys and values, not the text \"x\""
        ),
        BadInput(
            "required keys that are missing",
            file("apiVersion: plumbline.dev/v1\nkind: Environment\nmetadata: { }\nspec:\n  network: {}\n"),
            "a.yaml:3:1: error: metadata lacks the required key name",
            "a.yaml:4:1: error: spec lacks the required key account",
            "a.yaml:4:1: error: spec lacks the required key contactEmail",
            "a.yaml:4:1: error: spec lacks the required key costCode",
            "a.yaml:4:1: error: spec lacks the required key prefix",
            "a.yaml:4:1: error: spec lacks the required key region"
        ),
        BadInput(
            "unknown keys",
            Fixture.valid(
                environment: Fixture.environment(adding: "  network: { zone: 2 }\n  clutser: {}\n  tags: {}")
            ),
            "environment.yaml:10:14: error: unknown key \"zone\" in network: did you mean \"zones\"?",
            "environment.yaml:11:3: error: unknown key \"clutser\" in spec: did you mean \"cluster\"?",
            "environment.yaml:12:3: error: unknown key \"tags\" in spec; known here: prefix, region, account, roleArn, "
                + "externalId, sessionTags, contactEmail, costCode, network, cluster, jumpBoxes, adopt, deletionPolicy, "
                + "overrides, omit, drift, ignoreChanges, syncWindows, emergency, approval"
        ),
        BadInput(
            "duplicate documents",
            Fixture([
                "a.yaml": Fixture.repository, "b.yaml": Fixture.repository,
            ]),
            "b.yaml:3:19: error: Repository app is already declared at a.yaml:3:19: rename or remove one"
        ),
        BadInput(
            "a base that nobody names",
            Fixture(["a.yaml": Fixture.repository, "b.yaml": "# x\nregion: eu-west-1\n"]),
            "b.yaml:2:1: error: this is neither a manifest, for it has no apiVersion and kind, nor the base of one: no "
                + "spec.base names b.yaml"
        ),
    ]

    @Test("everything that is wrong in the repository is told in one run")
    func tellsEverything() {
        let fixture = Fixture.valid(
            environment: Fixture.environment(account: "123", adding: "  network: { zones: 9 }\n  oops: 1"),
            repository: "apiVersion: [\n",
            node: Fixture.node(service: "{ cpu: 256, memory: 4096, port: 0, environment: { PORT: \"1\" } }"),
            extra: Fixture.extra("api-two-three-four-five-six-seven", route: "{ path: api }")
        )
        #expect(fixture.lines.count == 10, "\(fixture.lines.joined(separator: "\n"))")
        #expect(
            Set(fixture.lines.map { $0.prefix { $0 != ":" } }) == [
                "environment.yaml", "repository.yaml", "node.yaml", "extra.yaml",
            ]
        )
    }

    @Test("an empty file, and one of a byte order mark alone, hold nothing")
    func emptyFiles() {
        var fixture = Fixture(["a.yaml": Fixture.repository, "b.yaml": ""])
        fixture.add("c.yaml", [0xEF, 0xBB, 0xBF])
        #expect(fixture.lines == [])
    }

    @Test("what may stand in a file that cannot be read is not said to be missing")
    func blamesOnlyTheCause() {
        let fixture = Fixture.valid(environment: "kind: [\n")
        #expect(fixture.lines.count == 1)
        #expect(fixture.lines.first?.hasPrefix("environment.yaml:") == true)
    }
}
