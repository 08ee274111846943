/// A coding key made from text or a position.
struct WireKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(stringValue: String) {
        self.stringValue = stringValue
        intValue = nil
    }

    init(intValue: Int) {
        stringValue = String(intValue)
        self.intValue = intValue
    }
}

extension [any CodingKey] {
    /// The way to a value as people read it: `vpcs.0.vpcId`.
    var wirePath: String {
        isEmpty ? "the value" : map(\.stringValue).joined(separator: ".")
    }
}
