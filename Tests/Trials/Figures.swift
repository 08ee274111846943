import Foundation
import Synchronization

/// What a test counts for the page that tells what the tests tried (`make reliability`).
final class Figures: Sendable {
    private struct State {
        var labels: [String] = []
        var counts: [String: Int] = [:]
    }

    private let file: URL
    private let title: String
    private let command: String
    private let state = Mutex(State())

    init(_ name: String, title: String, command: String) {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        file = root.appendingPathComponent(".build/reliability/\(name).json")
        (self.title, self.command) = (title, command)
    }

    /// Adds to a row and writes all of them anew.
    func count(_ label: String, _ number: Int = 1) { change(label) { $0 += number } }

    /// Sets a row to what was measured, where that is the greatest so far.
    func greatest(_ label: String, _ number: Int) { change(label) { $0 = max($0, number) } }

    private func change(_ label: String, _ body: (inout Int) -> Void) {
        state.withLock { state in
            if state.counts[label] == nil { state.labels.append(label) }
            body(&state.counts[label, default: 0])
            let rows = state.labels.map { [$0, state.counts[$0] ?? 0] as [Any] }
            let page: [String: Any] = ["title": title, "command": command, "rows": rows]
            guard let data = try? JSONSerialization.data(withJSONObject: page, options: .sortedKeys) else { return }
            try? FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try? data.write(to: file, options: .atomic)
        }
    }
}
