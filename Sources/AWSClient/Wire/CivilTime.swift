/// A moment of the proleptic Gregorian calendar in UTC.
struct CivilTime {
    let year: Int
    /// From 1.
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int
    /// From 0, Sunday.
    let weekday: Int

    static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

    init(secondsSince1970 seconds: Int64) {
        let (days, rest) = seconds.flooredDivision(by: 86_400)
        hour = Int(rest / 3600)
        minute = Int(rest % 3600 / 60)
        second = Int(rest % 60)
        weekday = Int((days + 4).flooredDivision(by: 7).remainder)
        // Years are counted from March, in eras of 400 years, so that leap days come last.
        let (era, dayOfEra) = (days + 719_468).flooredDivision(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        day = Int(dayOfYear - (153 * shifted + 2) / 5 + 1)
        month = Int(shifted < 10 ? shifted + 3 : shifted - 9)
        year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
    }

    /// The days from 1970-01-01 to a date.
    static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = shiftedYear.flooredDivision(by: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// `hh:mm:ss`
    var clockText: String {
        "\(WireTimestamp.pad(hour)):\(WireTimestamp.pad(minute)):\(WireTimestamp.pad(second))"
    }

    /// `20150830T123600Z`, the form that signatures use.
    var compactText: String {
        "\(dateText)T\(WireTimestamp.pad(hour))\(WireTimestamp.pad(minute))\(WireTimestamp.pad(second))Z"
    }

    /// `20150830`
    var dateText: String {
        "\(WireTimestamp.pad(year, 4))\(WireTimestamp.pad(month))\(WireTimestamp.pad(day))"
    }
}

extension Int64 {
    /// Division that rounds down, with a remainder that is never negative.
    func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
