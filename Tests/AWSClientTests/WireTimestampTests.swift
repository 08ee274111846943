import Testing

@testable import AWSClient

@Suite("Timestamps on the wire")
struct WireTimestampTests {
    @Test(
        "every form is written and read back",
        arguments: [
            (1_398_796_238.0, "2014-04-29T18:30:38Z", "Tue, 29 Apr 2014 18:30:38 GMT", "1398796238"),
            (0, "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT", "0"),
            (951_782_400, "2000-02-29T00:00:00Z", "Tue, 29 Feb 2000 00:00:00 GMT", "951782400"),
            (-86_401, "1969-12-30T23:59:59Z", "Tue, 30 Dec 1969 23:59:59 GMT", "-86401"),
        ]
    )
    func forms(seconds: Double, iso: String, rfc: String, unix: String) {
        #expect(WireTimestamp.text(seconds, .iso8601) == iso)
        #expect(WireTimestamp.text(seconds, .rfc822) == rfc)
        #expect(WireTimestamp.text(seconds, .unixTimestamp) == unix)
        for text in [iso, rfc, unix] { #expect(WireTimestamp.seconds(text) == seconds) }
    }

    @Test("fractions and offsets count")
    func fractions() {
        #expect(WireTimestamp.text(1.25, .iso8601) == "1970-01-01T00:00:01.25Z")
        #expect(WireTimestamp.seconds("2019-12-16T22:48:18-01:00") == 1_576_540_098)
        #expect(WireTimestamp.seconds("2000-01-02T20:34:56.123Z") == 946_845_296.123)
    }

    @Test("what is no time is refused", arguments: ["", "today", "2014-13-01T00:00:00Z", "2014-01-01", "inf"])
    func invalid(text: String) {
        #expect(WireTimestamp.seconds(text) == nil)
    }
}
