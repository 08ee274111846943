/// Why a text is not an XML document that can be read, and where.
struct XMLError: Error, Sendable, Equatable, CustomStringConvertible {
    let message: String
    /// Counted from one.
    let line: Int

    var description: String { "invalid XML on line \(line): \(message)" }
}
