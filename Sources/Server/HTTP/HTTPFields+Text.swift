import Hummingbird

/// The name of a header.
typealias HeaderName = HTTPFields.Element.Name

extension HTTPFields {
    /// The value of a header, by its name in any case; nil when it was not sent. A header that was sent twice with
    /// different values counts as not sent: which of them was meant cannot be known.
    func text(_ name: String) -> String? {
        guard let name = HeaderName(name) else { return nil }
        let values = self[values: name]
        return Set(values).count == 1 ? values.first : nil
    }

    /// Sets a header whose name is written in the source.
    mutating func put(_ name: String, _ value: String) {
        if let name = HeaderName(name) { self[name] = value }
    }
}
