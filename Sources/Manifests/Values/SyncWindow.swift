import Foundation
import Model

/// A stretch of time in which changes are made, or in which none are.
public struct SyncWindow: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable { case allow, deny }

    public var kind = Kind.allow
    /// Days of the week on which it begins, 0 for Sunday; empty for every day. Used with `from` and `to`.
    public var days: [WeekdayRange] = []
    /// Minutes of the local day at which it begins and ends; an end before the beginning is on the next day.
    public var from: Int?
    public var to: Int?
    /// When it begins instead, as cron says it.
    public var schedule: CronSchedule?
    /// How long it is then.
    public var duration: Duration?
    /// From the IANA time zone database, such as `Asia/Singapore`.
    public var timeZone = "UTC"

    public init() {}

    /// Whether it is open at a moment.
    public func contains(_ date: Date) -> Bool { begin(before: date).map { date < end(from: $0) } ?? false }

    /// When it is open next, now if it is.
    public func opens(after date: Date) -> Date? {
        if contains(date) { return date }
        return pattern?.next(after: date, in: calendar)
    }

    /// When it is closed next, now if it is.
    public func closes(after date: Date) -> Date? {
        guard let begin = begin(before: date) else { return date }
        return max(date, end(from: begin))
    }

    /// The newest beginning of which the end may lie after a moment.
    private func begin(before date: Date) -> Date? {
        // A window of some days may have begun that long ago; the newest beginning is open the longest.
        pattern?.last(before: date, in: calendar)
    }

    private func end(from begin: Date) -> Date {
        if schedule != nil { return begin + (duration ?? .zero).seconds }
        let (from, to) = (from ?? 0, to ?? 1440)
        // By the local clock: a window that ends at five ends at five, also on the day on which clocks are set.
        let days = (to > from ? 0 : 1) + to / 1440
        let day = calendar.date(byAdding: .day, value: days, to: calendar.startOfDay(for: begin)) ?? begin
        return calendar.date(
            bySettingHour: to % 1440 / 60, minute: to % 60, second: 0, of: day, matchingPolicy: .nextTime) ?? begin
    }

    private var pattern: CronSchedule? {
        if let schedule { return schedule }
        let weekdays = days.isEmpty ? Set(0...6) : days.reduce(into: Set()) { $0.formUnion($1.days) }
        let from = (from ?? 0) % 1440
        return CronSchedule(
            minutes: [from % 60], hours: [from / 60], days: nil, months: Set(1...12), weekdays: weekdays)
    }

    private var calendar: Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: timeZone) ?? .gmt
        return calendar
    }
}

extension SyncWindow: ManifestObject {
    static let fields: [ManifestField<SyncWindow>] = [
        .optional("kind", \.kind, .choice(), "Whether changes are made in it (allow) or not (deny)."),
        .optional(
            "days", \.days, .list(of: .weekdays), "Days on which it begins, such as mon or mon-fri; all if left out."),
        .optional("from", \.from, .timeOfDay, "The local time at which it begins, such as \"09:00\"."),
        .optional("to", \.to, .timeOfDay, "The local time at which it ends; before from: on the next day."),
        .optional("schedule", \.schedule, .cron, "When it begins, as cron says it: minute hour day month weekday."),
        .optional("duration", \.duration, .duration, "How long it is, with schedule, such as 8h."),
        .optional("timeZone", \.timeZone, .timeZone, "The IANA time zone, such as Asia/Singapore."),
    ]

    func validate(_ check: inout ManifestDecoder) {
        let hours = ["days", "from", "to"].filter { check.isGiven($0) }
        if check.isGiven("schedule") || check.isGiven("duration") {
            if let key = hours.first {
                check.error("a window has either schedule and duration, or days, from and to: remove \(key)", at: key)
            } else if !check.isGiven("duration") {
                check.error("a window with a schedule needs its duration, such as duration: 8h", at: "schedule")
            } else if !check.isGiven("schedule") {
                check.error("duration has no effect without schedule: add it, or use from and to", at: "duration")
            } else if let duration, check.isSound("duration"), duration > .seconds(31 * 86_400) {
                check.error("a window may last at most 31 days: shorten it", at: "duration")
            }
        } else if check.isGiven("from") != check.isGiven("to") {
            check.error("from and to go together: add the other one", at: "from", "to")
        } else if let from, from == to {
            check.error("the window ends when it begins: change from or to", at: "to")
        } else if hours.isEmpty {
            check.error("the window says no time: add days, from and to, or schedule and duration")
        }
    }
}

extension Duration {
    /// As a number of seconds, for dates.
    public var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
