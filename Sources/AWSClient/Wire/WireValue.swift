/// A value on its way between a typed struct and the wire, in AWS's terms but in no protocol's form.
indirect enum WireValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case int(Int64)
    case double(Double)
    case string(String)
    case blob([UInt8])
    /// Seconds since 1970-01-01T00:00:00Z.
    case timestamp(Double)
    case list([WireValue])
    /// A structure or a map. As read from a response, a structure's names are those of the model in lower case and a
    /// map's are exact; as written by an encoder they are the properties' names.
    case record([WireField])
    /// JSON that passes through as it is.
    case document(JSONValue)

    /// The field of that name, ignoring case.
    func member(_ name: String) -> WireValue? {
        guard case .record(let fields) = self else { return nil }
        let lowercased = name.lowercased()
        return fields.first { $0.name == name || $0.name.lowercased() == lowercased }?.value
    }
}

/// A named value within a record.
struct WireField: Sendable, Hashable {
    var name: String
    var value: WireValue
}
