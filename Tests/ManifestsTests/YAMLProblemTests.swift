import Testing

@testable import Manifests

@Suite("What is wrong with a file as YAML")
struct YAMLProblemTests {
    @Test("is told at its line and column", arguments: inputs)
    func isTold(_ input: BadInput) { input.check() }

    /// Every input is the one file `a.yaml`.
    private static func file(_ text: String) -> RepositoryFixture { RepositoryFixture(["a.yaml": text]) }

    private static let inputs = [
        BadInput(
            "a bracket that is not closed",
            file("kind: [Node\nspec: 1\n"),
            "a.yaml:2:5: error: not valid YAML: did not find expected ',' or ']' (while parsing a flow sequence that "
                + "began in line 1)"
        ),
        BadInput(
            "a tab as indentation",
            file("kind: Node\nspec:\n\timage: x\n"),
            "a.yaml:3:1: error: not valid YAML: a value cannot begin with this character: put the value in quotes, and "
                + "use spaces, not tabs, to indent"
        ),
        BadInput(
            "a colon in a plain text",
            file("kind: a: b\n"),
            "a.yaml:1:8: error: not valid YAML: a key is not allowed here: check the indentation, and put a text that has "
                + "\": \" in it in quotes"
        ),
        BadInput(
            "a wrong indentation",
            file("a:\n    b: 1\n  c: 2\n"),
            "a.yaml:3:3: error: not valid YAML: did not find expected key: check the indentation, and the quotes and "
                + "brackets before it (while parsing a block mapping that began in line 1)"
        ),
        BadInput(
            "an alias without its anchor",
            file("kind: *name\n"),
            "a.yaml:1:7: error: the alias *name has no anchor &name before it"
        ),
        BadInput(
            "an alias inside of what it names",
            file("kind: &a [*a]\n"),
            "a.yaml:1:11: error: the alias *a has no anchor &a before it"
        ),
        BadInput(
            "bytes that are not UTF-8",
            RepositoryFixture(latin1: "# one\nkind: caf"),
            "a.yaml:2:10: error: not valid YAML: the file is not UTF-8 here: save it as UTF-8"
        ),
        BadInput(
            "UTF-16",
            RepositoryFixture(bytes: [0xFF, 0xFE, 0x61, 0]),
            "a.yaml:1:1: error: the file is UTF-16: save it as UTF-8"
        ),
        BadInput(
            "UTF-16 without a mark",
            RepositoryFixture(bytes: [0x6B, 0, 0x69, 0, 0x6E, 0, 0x64, 0]),
            "a.yaml:1:1: error: the file is UTF-16: save it as UTF-8"
        ),
        BadInput(
            "UTF-16 without a mark, the other way round",
            RepositoryFixture(bytes: [0, 0x6B, 0, 0x69, 0, 0x6E, 0, 0x64]),
            "a.yaml:1:1: error: the file is UTF-16: save it as UTF-8"
        ),
        BadInput(
            "a pointer of Git LFS",
            file("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a21\nsize 12345\n"),
            "a.yaml:1:1: error: the file is only a pointer: Git LFS keeps its content elsewhere. Keep manifests out of "
                + "LFS: take the pattern out of .gitattributes and run git add --renormalize"
        ),
        BadInput(
            "a control character",
            file("kind: a\u{1}b\n"),
            "a.yaml:1:8: error: not valid YAML: control characters are not allowed: remove them"
        ),
        BadInput(
            "a duplicate key, twice",
            file(RepositoryFixture.repository + "spec: {}\nkind: Node\n"),
            "a.yaml:5:1: error: duplicate key \"spec\": it is already in line 4",
            "a.yaml:6:1: error: duplicate key \"kind\": it is already in line 2"
        ),
        BadInput(
            "a merge key",
            RepositoryFixture(["a.yaml": RepositoryFixture.environment(adding: "  network: { <<: {} }")]),
            "a.yaml:10:14: error: YAML's merge key << is not supported: use spec.base to share a description"
        ),
        BadInput(
            "a key that is a list",
            RepositoryFixture(["a.yaml": RepositoryFixture.environment(adding: "  ? [a]\n  : b")]),
            "a.yaml:10:5: error: a key must be text, but this is a list"
        ),
        BadInput(
            "a tag",
            RepositoryFixture(["a.yaml": RepositoryFixture.environment("!Ref dev")]),
            "a.yaml:3:19: error: the YAML tag \"!Ref\" has no meaning here: remove it"
        ),
        BadInput(
            "a file over the limit",
            RepositoryFixture(size: (1 << 20) + 1),
            "a.yaml:1:1: error: the file has 1048577 bytes, more than 1 MiB: split it"
        ),
        BadInput(
            "too many documents",
            file(String(repeating: "--- {}\n", count: 501)),
            (1...500).map {
                "a.yaml:\($0):5: error: this is neither a manifest, for it has no apiVersion and kind, nor the "
                    + "base of one: no spec.base names a.yaml"
            }
                + ["a.yaml:501:1: error: more than 500 documents in one file: split it"]
        ),
        BadInput(
            "too many levels",
            file("kind: " + String(repeating: "[", count: 40)),
            "a.yaml:1:38: error: more than 32 levels within one another: flatten it"
        ),
    ]

    @Test("an alias bomb is refused at once, and an alias as a key is not followed")
    func aliasBomb() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...24 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        let clock = ContinuousClock()
        let time = clock.measure {
            #expect(
                Self.file(text).lines == [
                    "a.yaml:4:45: error: more than 10000 values in one file, with its aliases followed: split it"
                ]
            )
            let key = Self.file("a: &a [x, x]\nb: &b [*a, *a]\nspec: { ? *b : x }\n").lines
            #expect(key.contains("a.yaml:3:11: error: a key must be text, but this is a list"))
        }
        #expect(time < .seconds(2))
    }

    @Test("a bomb of nesting, and a file of opening brackets, end at the limit of levels")
    func nestingBomb() {
        var text = "a0: &a0 [x]\n"
        for level in 1...40 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
        #expect(Self.file(text).lines == ["a.yaml:32:12: error: more than 32 levels within one another: flatten it"])
        let brackets = Self.file(String(repeating: "[", count: 1 << 20)).lines
        #expect(brackets == ["a.yaml:1:1: error: not valid YAML: far too many levels within one another: flatten it"])
    }

    @Test("a byte order mark, carriage returns, comments, aliases and empty documents are no problem")
    func isLenient() {
        let environment = RepositoryFixture.environment(
            adding: "  network: { databasePort: &port 3307, cachePort: *port }"
        )
        let text = "\u{FEFF}---\n---\n# nothing\n---\n\(environment)\n---\n".replacing("\n", with: "\r\n")
        let (set, lines) = Self.file(text).read()
        #expect(lines == [])
        #expect(set?.environments.first?.network.cachePort == 3307)
    }
}

extension BadInput {
    init(_ name: String, _ fixture: RepositoryFixture, _ lines: [String]) {
        self.name = name
        self.fixture = fixture
        self.lines = lines
    }
}

extension RepositoryFixture {
    fileprivate init(bytes: [UInt8]) { add("a.yaml", bytes) }

    fileprivate init(latin1 text: String) { self.init(bytes: Array(text.utf8) + [0xE9, 0x0A]) }

    /// A file that was not loaded for its size.
    fileprivate init(size: Int) { files = [ManifestFile(path: "a.yaml", blobID: "", content: nil, size: size)] }
}
