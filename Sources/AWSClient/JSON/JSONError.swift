/// Why a text is not a JSON document that can be read, and where.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
    public let message: String
    /// The byte of the document, counted from zero.
    public let offset: Int

    public init(message: String, offset: Int) {
        self.message = message
        self.offset = offset
    }

    public var description: String { "invalid JSON at byte \(offset): \(message)" }
}
