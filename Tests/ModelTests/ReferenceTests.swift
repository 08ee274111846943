import Model
import Testing

@Suite("References and values")
struct ReferenceTests {
    private func lookup(_ address: ResourceAddress, _ output: Output) -> String? {
        address == "dev/Net" && output == .id ? "net-1" : nil
    }

    @Test("a reference records what it waits for, once for each mention")
    func addresses() {
        let reference: Reference = "arn:\(Reference.id("dev/Net"))/\(Reference.arn("dev/Role"))"
        #expect(reference.addresses == ["dev/Net", "dev/Role"])
        #expect(
            Value.list([.reference(reference), "x", .map(["k": .reference(.id("dev/Part"))])]).addresses.count == 3)
    }

    @Test("filling in what is known leaves the rest pending, and a text when nothing is left")
    func resolving() {
        let half: Reference = "a/\(Reference.id("dev/Net"))/b/\(Reference.arn("dev/Role"))/c"
        let resolved = half.resolved(by: lookup)
        #expect(resolved.text == nil)
        #expect(resolved == .joined([.known("a/net-1/b/"), .pending("dev/Role", .arn), .known("/c")]))
        #expect(resolved.description == "a/net-1/b/${dev/Role.arn}/c")
        let whole: Reference = "a/\(Reference.id("dev/Net"))"
        #expect(whole.resolved(by: lookup) == .known("a/net-1"))
        #expect(whole.resolved(by: lookup).text == "a/net-1")
    }

    @Test("a text without references is a text, also an empty one")
    func literal() {
        #expect(Reference("\("plain")") == .known("plain"))
        #expect(Reference("") == .known(""))
        #expect(Reference("\("")") == .known(""))
    }

    @Test("a resolved reference equals the text that AWS reports, in lists, sets and maps too")
    func values() {
        let pending = Value.reference(.id("dev/Net"))
        #expect(pending.resolved(by: lookup) == "net-1")
        #expect(Value.set([pending, "b"]).resolved(by: lookup) == .set(["b", "net-1"]))
        #expect(Value.map(["k": .list([pending])]).resolved(by: lookup) == .map(["k": .list(["net-1"])]))
        #expect(Value.reference(.id("dev/Other")).resolved(by: lookup) == .reference(.id("dev/Other")))
    }

    @Test("sets compare without order, lists with it")
    func order() {
        #expect(Value.set(["a", "b"]) == .set(["b", "a"]))
        #expect(Value.list(["a", "b"]) != .list(["b", "a"]))
    }

    @Test("a value prints on one line, sorted, and no two values look alike")
    func description() {
        #expect(Value.set(["b", "a"]).description == #"["a", "b"]"#)
        #expect(Value.map(["b": 1, "a": true]).description == "{a: true, b: 1}")
        #expect(Value.list(["a\", \"b"]).description != Value.list(["a", "b"]).description)
        #expect(Value.string("one\ntwo\\").description == #""one\ntwo\\""#)
    }

    @Test("a 64-bit number keeps every digit")
    func numbers() {
        #expect(Value.int(.max).description == "9223372036854775807")
    }

    @Test("every text within a value is found")
    func texts() {
        var found: Set<String> = []
        Value.map(["k": .set(["a", .list(["b", 3])]), "l": .reference(.known("c"))]).forEachText { found.insert($0) }
        #expect(found == ["a", "b", "c"])
    }
}
