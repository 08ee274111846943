import Testing

@testable import Manifests

/// What a config repository may ask of its reader. Whoever may propose a change to it may have written it.
@Suite("Limits of a config repository", .timeLimit(.minutes(3)))
struct LimitTests {
    private typealias Fixture = RepositoryFixture

    /// Nothing here takes a second where it is built for use; what takes time by the square takes hours.
    private func expectSoon(_ body: () -> Void) {
        let time = ContinuousClock().measure(body)
        #expect(time < .seconds(30))
    }

    @Test("more documents than it may hold are told once, whatever they are")
    func documents() {
        var fixture = Fixture()
        for file in 0...120 { fixture.add("\(1000 + file).yaml", String(repeating: "--- {}\n", count: 500)) }
        expectSoon {
            #expect(fixture.lines == ["1120.yaml:1:5: error: more than 60000 documents in the repository: split it"])
        }
    }

    @Test("a large base under many manifests is refused, however small they are")
    func values() {
        var fixture = Fixture()
        fixture.add("base.yaml", "service: [" + Array(repeating: "x", count: 9800).joined(separator: ", ") + "]\n")
        let documents = (0..<900).map { number in
            "--- { apiVersion: plumbline.dev/v1, kind: Node, metadata: { name: n\(number), environment: dev }, "
                + "spec: { base: base.yaml } }\n"
        }
        fixture.add("m.yaml", documents.prefix(450).joined())
        fixture.add("n.yaml", documents.dropFirst(450).joined())
        expectSoon {
            let told = fixture.lines.filter { $0.contains("values in the repository") }
            #expect(
                told == [
                    "n.yaml:60:5: error: more than 5000000 values in the repository, with the bases of every manifest: "
                        + "share less, or split it"
                ])
        }
    }

    @Test("problems without end are told up to a limit, with what was not read")
    func problems() {
        var fixture = Fixture()
        for file in 0..<20 {
            let keys = (0..<900).map { "k\($0): 1\n" }.joined()
            fixture.add("\(10 + file).yaml", Fixture.repository + keys)
        }
        expectSoon {
            let lines = fixture.lines
            #expect(lines.count { $0.contains("unknown key") } == 2700)
            #expect(lines.contains("12.yaml:1:1: error: more than 2000 problems: what follows was not read"))
        }
    }

    @Test("a broken base is told once, however many name it")
    func brokenBase() {
        var fixture = Fixture()
        fixture.add("base.yaml", String(repeating: "a: 1\n", count: 1000))
        let documents = (0..<900).map { number in
            "--- { apiVersion: plumbline.dev/v1, kind: Node, metadata: { name: n\(number), environment: dev }, "
                + "spec: { base: base.yaml } }\n"
        }
        fixture.add("m.yaml", documents.prefix(450).joined())
        fixture.add("n.yaml", documents.dropFirst(450).joined())
        expectSoon { #expect(fixture.lines.count { $0.contains("duplicate key") } == 999) }
    }

    @Test("a hundred thousand levels are told at the limit", arguments: ["[", "{a: ", "- ", "? ", "? - "])
    func levels(opening: String) {
        let deep = Fixture(["a.yaml": String(repeating: opening, count: 100_000)])
        expectSoon {
            let lines = deep.lines
            #expect(lines.count == 1)
            #expect(lines.first?.contains("levels within one another: flatten it") == true, "\(lines)")
        }
    }

    @Test("a hundred thousand levels by indentation, and of anchors that hold one another, too")
    func otherLevels() {
        let indented = (0..<1400).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(
            Fixture(["a.yaml": indented]).lines == [
                "a.yaml:33:33: error: more than 32 levels within one another: flatten it"
            ])
        let anchors = (0..<100_000).map { "&a\($0) " }.joined()
        expectSoon { #expect(Fixture(["a.yaml": "kind: " + anchors]).lines.count == 1) }
    }

    @Test("a key is no longer than anything in AWS, and in messages no longer than a line")
    func keys() {
        let long = String(repeating: ".", count: 200_000)
        expectSoon {
            let lines = Fixture.valid(environment: Fixture.environment(adding: "  ? \"\(long)\"\n  : 1")).lines
            #expect(lines == ["environment.yaml:10:5: error: a key must not have more than 1024 bytes"])
        }
        let odd = Fixture.valid(
            node: Fixture.node(service: "{ port: 80, environment: { \"a\\nb\": 1 } }")
        ).lines
        #expect(odd.allSatisfy { !$0.contains("\n") })
        #expect(odd.contains { $0.contains("a\\nb must be a text, not the number 1") }, "\(odd)")
    }

    @Test("what is quoted in a message is cut")
    func quotes() {
        let long = String(repeating: "9", count: 100_000)
        let texts = [
            "kind: *\(long)\n", Fixture.environment(long), Fixture.environment(adding: "  emergency: \(long)"),
            Fixture.environment(adding: "  base: \(long)/x.yaml"),
        ]
        for text in texts {
            let lines = Fixture.valid(environment: text).lines
            #expect(!lines.isEmpty && lines.allSatisfy { $0.utf8.count < 1000 })
        }
    }

    @Test("a wrong element takes as long among thousands of wrong ones as alone")
    func wrongElements() {
        let entries = String(repeating: "    - {}\n", count: 4900)
        let fixture = Fixture.valid(environment: Fixture.environment(adding: "  ignoreChanges:\n" + entries))
        expectSoon { #expect(fixture.lines.count { $0.contains("names a kind or an address") } == 4900) }
    }

    @Test("a thousand extras of one path are a thousand problems, each told of the first")
    func samePath() {
        var fixture = Fixture.valid()
        for file in 0..<4 {
            let extras = (0..<300).map { "---\n" + Fixture.extra("e\(file)-\($0)") }
            fixture.add("extras/\(file).yaml", extras.joined())
        }
        expectSoon { #expect(fixture.lines.count { $0.contains("has the path /api2 on this node already") } == 1200) }
    }

    @Test("names that are missing are looked for among few, and told among many")
    func missingNames() {
        var fixture = Fixture.valid()
        for file in 0..<6 {
            let nodes = (0..<300).map { "---\n" + Fixture.node("n\(file)-\($0)", environment: "dew") }
            fixture.add("nodes/\(file).yaml", nodes.joined())
            let environments = (0..<300).map { number in
                "---\n" + Fixture.environment("e\(file)-\(number)", adding: "  network: { cidr: 10.\(file).0.0/16 }\n")
            }
            fixture.add("environments/\(file).yaml", environments.joined())
        }
        expectSoon { #expect(fixture.lines.count { $0.contains("there is no Environment \"dew\"") } == 1800) }
    }
}
