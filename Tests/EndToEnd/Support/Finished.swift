import Foundation

/// How a program ended and what it wrote.
struct Finished {
    /// The exit code, or minus the signal that ended it.
    let code: Int32
    let output: String
    let errors: String

    /// Whether there is anything in it that only a terminal understands.
    var hasControlCodes: Bool { (output + errors).contains("\u{1B}") }

    /// Both streams, for messages of tests.
    var said: String { "exit code \(code)\n\(output)\n\(errors)" }
}

/// Why a test could not go on.
struct EndToEndError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
