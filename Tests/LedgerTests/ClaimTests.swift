import Foundation
import Testing

@testable import Ledger

@Suite("A controller's claim")
struct ClaimTests {
    private var claim: ControllerClaim {
        var claim = ControllerClaim(
            holder: .init(id: "0123", replica: "host: \"a\"\n#"), installation: "0042",
            seen: Date(timeIntervalSince1970: 1_700_000_000.7), answersWithin: 135)
        claim.question = .init(id: "1e5", by: .init(id: "true", replica: "b"))
        claim.answer = "1e5"
        claim.isReleased = true
        return claim
    }

    @Test("is read as it was written, whatever its texts look like")
    func roundTrip() throws {
        let text = try claim.yaml()
        #expect(ControllerClaim(yaml: text) == claim, "\(String(decoding: text, as: UTF8.self))")
        var plain = claim
        (plain.question, plain.answer, plain.isReleased) = (nil, nil, false)
        #expect(ControllerClaim(yaml: try plain.yaml()) == plain)
    }

    @Test(
        "that was edited by hand into something else is none",
        arguments: ["", "[]", "kind: ControllerClaim", "kind: Other", "\u{0}", "a: &a [*a]", "answersWithin: 99999999"])
    func broken(_ text: String) {
        #expect(ControllerClaim(yaml: Array(text.utf8)) == nil)
    }
}
