/// Why the tests' AWS could not do what it was asked.
public struct EmulatorError: Error, CustomStringConvertible, Sendable {
    /// What happened and what to do about it.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
