import Foundation

/// Moments that repeat, as cron describes them: minute, hour, day of the month, month, day of the week.
///
/// As in cron, a day matches when it is among the days of the month or among those of the week, where both are given.
public struct CronSchedule: Hashable, Sendable {
    let minutes: Set<Int>
    let hours: Set<Int>
    /// nil for every day.
    let days: Set<Int>?
    let months: Set<Int>
    /// 0 for Sunday; nil for every day.
    let weekdays: Set<Int>?

    init(minutes: Set<Int>, hours: Set<Int>, days: Set<Int>?, months: Set<Int>, weekdays: Set<Int>?) {
        self.minutes = minutes
        self.hours = hours
        self.days = days
        self.months = months
        self.weekdays = weekdays
    }

    /// nil when the text is no cron expression of five fields.
    init?(_ text: String) {
        let fields = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard fields.count == 5, let minutes = Self.numbers(fields[0], 0...59),
            let hours = Self.numbers(fields[1], 0...23), let days = Self.numbers(fields[2], 1...31),
            let months = Self.numbers(fields[3], 1...12, names: Self.monthNames),
            let weekdays = Self.numbers(fields[4], 0...7, names: Self.weekdayNames)
        else { return nil }
        self.init(
            minutes: minutes, hours: hours, days: fields[2] == "*" ? nil : days, months: months,
            weekdays: fields[4] == "*" ? nil : Set(weekdays.map { $0 % 7 }))
    }

    static let weekdayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    private static let monthNames =
        ["", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// `*`, `5`, `1-5`, `*/15`, `mon-fri`, and lists of them.
    private static func numbers(_ text: String, _ range: ClosedRange<Int>, names: [String] = []) -> Set<Int>? {
        var result: Set<Int> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let halves = part.split(separator: "/", omittingEmptySubsequences: false)
            guard halves.count <= 2, let span = halves.first else { return nil }
            let step = halves.count == 2 ? Int(halves[1]) : 1
            guard let step, step > 0 else { return nil }
            let ends =
                span == "*"
                ? [range.lowerBound, range.upperBound]
                : span.split(
                    separator: "-", omittingEmptySubsequences: false
                ).map { name in names.firstIndex(of: name.lowercased()) ?? Int(name) ?? -1 }
            guard let low = ends.first, let last = ends.last, ends.count <= 2, range.contains(low),
                range.contains(last), low <= last
            else { return nil }
            let high = halves.count == 2 && ends.count == 1 ? range.upperBound : last
            result.formUnion(stride(from: low, through: high, by: step))
        }
        return result
    }

    /// The first moment after one, within two years.
    func next(after date: Date, in calendar: Calendar) -> Date? {
        search(from: date, in: calendar, direction: 1) { $0 > date }
    }

    /// The last moment up to one, within two years.
    func last(before date: Date, in calendar: Calendar) -> Date? {
        search(from: date, in: calendar, direction: -1) { $0 <= date }
    }

    /// Day by day, and on a day that matches its few moments.
    private func search(
        from date: Date, in calendar: Calendar, direction: Int, where isWanted: (Date) -> Bool
    ) -> Date? {
        var day = calendar.startOfDay(for: date)
        for _ in 0..<750 {
            if matches(day, calendar) {
                let moments = moments(of: day, calendar).filter(isWanted)
                if let found = direction > 0 ? moments.min() : moments.max() { return found }
            }
            guard let neighbour = calendar.date(byAdding: .day, value: direction, to: day) else { return nil }
            day = calendar.startOfDay(for: neighbour)
        }
        return nil
    }

    private func matches(_ day: Date, _ calendar: Calendar) -> Bool {
        let parts = calendar.dateComponents([.month, .day, .weekday], from: day)
        guard months.contains(parts.month ?? 0) else { return false }
        let isDay = days.map { $0.contains(parts.day ?? 0) }
        let isWeekday = weekdays.map { $0.contains((parts.weekday ?? 0) - 1) }
        switch (isDay, isWeekday) {
        case (let isDay?, let isWeekday?): return isDay || isWeekday
        default: return isDay ?? isWeekday ?? true
        }
    }

    /// A time that the clocks leave out on a day is the next one that there is.
    private func moments(of day: Date, _ calendar: Calendar) -> [Date] {
        hours.flatMap { hour in
            minutes.compactMap { minute in
                calendar.date(bySettingHour: hour, minute: minute, second: 0, of: day, matchingPolicy: .nextTime)
            }
        }
    }
}

/// Days of the week, written as `mon` or `mon-fri`.
public struct WeekdayRange: Hashable, Sendable {
    /// 0 for Sunday.
    public let days: Set<Int>

    init?(_ text: String) {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { name in
            CronSchedule.weekdayNames.firstIndex(of: name.lowercased())
        }
        guard let first = ends.first, let last = ends.last, let first, let last, ends.count <= 2 else { return nil }
        days = first <= last ? Set(first...last) : Set(first...6).union(0...last)
    }
}
