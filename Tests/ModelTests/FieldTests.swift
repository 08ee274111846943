import Model
import Testing

private struct Attributes: Sendable {
    var net: Reference
    var zones: Set<String> = []
    var count: Int?
    var labels: [String: String]?
}

@Suite("Fields and declarations")
struct FieldTests {
    private let fields: [Field<Attributes>] = [
        Field("net", \.net, .replace, "The network", pins: true),
        Field("zones", \.zones, .update, "The zones"),
        Field("count", \.count, .update, "How many"),
        Field("labels", \.labels, .update, "Labels", compare: .declaredKeys),
    ]

    @Test("a field reads its property as a value, and nothing where the property is not set")
    func reading() {
        let attributes = Attributes(net: .id("dev/Net"), zones: ["b", "a"])
        #expect(fields[0].value(attributes) == .reference(.id("dev/Net")))
        #expect(fields[1].value(attributes) == .set(["a", "b"]))
        #expect(fields[2].value(attributes) == nil)
        #expect(fields[3].value(Attributes(net: "n", labels: ["a": "b"])) == .map(["a": "b"]))
    }

    @Test("a reference that is known already is a plain text")
    func known() { #expect(fields[0].value(Attributes(net: "net-1")) == "net-1") }

    @Test("a declaration depends on what its fields and its order name, sorted, never on itself")
    func dependencies() {
        let declaration = Declaration(
            "Memory::Wall", "dev/Wall",
            values: ["net": .reference(.id("dev/Net")), "lets": .set([.reference(.id("dev/Wall"))])],
            after: ["dev/Door", "dev/Net"])
        #expect(declaration.dependencies == ["dev/Door", "dev/Net"])
    }

    @Test("an address tells its scope and its resource")
    func address() {
        let address: ResourceAddress = "dev/acme/TargetGroup"
        #expect(address.scope == "dev")
        #expect(address.resource == "TargetGroup")
        #expect(address.appending("x") == "dev/acme/TargetGroup/x")
    }

    @Test("AWS's own tags are no part of what is observed, and the identifier is always an output")
    func observed() {
        let observed = Observed(identifier: "net-1", name: nil, attributes: 0, tags: ["aws:x": "1", "Name": "n"])
        #expect(observed.tags == ["Name": "n"])
        #expect(observed.outputs == [.id: "net-1"])
        #expect(Made("net-1", outputs: [.arn: "arn"]).outputs == [.id: "net-1", .arn: "arn"])
    }

    @Test("a desired resource gives the text of a reference, and says what is missing where there is none")
    func desired() throws {
        let desired = Desired(
            address: "dev/Part", attributes: 0, tags: [:], token: "t",
            lookup: { address, _ in address == "dev/Net" ? "net-1" : nil })
        #expect(try desired.text(.id("dev/Net")) == "net-1")
        #expect(try desired.texts([.id("dev/Net"), "x"]) == ["net-1", "x"])
        #expect(try desired.text(nil as Reference?) == nil)
        let error = #expect(throws: ResourceError.self) { try desired.text(.arn("dev/Role")) }
        #expect(error?.code == .unresolved)
        #expect(error?.message.contains("${dev/Role.arn}") == true)
    }
}
