/// A value that does not fit its shape, or an answer that is not of its protocol's form.
struct WireProblem: Error, Sendable, CustomStringConvertible {
    let description: String
}
