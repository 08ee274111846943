import Controller
import Foundation
import Synchronization

/// A clock that stands while there is work and jumps to what is due when there is none, so that a day takes as long as
/// its work does. What is done takes no time on it.
final class ManualClock: Sendable {
    private struct State {
        var uptime = Duration.zero
        var chance = SteadyChance()
    }

    private let state = Mutex(State())
    private let start = Date()
    private let hours: Int
    private let onHour: @Sendable (Int) -> Void

    /// - Parameters:
    ///   - hours: after which it stands for good.
    ///   - onHour: called with 1 at the end of the first hour; what it does happens at that moment.
    init(hours: Int, onHour: @escaping @Sendable (Int) -> Void) {
        self.hours = hours
        self.onHour = onHour
    }

    var loopClock: LoopClock {
        LoopClock(now: { self.now() }, sleep: { await self.sleep($0, isIdle: $1) })
    }

    private func now() -> Moment {
        state.withLock { state in
            Moment(
                uptime: state.uptime, wall: start + Double(state.uptime.components.seconds),
                chance: state.chance.next())
        }
    }

    private func sleep(_ pause: Duration, isIdle: Bool) async {
        if isIdle, let hour = pass(pause) {
            onHour(hour)
            guard hour >= hours else { return }
        } else if isIdle {
            return
        }
        // Until something ends, which cancels this. A sleep would be kept until its time, though cancelled, and would look
        // like a leak.
        let (never, continuation) = AsyncStream.makeStream(of: Void.self)
        for await _ in never {}
        withExtendedLifetime(continuation) {}
    }

    /// Moves on by a pause, but not past the end of an hour.
    /// - Returns: the hour that is over, counted from 1; nil when none is.
    private func pass(_ pause: Duration) -> Int? {
        state.withLock { state in
            let hour = state.uptime.components.seconds / 3600 + 1
            let end = Duration.seconds(3600 * hour)
            state.uptime = min(state.uptime + pause, end)
            return state.uptime == end ? Int(hour) : nil
        }
    }
}

/// The same chance in every run.
private struct SteadyChance {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// From 0 up to 1. (SplitMix64, of Steele, Lea and Flood.)
    mutating func next() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((mixed ^ (mixed >> 31)) >> 11) / Double(UInt64(1) << 53)
    }
}
