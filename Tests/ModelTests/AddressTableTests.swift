import Model
import Testing

@Suite("A table by address")
struct AddressTableTests {
    /// Scopes with dashes, one that is an address itself, and two (`xbA`, `xab`) that have one number.
    private let addresses: [ResourceAddress] = [
        "e1/Net", "e1-x/Net", "e1/acme/Service", "e1", "xbA/Net", "xab/Net", "xab/Cluster", "xbA/Cluster",
        "Repository/a",
    ]

    private var table: AddressTable<Int> {
        AddressTable(zip(addresses, addresses.indices)) { first, _ in first }
    }

    @Test("holds, changes and forgets values")
    func values() {
        var table = table
        #expect(table.count == addresses.count && Set(table.keys) == Set(addresses))
        #expect(addresses.map { table[$0] } == Array(addresses.indices))
        table["e1/Net"] = 40
        table.update("e1/Net", default: 0) { $0 += 2 }
        table.update("new/Net", default: 7) { $0 += 1 }
        #expect(table["e1/Net"] == 42 && table["new/Net"] == 8)
        table["e1/Net"] = nil
        table["unknown/Net"] = nil
        #expect(table["e1/Net"] == nil && table.count == addresses.count)
        #expect(AddressTable<Int>().isEmpty && !table.isEmpty)
    }

    @Test("of two values for one address keeps the chosen one")
    func twice() {
        let table = AddressTable([("a/X", 1), ("a/X", 2), ("a/X", 3)]) { $0 * 10 + $1 }
        #expect(table["a/X"] == 123)
        var merged = table
        merged.merge(["a/X": 4, "b/X": 5] as AddressTable) { first, _ in first }
        #expect(merged == ["a/X": 123, "b/X": 5])
    }

    @Test("tells what belongs to a scope and nothing else")
    func entries() {
        #expect(table.entries(of: "e1") == ["e1/Net": 0, "e1/acme/Service": 2, "e1": 3])
        #expect(table.entries(of: "xab") == ["xab/Net": 5, "xab/Cluster": 6])
        #expect(table.entries(of: "xbA") == ["xbA/Net": 4, "xbA/Cluster": 7])
        #expect(table.entries(of: "other").isEmpty)
    }

    @Test("gives its addresses in their own order")
    func sorted() {
        #expect(table.sortedKeys == addresses.sorted())
        let plain = addresses.filter { $0.path.hasPrefix("e1") && $0 != "e1" }
        #expect(AddressTable(plain.map { ($0, 0) }) { first, _ in first }.sortedKeys == plain.sorted())
        var emptied = table
        for address in addresses.prefix(4) { emptied[address] = nil }
        #expect(emptied.sortedKeys == addresses.dropFirst(4).sorted())
    }

    @Test("is equal to one that was filled in another order, and to none that holds something else")
    func equality() {
        let other = AddressTable(zip(addresses, addresses.indices).reversed()) { first, _ in first }
        #expect(table == other)
        #expect(table.filter { $0.value > 0 } != other)
        #expect(table.mapValues { -$0 } != other && table.mapValues { -$0 }.mapValues { -$0 } == other)
    }
}
