import Foundation

extension Emulator {
    /// Runs a boto3 script against this emulator and returns what it printed, for what a test changes or reads from
    /// outside of Plumbline. About a second.
    ///
    /// `boto3`, `json` and `client(service)` are there already; other `variables` come as `os.environ`. Throws
    /// `EmulatorError` with Python's own message when the script fails.
    @discardableResult
    public func python(_ script: String, variables: [String: String] = [:]) async throws -> String {
        let prelude = """
            import boto3, json, os
            client = boto3.client

            """
        let inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("AWS_") }
        let all = inherited.merging(environment) { _, ours in ours }.merging(variables) { _, given in given }
        return try await TestPython.run(["-c", prelude + script], environment: all)
    }
}
