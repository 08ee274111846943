import Foundation

/// When a program is killed: some time after a line that it wrote to standard error.
struct Moment: CustomStringConvertible {
    /// Counted from 1; 0 does not wait for any.
    let line: Int
    let after: Duration

    var description: String { "\(after) after line \(line)" }
}

extension Program {
    /// Runs a program and sends it a signal at a moment.
    /// - Returns: whether it was killed; false when it was through before, or ended by itself.
    @discardableResult
    static func kill(
        _ executable: URL, _ arguments: [String], environment: [String: String], at moment: Moment,
        with signal: Int32 = SIGKILL
    ) async throws -> Bool {
        let process = Process()
        let errors = Pipe()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        let (lines, told) = AsyncStream<Void>.makeStream()
        errors.fileHandleForReading.readabilityHandler = { handle in
            let data = handle.availableData
            for byte in data where byte == UInt8(ascii: "\n") { told.yield() }
            if data.isEmpty { told.finish() }
        }
        process.terminationHandler = { _ in told.finish() }
        defer { errors.fileHandleForReading.readabilityHandler = nil }
        try process.run()
        if moment.line > 0 {
            var seen = 0
            for await _ in lines {
                seen += 1
                if seen == moment.line { break }
            }
        }
        if process.isRunning {
            try await Task.sleep(for: moment.after)
            Foundation.kill(process.processIdentifier, signal)
        }
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }
}
