import Foundation
import Model

/// What a suspension is asked with, by the API or by the form.
struct SuspensionRequest: Decodable {
    var reason: String
    /// A duration such as `2h`.
    var `for`: String?
    var until: Date?

    /// - Throws: `ServerError` with status 400 when it has no reason or no end to come.
    func suspension(by person: String, now: Date) throws(ServerError) -> Suspension {
        let reason = reason.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !reason.isEmpty else { throw Self.malformed("Give a `reason`: others will ask.") }
        guard reason.count <= 500 else { throw Self.malformed("The `reason` is longer than 500 characters.") }
        let end: Date
        switch (self.for, until) {
        case (let text?, nil):
            guard let seconds = Self.seconds(text) else {
                throw Self.malformed("`for` is a duration such as 30m, 2h or 7d, at most 365d.")
            }
            end = now.addingTimeInterval(seconds)
        case (nil, let until?): end = until
        default: throw Self.malformed("Give an end: either `for`, such as 2h, or `until`.")
        }
        guard end > now else { throw Self.malformed("The end is in the past.") }
        return Suspension(reason: reason, by: person, until: end)
    }

    private static func malformed(_ message: String) -> ServerError { ServerError(.badRequest, "malformed", message) }

    private static func seconds(_ text: String) -> TimeInterval? {
        let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86400]
        guard let unit = text.last.flatMap({ units[$0] }), let count = UInt32(text.dropLast()), count > 0 else {
            return nil
        }
        let seconds = Double(count) * unit
        return seconds <= 365 * 86400 ? seconds : nil
    }
}
