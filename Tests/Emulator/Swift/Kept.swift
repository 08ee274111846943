import Foundation

/// What programs under test wrote, kept for one look at the end of `make test`: none of the secrets that tests plant may be in
/// it (`Scripts/check-secrets`).
public enum Kept {
    /// One file for each process that runs tests.
    private static let file: FileHandle? = {
        let folder = TestPython.root.appendingPathComponent(".build/kept")
        let file = folder.appendingPathComponent("tests-\(ProcessInfo.processInfo.processIdentifier).txt")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let descriptor = open(file.path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        return descriptor < 0 ? nil : FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }()

    /// Adds a text. One write, so that those of several threads do not mix.
    /// - Parameter source: what wrote it, for whoever has to find out.
    public static func keep(_ text: String, of source: String) {
        guard !text.isEmpty else { return }
        try? file?.write(contentsOf: Data("\(source): \(text)\n".utf8))
    }
}
