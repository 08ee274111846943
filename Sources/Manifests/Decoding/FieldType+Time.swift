import Foundation

extension FieldType where Value == Duration {
    /// `500ms`, `30s`, `10m`, `2h` or `7d`.
    static let duration = FieldType<Duration>(
        schema: { [("type", .string("string")), ("pattern", .string("^[0-9]+(ms|s|m|h|d)$"))] },
        decode: { node, decoder in
            if case .scalar(let scalar) = node.content, let duration = Duration(words: scalar.text), duration > .zero {
                return duration
            }
            decoder.expected("a duration such as 500ms, 30s, 10m, 2h or 7d", found: node)
            return nil
        },
        encode: { .string($0.words) }
    )
}

extension Duration {
    private static let units: [(name: String, length: Duration)] = [
        ("ms", .milliseconds(1)), ("s", .seconds(1)), ("m", .seconds(60)), ("h", .seconds(3600)),
        ("d", .seconds(86_400)),
    ]

    /// nil when the text is no whole number with a unit, `ms s m h d`, or more than a hundred years.
    public init?(words: String) {
        guard let unit = Self.units.first(where: { words.hasSuffix($0.name) }) else { return nil }
        let digits = words.dropLast(unit.name.count)
        guard (1...13).contains(digits.utf8.count), String(digits).consists(of: .digits), let count = Int64(digits),
            Double(count) * unit.length.seconds <= 3_153_600_000
        else { return nil }
        self = unit.length * Int(count)
    }

    /// The shortest text of one number and unit that means the same.
    public var words: String {
        let milliseconds = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
        for (name, length) in Self.units.reversed() {
            let unit = length.components.seconds * 1000 + length.components.attoseconds / 1_000_000_000_000_000
            if milliseconds % unit == 0 { return "\(milliseconds / unit)\(name)" }
        }
        return "\(milliseconds)ms"
    }
}

extension FieldType where Value == Int {
    /// Minutes of the day, written `09:30`.
    static let timeOfDay = FieldType<Int>(
        schema: { [("type", .string("string")), ("pattern", .string("^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$"))] },
        decode: { node, decoder in
            // YAML 1.1 readers take 09:30 for a number to the base of sixty, so quotes are no mistake.
            guard case .scalar(let scalar) = node.content else {
                decoder.expected("a time of day such as \"09:00\"", found: node)
                return nil
            }
            let parts = scalar.text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            let isSpelled = parts.count == 2 && parts.allSatisfy { $0.utf8.count == 2 && $0.consists(of: .digits) }
            if isSpelled, let hours = Int(parts[0]), let minutes = Int(parts[1]), minutes < 60,
                hours * 60 + minutes <= 1440
            {
                return hours * 60 + minutes
            }
            decoder.expected("a time of day such as \"09:00\"", found: node)
            return nil
        },
        encode: { .string(String(format: "%02d:%02d", $0 / 60, $0 % 60)) }
    )
}

extension FieldType where Value == String {
    /// A name of the IANA time zone database.
    static let timeZone = text(lengths: 1...64) { name in
        // Foundation also takes abbreviations, which mean several zones.
        let isKnown = (name == "UTC" || name.contains("/")) && TimeZone(identifier: name) != nil
        return isKnown ? nil : "an IANA time zone such as Asia/Singapore or UTC"
    }
}

extension FieldType where Value == CronSchedule {
    static let cron = FieldType<CronSchedule>(
        schema: { [("type", .string("string"))] },
        decode: { node, decoder in
            guard let text = decoder.text(node) else { return nil }
            if let schedule = CronSchedule(text) { return schedule }
            decoder.error(
                "\(decoder.key) must be a cron expression of five fields such as \"0 9 * * mon-fri\", not "
                    + YAMLScalar.quoted(text))
            return nil
        }
    )
}

extension FieldType where Value == WeekdayRange {
    static let weekdays = FieldType<WeekdayRange>(
        schema: {
            let day = "(sun|mon|tue|wed|thu|fri|sat)"
            return [("type", .string("string")), ("pattern", .string("^\(day)(-\(day))?$"))]
        },
        decode: { node, decoder in
            guard let text = decoder.text(node) else { return nil }
            if let days = WeekdayRange(text) { return days }
            decoder.error("a day must be such as mon or mon-fri, not \(YAMLScalar.quoted(text))")
            return nil
        }
    )
}

extension FieldType where Value == Date {
    /// A moment as RFC 3339 writes it.
    static let moment = FieldType<Date>(
        schema: { [("type", .string("string")), ("format", .string("date-time"))] },
        decode: { node, decoder in
            guard case .scalar(let scalar) = node.content, let date = Date(rfc3339: scalar.text) else {
                decoder.expected("a moment such as \"2026-01-31T18:00:00Z\"", found: node)
                return nil
            }
            return date
        }
    )
}

extension Date {
    /// nil when the text is not as RFC 3339 writes a moment, with whole seconds.
    public init?(rfc3339 text: String) {
        guard let date = try? Date(text, strategy: .iso8601) else { return nil }
        self = date
    }

    /// `2026-01-31T18:00:00Z`.
    public var rfc3339: String { formatted(.iso8601) }
}
