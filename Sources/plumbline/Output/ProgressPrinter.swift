import Foundation
import Model
import Synchronization

/// Shows what an apply is doing: on a terminal a line for each running change that is kept up to date, elsewhere plain
/// lines. Everything goes to standard error, so that standard output holds results only.
final class ProgressPrinter: Sendable {
    private struct Running {
        var began: ContinuousClock.Instant
        var text: String
    }

    private struct State {
        var running: [ResourceAddress: Running] = [:]
        var shownLines = 0
    }

    private let state = Mutex(State())
    private let paint = Paint(.error)
    private let isLive: Bool

    init() {
        isLive = Console.isTerminal(.error) && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    func handle(_ event: ChangeEvent) {
        state.withLock { state in
            var finished: String?
            switch event.phase {
            case .started:
                state.running[event.address] = Running(began: .now, text: Self.doing(event.action))
                if !isLive { finished = "\(event.address): \(Self.doing(event.action))" }
            case .waiting(let what):
                let began = state.running[event.address]?.began ?? .now
                let isNews = state.running[event.address]?.text != what
                state.running[event.address] = Running(began: began, text: what)
                if !isLive, isNews { finished = "\(event.address): \(what)" }
            case .finished(let outcome):
                let running = state.running.removeValue(forKey: event.address)
                // What only had to settle and did is no news.
                if running != nil || event.action != nil { finished = line(event, outcome, running?.began) }
            }
            redraw(&state, printing: finished)
        }
    }

    private func redraw(_ state: inout State, printing line: String?) {
        guard isLive else {
            if let line { Console.write(line, to: .error) }
            return
        }
        var text = state.shownLines > 0 ? "\u{1B}[\(state.shownLines)A\u{1B}[J" : ""
        if let line { text += line + "\n" }
        let size = Console.size(.error)
        let shown = state.running.sorted { $0.key < $1.key }.prefix(max(1, size.rows - 2))
        for (address, running) in shown {
            // A line that wrapped would be two to go back over.
            let line = "  … \(address): \(running.text) (\(Self.seconds(since: running.began)))"
            text += paint(String(line.prefix(size.columns - 1)), .faint) + "\n"
        }
        state.shownLines = shown.count
        if !text.isEmpty { Console.write(text, to: .error) }
    }

    private func line(_ event: ChangeEvent, _ outcome: ChangeOutcome, _ began: ContinuousClock.Instant?) -> String {
        let time = began.map { " (\(Self.seconds(since: $0)))" } ?? ""
        switch outcome {
        case .succeeded: return paint("✓", .green) + " \(event.address): \(event.action?.done ?? "settled")\(time)"
        case .failed(let error): return paint("✗", .red) + " \(event.address): \(error)"
        case .skipped(let root): return paint("-", .yellow) + " \(event.address): skipped, because \(root) failed"
        case .cancelled: return paint("-", .yellow) + " \(event.address): stopped"
        }
    }

    private static func doing(_ action: ChangeAction?) -> String { action?.doing ?? "settling" }

    private static func seconds(since instant: ContinuousClock.Instant) -> String {
        let length = ContinuousClock.now - instant
        let tenths = length.components.seconds * 10 + length.components.attoseconds / 100_000_000_000_000_000
        return "\(tenths / 10).\(tenths % 10) s"
    }
}
