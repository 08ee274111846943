import Foundation
import Model
import Testing

@testable import AWSResources
@testable import Controller

@Suite("The store of immutable answers")
struct AnswerStoreTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    private let scope = AccountScope(account: "123456789012", region: "eu-west-1")

    private var size: Int {
        let file = folder.appendingPathComponent("123456789012-eu-west-1").path
        return FileManager.default.contents(atPath: file)?.count ?? 0
    }

    @Test("keeps answers between runs, passes over what cannot be read, and lets the last word on a key count")
    func keeps() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = AnswerStore(directory: folder.path)
        let answers = store.answers(for: scope)
        answers.keep("1", for: "one")
        answers.keep("2", for: "two")
        let file = folder.appendingPathComponent("123456789012-eu-west-1")
        let handle = try FileHandle(forWritingTo: file)
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("broken\none\t3\n".utf8))
        try handle.close()
        #expect(store.answers(for: scope)["one"] == "3")
        #expect(store.answers(for: scope)["two"] == "2")
        #expect(store.answers(for: AccountScope(account: "123456789012", region: "eu-west-2"))["one"] == nil)
    }

    @Test("does not grow past its limit, and gives up the oldest answers first")
    func bounded() {
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = AnswerStore(directory: folder.path, limit: 1000)
        for round in 0..<20 {
            let answers = store.answers(for: scope)
            for number in 0..<10 { answers.keep(String(repeating: "x", count: 20), for: "key \(round * 10 + number)") }
            // A round's own answers are on top of the limit until the next one begins.
            #expect(size <= 1000 + 10 * 30)
        }
        let left = store.answers(for: scope)
        #expect(size <= 1000)
        #expect(left["key 199"] != nil && left["key 190"] != nil)
        #expect(left["key 0"] == nil && left["key 100"] == nil)
    }
}
