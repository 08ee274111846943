import Model
import Testing

@Suite("A change of a field, part by part")
struct FieldChangeTests {
    private func container(_ tag: String, _ port: Int64) -> Value {
        .map(["acmeApp": .map(["image": .string("acme:\(tag)"), "ports": .list([.int(port), .int(9)])])])
    }

    @Test("names the entries of maps and lists that differ, and no others")
    func nested() {
        let change = FieldChange(name: "containers", before: container("1", 80), after: container("2", 81))
        #expect(
            change.parts == [
                FieldChange(name: "containers.acmeApp.image", before: .string("acme:1"), after: .string("acme:2")),
                FieldChange(name: "containers.acmeApp.ports[0]", before: .int(80), after: .int(81)),
            ])
    }

    @Test("tells an entry that comes or goes")
    func entries() {
        let change = FieldChange(name: "tags", before: .map(["a": .int(1)]), after: .map(["b": .int(2)]))
        #expect(
            change.parts == [
                FieldChange(name: "tags.a", before: .int(1), after: nil),
                FieldChange(name: "tags.b", before: nil, after: .int(2)),
            ])
    }

    @Test("tells the members of a set that go, then those that come")
    func members() {
        let change = FieldChange(
            name: "ingress", before: .set([.string("b"), .string("a"), .string("kept")]),
            after: .set([.string("kept"), .string("c")]))
        #expect(
            change.parts == [
                FieldChange(name: "ingress[]", before: .string("a"), after: nil),
                FieldChange(name: "ingress[]", before: .string("b"), after: nil),
                FieldChange(name: "ingress[]", before: nil, after: .string("c")),
            ])
    }

    @Test(
        "is told as a whole where nothing smaller tells it",
        arguments: [
            FieldChange(name: "cpu", before: .int(1), after: .int(2)),
            FieldChange(name: "ingress", before: .set([]), after: .set([.string("a")])),
            FieldChange(name: "command", before: .list([.int(1)]), after: .list([.int(1), .int(2)])),
            FieldChange(name: "policy", before: nil, after: .map(["a": .int(1)])),
            FieldChange(name: "secret", before: .map(["a": .int(1)]), after: .map(["a": .int(2)]), isSecret: true),
        ])
    func whole(_ change: FieldChange) {
        #expect(change.parts == [change])
    }
}
