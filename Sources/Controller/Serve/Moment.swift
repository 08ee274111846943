import Foundation

/// A moment on both clocks, and what chance says in it: the only inputs of the loop that are not events.
///
/// Waiting goes by the uptime, which never jumps; the wall clock is for what people read and write.
public struct Moment: Sendable {
    /// Since some moment before the start.
    public var uptime: Duration
    public var wall: Date
    /// From 0 up to 1.
    public var chance: Double

    public init(uptime: Duration, wall: Date, chance: Double = 0.5) {
        self.uptime = uptime
        self.wall = wall
        self.chance = chance
    }

    /// The wall clock's time at an uptime, if it does not jump until then.
    func date(at uptime: Duration) -> Date { wall + (uptime - self.uptime).seconds }
}
