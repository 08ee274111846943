import Foundation

/// Runs a program to its end.
enum Shell {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// The program's standard output without the last line break; an exit code other than 0 is thrown.
    @discardableResult
    static func run(_ arguments: String..., in directory: String? = nil, input: String? = nil) throws -> String {
        try run(arguments, in: directory, input: input)
    }

    @discardableResult
    static func run(_ arguments: [String], in directory: String? = nil, input: String? = nil) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        if let directory { process.currentDirectoryURL = URL(fileURLWithPath: directory) }
        var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
        environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
        environment["GIT_CONFIG_NOSYSTEM"] = "1"
        for role in ["AUTHOR", "COMMITTER"] {
            environment["GIT_\(role)_NAME"] = "Tester"
            environment["GIT_\(role)_EMAIL"] = "tester@example.com"
        }
        process.environment = environment
        let (stdin, stdout) = (Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stdout
        try process.run()
        if let input { stdin.fileHandleForWriting.write(Data(input.utf8)) }
        try stdin.fileHandleForWriting.close()
        let output = String(decoding: stdout.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(description: "\(arguments.joined(separator: " ")): \(output)")
        }
        return output.hasSuffix("\n") ? String(output.dropLast()) : output
    }
}
