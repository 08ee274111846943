import Foundation
import Model
import Synchronization

/// Tells channels what happens, without ever holding up whoever says it: each at its own pace.
public final class Notifier: Sendable {
    private let lines: [ChannelLine]

    /// What became of a message.
    public enum Outcome: String, Sendable, CaseIterable {
        case sent, failed
        /// Too many waited for the channel.
        case dropped
    }

    /// - Parameters:
    ///   - window: how long the same trouble is not told again.
    ///   - page: the page of an environment (nil: of all), when people can reach it.
    ///   - onOutcome: the channel's name, and what became of a message.
    ///   - onTrouble: the channel's name, and why a message did not reach it.
    public init(
        _ channels: [NotificationChannel], transport: ForgeTransport, window: Duration = .seconds(3600),
        clock: ForgeClock = .system, page: @escaping @Sendable (String?) -> String? = { _ in nil },
        onOutcome: @escaping @Sendable (String, Outcome) -> Void = { _, _ in },
        onTrouble: @escaping @Sendable (String, ForgeError) -> Void
    ) {
        lines = channels.map { channel in
            ChannelLine(
                ChannelSender(channel: channel, transport: transport, clock: clock, page: page),
                NotificationFilter(severity: channel.severity, window: window),
                onOutcome: { onOutcome(channel.name, $0) }, onTrouble: { onTrouble(channel.name, $0) })
        }
    }

    /// Returns at once.
    public func received(_ event: ControllerEvent) {
        for line in lines { line.received(event) }
    }

    /// Messages that were dropped because a channel did not take them in time, by its name.
    public var dropped: [String: Int] {
        lines.reduce(into: [:]) { $0[$1.name, default: 0] += $1.dropped }
    }

    /// Tells until the task is cancelled, or `finish` was called and nothing is left.
    public func run() async {
        await withTaskGroup { group in
            for line in lines { group.addTask { await line.run() } }
        }
    }

    public func finish() {
        for line in lines { line.finish() }
    }
}

/// The messages that wait for one channel. When there are too many the oldest is dropped, and counted.
private final class ChannelLine: Sendable {
    private struct State {
        var filter: NotificationFilter
        var waiting: [(event: ControllerEvent, isRecovery: Bool)] = []
        var dropped = 0
    }

    private static let longest = 200
    private let sender: ChannelSender
    private let state: Mutex<State>
    private let onOutcome: @Sendable (Notifier.Outcome) -> Void
    private let onTrouble: @Sendable (ForgeError) -> Void
    private let wakes: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation

    init(
        _ sender: ChannelSender, _ filter: NotificationFilter,
        onOutcome: @escaping @Sendable (Notifier.Outcome) -> Void, onTrouble: @escaping @Sendable (ForgeError) -> Void
    ) {
        self.sender = sender
        self.onOutcome = onOutcome
        self.onTrouble = onTrouble
        state = Mutex(State(filter: filter))
        (wakes, waker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    var name: String { sender.channel.name }
    var dropped: Int { state.withLock(\.dropped) }

    func received(_ event: ControllerEvent) {
        guard sender.channel.covers(event.environment) else { return }
        let (isNews, isFull) = state.withLock { state in
            let verdict = state.filter.judge(event)
            guard verdict != .keepQuiet else { return (false, false) }
            state.waiting.append((event, verdict == .tellRecovery))
            guard state.waiting.count > Self.longest else { return (true, false) }
            state.waiting.removeFirst()
            state.dropped += 1
            return (true, true)
        }
        if isFull { onOutcome(.dropped) }
        if isNews { waker.yield() }
    }

    func run() async {
        for await _ in wakes {
            while let next = state.withLock({ $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }) {
                do throws(ForgeError) {
                    try await sender.send(next.event, isRecovery: next.isRecovery)
                    onOutcome(.sent)
                } catch {
                    guard error.code != .cancelled else { return }
                    onOutcome(.failed)
                    onTrouble(error)
                }
            }
        }
    }

    func finish() { waker.finish() }
}
