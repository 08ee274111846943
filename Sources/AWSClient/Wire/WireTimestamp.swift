/// Points in time as AWS's protocols write them. All are in UTC and count in seconds since 1970.
enum WireTimestamp {
    /// The text of a time: ISO 8601 and epoch seconds with milliseconds where there are any, RFC 822 without.
    static func text(_ seconds: Double, _ format: ShapeReference.TimestampFormat) -> String {
        let milliseconds = Int64((seconds * 1000).rounded())
        let (whole, fraction) = milliseconds.flooredDivision(by: 1000)
        switch format {
        case .unixTimestamp: return String(whole) + decimals(fraction)
        case .iso8601:
            let time = CivilTime(secondsSince1970: whole)
            return "\(pad(time.year, 4))-\(pad(time.month))-\(pad(time.day))T\(time.clockText)\(decimals(fraction))Z"
        case .rfc822:
            let time = CivilTime(secondsSince1970: whole)
            let month = CivilTime.months[time.month - 1]
            return
                "\(CivilTime.weekdays[time.weekday]), \(pad(time.day)) \(month) \(pad(time.year, 4)) \(time.clockText) GMT"
        }
    }

    /// Reads any of the forms, whichever the model says: services differ from their models here. Nil for anything else.
    static func seconds(_ text: String) -> Double? {
        known(Double(text) ?? iso8601(text) ?? rfc822(text) ?? .nan)
    }

    /// The number when it is a time of the years 0 to 9999: no other can be written as a date, and none was ever meant.
    static func known(_ seconds: Double) -> Double? {
        (-62_167_219_200..<253_402_300_800).contains(seconds) ? seconds : nil
    }

    /// `2019-12-16T22:48:18.123-01:00`; the fraction and the offset may be absent.
    private static func iso8601(_ text: String) -> Double? {
        let halves = text.split(whereSeparator: { $0 == "T" || $0 == "t" })
        guard halves.count == 2 else { return nil }
        let date = halves[0].split(separator: "-").map { Int64($0) }
        guard date.count == 3, let year = date[0], let month = date[1], let day = date[2] else { return nil }
        var clock = halves[1]
        var offset: Double = 0
        if let last = clock.last, last == "Z" || last == "z" {
            clock.removeLast()
        } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            let parts = clock[clock.index(after: sign)...].split(separator: ":").map { Double($0) }
            guard parts.count == 2, let hours = parts[0], let minutes = parts[1] else { return nil }
            offset = (hours * 3600 + minutes * 60) * (clock[sign] == "-" ? -1 : 1)
            clock = clock[..<sign]
        }
        return seconds(year, month, day, clock: clock).map { $0 - offset }
    }

    /// `Tue, 29 Apr 2014 18:30:38 GMT`.
    private static func rfc822(_ text: String) -> Double? {
        let words = text.split(separator: " ")
        guard words.count == 6, let day = Int64(words[1]), let year = Int64(words[3]), words[5] == "GMT",
            let month = CivilTime.months.firstIndex(of: String(words[2]))
        else { return nil }
        return seconds(year, Int64(month) + 1, day, clock: words[4])
    }

    private static func seconds(_ year: Int64, _ month: Int64, _ day: Int64, clock: Substring) -> Double? {
        let parts = clock.split(separator: ":").map { Double($0) }
        guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2],
            (0...9999).contains(year), (1...12).contains(month), (1...31).contains(day), (0..<24).contains(hour),
            (0..<60).contains(minute),
            (0..<61).contains(second)
        else { return nil }
        let days = CivilTime.days(year: year, month: month, day: day)
        return Double(days) * 86_400 + hour * 3600 + minute * 60 + second
    }

    private static func decimals(_ milliseconds: Int64) -> String {
        guard milliseconds > 0 else { return "" }
        var digits = pad(Int(milliseconds), 3)
        while digits.hasSuffix("0") { digits.removeLast() }
        return "." + digits
    }

    static func pad(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
