import Foundation

/// Writes to the two standard streams.
enum Console {
    enum Stream {
        case output, error

        var descriptor: Int32 { self == .output ? STDOUT_FILENO : STDERR_FILENO }
    }

    static func write(_ text: String, to stream: Stream = .output) {
        guard !text.isEmpty else { return }
        var bytes = Array(text.utf8)
        if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(stream.descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    static func error(_ message: String) { write("error: \(message)", to: .error) }

    /// The terminal's rows and columns; 24 and 80 where it does not tell.
    static func size(_ stream: Stream) -> (rows: Int, columns: Int) {
        var size = winsize()
        guard ioctl(stream.descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 2, size.ws_col > 2 else {
            return (24, 80)
        }
        return (Int(size.ws_row), Int(size.ws_col))
    }

    static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.descriptor) == 1 }
}

/// Colours, where they are wanted: on a terminal, and not when `NO_COLOR` is set (https://no-color.org).
struct Paint {
    let isOn: Bool

    init(_ stream: Console.Stream) {
        let variables = ProcessInfo.processInfo.environment
        isOn = Console.isTerminal(stream) && (variables["NO_COLOR"] ?? "").isEmpty && variables["TERM"] != "dumb"
    }

    enum Colour: Int { case red = 31, green = 32, yellow = 33, magenta = 35, faint = 2, bold = 1 }

    func callAsFunction(_ text: String, _ colour: Colour) -> String {
        isOn ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }
}
