import Foundation

/// A time as pages show it: how far it is from now, and exactly.
struct Moment: Sendable {
    /// Such as `3 min ago` or `in 2 h`.
    let text: String
    /// ISO 8601, in UTC.
    let exact: String

    init(_ time: Date, now: Date) {
        exact = time.formatted(.iso8601)
        let distance = time.timeIntervalSince(now)
        let length = Self.length(abs(distance))
        text = abs(distance) < 1 ? "now" : distance < 0 ? "\(length) ago" : "in \(length)"
    }

    private static func length(_ seconds: TimeInterval) -> String {
        switch seconds {
        case ..<60: "\(Int(seconds)) s"
        case ..<3600: "\(Int(seconds / 60)) min"
        case ..<172_800: "\(Int(seconds / 3600)) h"
        default: "\(Int(min(seconds / 86400, 100_000))) days"
        }
    }
}
