import EmulatorSupport
import Foundation

/// The time of day of a program, as a test sets it (`Tests/Clock/clock.c`); clocks that measure how long something takes go
/// on evenly.
final class SetClock: Sendable {
    private let folder: Folder
    private let library: URL

    /// Right at first.
    static func make() async throws -> SetClock { try SetClock(library: try await built.value.url("clock.so")) }

    private init(library: URL) throws {
        folder = try Folder()
        self.library = library
        try Self.bytes(0).write(to: file)
    }

    /// Built once for all tests of this process.
    private static let built = Task {
        let folder = try Folder()
        let source = TestPython.root.appendingPathComponent("Tests/Clock/clock.c").path
        let compiled = try await Program.run(
            URL(fileURLWithPath: "/usr/bin/env"),
            ["clang", "-shared", "-fPIC", "-Wall", "-Werror", "-o", folder.url("clock.so").path, source],
            environment: ProcessInfo.processInfo.environment)
        guard compiled.code == 0 else { throw EndToEndError("\(source) cannot be compiled: \(compiled.said)") }
        return folder
    }

    /// What the program's environment needs.
    var variables: [String: String] { ["LD_PRELOAD": library.path, "SET_CLOCK_FILE": file.path] }

    /// Sets the clock so many seconds ahead of the machine's own; negative for behind.
    func set(ahead seconds: Int) throws {
        // In place: the program has this very file in its memory.
        let handle = try FileHandle(forWritingTo: file)
        try handle.write(contentsOf: Self.bytes(seconds))
        try handle.close()
    }

    private static func bytes(_ seconds: Int) -> Data { withUnsafeBytes(of: Int64(seconds)) { Data($0) } }

    private var file: URL { folder.url("ahead") }
}
