import Foundation
import Testing

@testable import AWSClient

@Suite("A shared settings file")
struct SharedFileTests {
    @Test("that is no regular file, such as /dev/null, holds no settings")
    func devNull() throws {
        #expect(try SharedFile.read("/dev/null") == SharedFile())
        #expect(try SharedFile.read("/nowhere/at/all") == SharedFile())
    }

    @Test("that is a directory or no text is told by its path")
    func unreadable() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "shared-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(throws: SharedFileError.self) { try SharedFile.read(folder.path) }
        let file = folder.appending(path: "config")
        try Data([0xFF, 0xFE, 0x00]).write(to: file)
        #expect(throws: SharedFileError.self) { try SharedFile.read(file.path) }
    }
}
