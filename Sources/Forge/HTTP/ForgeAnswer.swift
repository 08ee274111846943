import Foundation

/// Reads what an answer means for the requests to come, by the rules of GitHub and GitLab.
///
/// GitHub: https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api (403 or 429;
/// `retry-after`, else `x-ratelimit-reset` when nothing remains, else a minute at least). GitLab:
/// https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/ (429, `retry-after`). Slack:
/// https://docs.slack.dev/apis/web-api/rate-limits/ (429, `retry-after`).
struct ForgeAnswer: Sendable {
    let response: ForgeResponse
    let operation: String
    let now: Date

    /// GitHub's windows are an hour long, the longest of all: whoever asks for more has lost the clock.
    private static let longestPatience = 3600

    /// How long to wait before the next request; nil when the answer asks for no patience.
    var patience: Duration? {
        let isRefusal = response.status == 429 || response.status == 403
        if isRefusal || response.status == 503, let seconds = seconds("retry-after") {
            return .seconds(min(seconds, Self.longestPatience))
        }
        if isNothingLeft, isRefusal || response.status < 300, let reset { return reset }
        guard isRefusal, response.status == 429 || text.lowercased().contains("rate limit") else { return nil }
        return .seconds(60)
    }

    /// nil when the request was done.
    var error: ForgeError? {
        let status = response.status
        if (200..<300).contains(status) { return nil }
        if status == 403 || status == 429, let patience {
            return failed(
                .rateLimited, "fewer requests are wanted; the next one may go in \(patience)", retryAfter: patience)
        }
        switch status {
        case 401:
            return failed(.unauthorized, "the token was not accepted\(said); it may have expired: give a new one")
        case 403: return failed(.forbidden, "the token may not do this\(said)")
        case 404, 410:
            return failed(
                .notFound,
                "there is no such thing, or the token may not see it\(said); check address, project and rights")
        case 301, 302, 307, 308:
            return failed(.refused, "it has moved; correct `forge.url` and `forge.project`")
        case 408, 500...: return failed(.server, "the other side is in trouble (HTTP \(status))", retryAfter: patience)
        default: return failed(.refused, "HTTP \(status)\(said)")
        }
    }

    private func failed(_ code: ForgeError.Code, _ message: String, retryAfter: Duration? = nil) -> ForgeError {
        ForgeError(code, operation: operation, message: message, status: response.status, retryAfter: retryAfter)
    }

    private var isNothingLeft: Bool {
        seconds("x-ratelimit-remaining") == 0 || seconds("ratelimit-remaining") == 0
    }

    /// Until the window of the rate limit ends, by the server's own clock where it tells the time.
    private var reset: Duration? {
        guard let end = seconds("x-ratelimit-reset") ?? seconds("ratelimit-reset") else { return nil }
        let time = response.headers["date"].flatMap(Self.date) ?? now
        return .seconds(min(max(1, Double(end) - time.timeIntervalSince1970), Double(Self.longestPatience)))
    }

    private func seconds(_ header: String) -> Int? {
        response.headers[header].flatMap { Int($0.trimmingCharacters(in: .whitespaces)) }.map { max(0, $0) }
    }

    /// What the other side said of it, in one line: GitHub a text, GitLab a text, a list, or lists by field.
    private var said: String {
        struct Words: Decodable {
            var message: Text?
            var error: Text?

            enum Text: Decodable {
                case one(String), list([String]), fields([String: [String]]), other

                init(from decoder: any Decoder) throws {
                    let value = try decoder.singleValueContainer()
                    if let text = try? value.decode(String.self) {
                        self = .one(text)
                    } else if let list = try? value.decode([String].self) {
                        self = .list(list)
                    } else {
                        self = (try? value.decode([String: [String]].self)).map(Text.fields) ?? .other
                    }
                }

                var line: String {
                    switch self {
                    case .one(let text): text
                    case .list(let list): list.joined(separator: ", ")
                    case .fields(let fields):
                        fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.joined(separator: ", "))" }
                            .joined(separator: "; ")
                    case .other: ""
                    }
                }
            }
        }
        let words = try? JSONDecoder().decode(Words.self, from: response.body)
        guard let line = (words?.message ?? words?.error)?.line, !line.isEmpty else { return "" }
        // A character may have any number of scalars.
        let scalars = line.unicodeScalars.prefix(200)
        return " (\(String(scalars.map { Character($0).isWhitespace ? " " : Character($0) })))"
    }

    private var text: String { String(decoding: response.body.prefix(2000), as: UTF8.self) }

    /// The form in which every server has to write it: `Tue, 29 Apr 2014 18:30:38 GMT` (RFC 9110, 5.6.7).
    ///
    /// Not read by `DateFormatter`, which ends the process over a letter with combining marks.
    private static func date(_ text: String) -> Date? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT",
            let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
                .firstIndex(of: words[2])
        else { return nil }
        let clock = words[4].split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, let day = Int(words[1]), let year = Int(words[3]), (1970...9999).contains(year)
        else { return nil }
        let components = DateComponents(
            calendar: Calendar(identifier: .gregorian), timeZone: .gmt, year: year, month: month + 1, day: day,
            hour: clock[0], minute: clock[1], second: clock[2])
        return components.isValidDate ? components.date : nil
    }
}
