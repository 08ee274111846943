import EmulatorSupport
import Foundation
import Synchronization

/// The lines that a running program writes, and those who wait for one.
final class LineLog: Sendable {
    private struct Waiter {
        let texts: [String]
        let continuation: CheckedContinuation<String?, Never>
    }

    private struct State {
        var lines: [String] = []
        /// Lines before it were waited for already.
        var cursor = 0
        var isOver = false
        var waiters: [Int: Waiter] = [:]
        var count = 0
    }

    private let state = Mutex(State())

    var text: String { state.withLock { $0.lines.joined(separator: "\n") } }

    func add(_ line: String) {
        Kept.keep(line, of: "log")
        let woken = state.withLock { state -> [CheckedContinuation<String?, Never>] in
            state.lines.append(line)
            let matching = state.waiters.filter { waiter in waiter.value.texts.allSatisfy(line.contains) }
            for number in matching.keys { state.waiters[number] = nil }
            if !matching.isEmpty { state.cursor = state.lines.count }
            return matching.values.map(\.continuation)
        }
        for continuation in woken { continuation.resume(returning: line) }
    }

    /// Takes in what a program writes until it closes the other end.
    func read(_ handle: FileHandle) {
        // A thread of its own holds the handle until the end: a handler's source may outlive its file.
        Thread.detachNewThread { [self] in
            var rest = Data()
            while true {
                let data = handle.availableData
                guard !data.isEmpty else { break }
                rest.append(data)
                var parts = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                rest = parts.popLast().map { Data($0) } ?? Data()
                for part in parts { add(String(decoding: part, as: UTF8.self)) }
            }
            end()
        }
    }

    /// The program is over: there will be no further line.
    func end() {
        let left = state.withLock { state in
            state.isOver = true
            defer { state.waiters = [:] }
            return state.waiters.values.map(\.continuation)
        }
        for continuation in left { continuation.resume(returning: nil) }
    }

    /// The next line, after the one that was waited for last, which has all of these texts in it; nil when there is none
    /// within the time.
    func next(_ texts: [String], within limit: Duration) async -> String? {
        let number = state.withLock { state in
            state.count += 1
            return state.count
        }
        return await withTaskGroup(of: String?.self) { group in
            group.addTask { await self.line(texts, number) }
            group.addTask {
                try? await Task.sleep(for: limit)
                self.state.withLock { $0.waiters.removeValue(forKey: number) }?.continuation.resume(returning: nil)
                return nil
            }
            let line = await group.next() ?? nil
            group.cancelAll()
            return line
        }
    }

    private func line(_ texts: [String], _ number: Int) async -> String? {
        await withCheckedContinuation { continuation in
            let known = state.withLock { state -> (isKnown: Bool, line: String?) in
                if let index = state.lines[state.cursor...].firstIndex(where: { texts.allSatisfy($0.contains) }) {
                    state.cursor = index + 1
                    return (true, state.lines[index])
                }
                guard !state.isOver else { return (true, nil) }
                state.waiters[number] = Waiter(texts: texts, continuation: continuation)
                return (false, nil)
            }
            if known.isKnown { continuation.resume(returning: known.line) }
        }
    }
}
