import Model
import Testing

@Suite("Patches")
struct PatchTests {
    static let values: [Value?] = [
        nil, "a", 1, true, .list(["a", "b"]), .set(["b", "a"]), .map([:]), .map(["a": 1, "b": .map(["c": "d"])]),
        .map(["b": .map(["c": "e", "f": .list([.map(["g": 1])])])]),
    ]

    @Test("make of every value every other", arguments: values, values)
    func roundTrip(_ old: Value?, _ new: Value?) {
        guard let patch = Patch(from: old, to: new) else {
            #expect(old == new)
            return
        }
        #expect(patch.applied(to: old) == new?.listed)
    }

    @Test("name only what differs")
    func minimal() {
        let old = Value.map(["a": 1, "b": .map(["c": "d", "e": "f"]), "g": true])
        let new = Value.map(["a": 1, "b": .map(["c": "x", "e": "f"])])
        #expect(Patch(from: old, to: new) == .merge(["b": .merge(["c": .replace("x")]), "g": .remove]))
    }
}
