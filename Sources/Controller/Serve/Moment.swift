import Foundation

/// A moment on both clocks, and what chance says in it: the only inputs of the loop that are not events.
///
/// Waiting goes by the uptime, which never jumps; the wall clock is for what people read and write.
struct Moment: Sendable {
    /// Since some moment before the start.
    var uptime: Duration
    var wall: Date
    /// From 0 up to 1.
    var chance = 0.5

    /// The wall clock's time at an uptime, if it does not jump until then.
    func date(at uptime: Duration) -> Date { wall + (uptime - self.uptime).seconds }
}

/// Tells the time.
struct LoopClock: Sendable {
    var now: @Sendable () -> Moment

    static let system: LoopClock = {
        let start = ContinuousClock.now
        return LoopClock {
            Moment(uptime: ContinuousClock.now - start, wall: Date(), chance: .random(in: 0..<1))
        }
    }()
}
