/// Why no environment can be described.
public struct DiscoveryError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Code: String, Sendable {
        /// There is no such environment.
        case notFound
        /// Several resources have the name of one.
        case ambiguous
        /// It belongs to Plumbline already.
        case owned
        /// It is nothing that an Environment can describe.
        case unfit
        /// Something has to be told that AWS does not know.
        case incomplete
    }

    public var code: Code
    /// What is wrong and what to do next.
    public var message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { message }
}
