import Foundation
import Testing

@testable import Forge

@Suite("An answer of a forge")
struct ForgeAnswerTests {
    /// How long a request waits that found nothing left of a limit which ends at 11:07:13; here it is 11:06:40.
    private func patience(date: String) -> Duration? {
        let end = 1_795_000_033
        let headers = ["x-ratelimit-remaining": "0", "x-ratelimit-reset": "\(end)", "date": date]
        let response = ForgeResponse(status: 403, headers: headers, body: Data())
        return ForgeAnswer(response: response, operation: "ask", now: Date(timeIntervalSince1970: Double(end - 33)))
            .patience
    }

    @Test("tells the server's own time by which a limit is judged")
    func date() {
        #expect(patience(date: "Wed, 18 Nov 2026 11:06:03 GMT") == .seconds(70))
        #expect(patience(date: "Wed, 18 Nov 2026 11:06:43 GMT") == .seconds(30))
    }

    @Test(
        "is judged by the time here when its own is none",
        arguments: [
            "", "Wed\u{301}\u{301}6 12:26:40 GMT", "Wed, 31 Feb 2026 11:06:43 GMT", "Wed, 18 Nov 2026 11:06 GMT",
            "Wed, 18 Foo 2026 11:06:43 GMT", "Wed, 18 Nov 2026 25:06:43 GMT", "Wed, 18 Nov 2026 11:06:43 CET",
            "Wed, 18 Nov 9223372036854775807 11:06:43 GMT", "Wed, 99999999999999999999 Nov 2026 11:06:43 GMT",
            "Wed, -9223372036854775808 Nov 2026 -9223372036854775808:06:43 GMT",
        ])
    func noDate(date: String) {
        #expect(patience(date: date) == .seconds(33))
    }
}
