import Foundation
import Testing

/// Replays what the fuzzers of `make fuzz` learned, and every input that once broke something.
@Suite("The corpus of the fuzzers")
struct CorpusTests {
    @Test("keeps every promise, in little time", arguments: FuzzTarget.allCases)
    func keepsItsPromises(_ target: FuzzTarget) throws {
        let files = try Self.files(of: target)
        #expect(files.count > 5, "there is hardly anything to replay")
        for file in files {
            let input = [UInt8](try Data(contentsOf: file))
            let time = ContinuousClock().measure {
                #expect(throws: Never.self, "\(file.lastPathComponent)") { try target.take(input) }
            }
            // Far more than any of them takes: what takes ten times as long for twice as much is told here.
            #expect(time < .seconds(10), "\(file.lastPathComponent)")
        }
    }

    private static func files(of target: FuzzTarget) throws -> [URL] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.appendingPathComponent("Fuzzing/corpus/\(target.rawValue)")
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}
