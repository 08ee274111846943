/// A value that does not fit its shape, or an answer that is not of its protocol's form.
struct WireProblem: Error, Sendable, CustomStringConvertible {
    let description: String

    /// - Parameter description: cut where it is long, since it may quote what was answered.
    init(description: String) {
        self.description = description.shortened(to: 500)
    }
}
