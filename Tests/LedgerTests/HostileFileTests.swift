import Foundation
import Model
import Testing

@testable import Ledger

/// Whoever may push to the status branch can have put anything in the place of what Plumbline wrote.
@Suite("Hostile files on the status branch")
struct HostileFileTests {
    private static let head = """
        kind: EnvironmentStatus
        environment: dev
        revision: main@sha1:3f2a1bc
        outcome: converged

        """

    private let own = EnvironmentStatus(
        environment: "dev", scope: nil, revision: "main@sha1:3f2a1bc", plan: "", outcome: .converged,
        conditions: [Condition(.ready, true, reason: "Converged", message: "")])

    @Test("are no status, and a status can be written over them", arguments: hostile)
    func areRefused(_ name: String, _ text: String) throws {
        let bytes = Array(text.utf8)
        let time = try ContinuousClock().measure {
            #expect(EnvironmentStatus(yaml: bytes) == nil)
            #expect(Inventory(yaml: bytes) == nil)
            let written = try own.yaml(over: bytes)
            #expect(EnvironmentStatus(yaml: written) == own)
        }
        #expect(time < .seconds(20), "\(name)")
    }

    private static let hostile: [(String, String)] = [
        ("a billion laughs", head + laughs),
        ("a key of a billion laughs", head + laughs + "? *a24\n: x\n"),
        ("a hundred thousand levels", head + "x: " + String(repeating: "[", count: 100_000)),
        (
            "levels that are closed",
            head + "x: " + String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
        ),
        ("a hundred thousand indents", head + String(repeating: "- ", count: 100_000)),
        ("too many bytes", head + "x: " + String(repeating: "x", count: 17 << 20)),
        ("two documents", head + "---\n" + head),
        ("no text", "kind: \u{1}"),
    ]

    private static let laughs: String = {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...24 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        return text
    }()

    @Test("each limit has a name")
    func limits() {
        func refusal(_ text: String, _ limits: YAMLLimits = YAMLLimits()) -> YAMLLimits.Refusal? {
            do throws(YAMLLimits.Refusal) {
                try limits.check(Array(text.utf8))
                return nil
            } catch {
                return error
            }
        }
        #expect(refusal("") == nil)
        #expect(refusal("a: [b, {c: d}]") == nil)
        #expect(refusal("a: &a b") == nil)
        #expect(refusal("a: &a b\nc: *a") == .hasAliases)
        #expect(refusal("a: [b", YAMLLimits()) == .notYAML)
        #expect(refusal("a: b", YAMLLimits(bytes: 3)) == .tooLarge)
        #expect(refusal("[[[]]]", YAMLLimits(depth: 2)) == .tooDeep)
        #expect(refusal("[a, b, c]", YAMLLimits(values: 3)) == .tooManyValues)
    }

    @Test("keys of a newer version that cannot be written again do not keep a status from being written")
    func unwritable() throws {
        let odd = Self.head + "novelty: !<tag:x,2000:%FF> [1]\n? [x]\n: y\nmore: !!binary aGVsbG8=\n"
        let written = try own.yaml(over: Array(odd.utf8))
        #expect(EnvironmentStatus(yaml: written) == own)
        #expect(try own.yaml(over: written) == written)
    }
}
