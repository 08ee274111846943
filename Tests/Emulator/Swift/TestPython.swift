import Foundation

/// The virtual environment that `make setup` makes for the tests, `.venv` in the package's root.
public enum TestPython {
    /// The package's root, found from this source file; symbolic links are followed.
    public static let root: URL = {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return folder
    }()

    /// The interpreter. Throws `EmulatorError` that tells how to get one when there is none.
    public static func interpreter() throws -> URL {
        let path = root.appendingPathComponent(".venv/bin/python")
        guard FileManager.default.isExecutableFile(atPath: path.path) else {
            throw EmulatorError("There is no \(path.path). Run `make setup` first.")
        }
        return path
    }

    /// Runs the interpreter to its end and returns its standard output.
    ///
    /// Throws `EmulatorError` with its standard error when it ends with anything but 0.
    @discardableResult
    public static func run(_ arguments: [String], environment: [String: String]) async throws -> String {
        // Files, not pipes: a script may print more than a pipe holds while nobody reads.
        let output = temporaryFile("python.out")
        let errors = temporaryFile("python.err")
        defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }
        for file in [output, errors] { try Data().write(to: file) }

        let process = Process()
        process.executableURL = try interpreter()
        process.arguments = arguments
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        let status = try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Int32, any Error>) in
            process.terminationHandler = { ended.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { ended.resume(throwing: error) }
        }
        guard status == 0 else {
            throw EmulatorError(try String(contentsOf: errors, encoding: .utf8))
        }
        return try String(contentsOf: output, encoding: .utf8)
    }

    static func temporaryFile(_ name: String) -> URL {
        FileManager.default.temporaryDirectory.appendingPathComponent("plumbline-\(UUID().uuidString)-\(name)")
    }
}
