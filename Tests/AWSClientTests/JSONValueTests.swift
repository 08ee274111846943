import Testing

@testable import AWSClient

@Suite("JSON")
struct JSONValueTests {
    @Test("64-bit integers survive reading and writing", arguments: [Int64.max, .min, 9_007_199_254_740_993, 0, -1])
    func integers(value: Int64) throws {
        #expect(try JSONValue(parsing: "[\(value)]") == .array([.int(value)]))
        #expect(JSONValue.int(value).text() == "\(value)")
    }

    @Test("an integer above the signed range stays exact, a fraction becomes a double")
    func otherNumbers() throws {
        #expect(try JSONValue(parsing: "18446744073709551615") == .uint(.max))
        guard case .double(let half) = try JSONValue(parsing: "-2.5e-1") else { return #expect(Bool(false)) }
        #expect(half == -0.25)
        #expect(try JSONValue(parsing: "1.0") == .int(1))
        #expect(JSONValue.int(1).hashValue == JSONValue.double(1).hashValue)
        #expect(try JSONValue(parsing: "9007199254740993") != JSONValue(parsing: "9007199254740992.0"))
    }

    @Test("escapes, surrogate pairs and lone surrogates are read")
    func strings() throws {
        #expect(try JSONValue(parsing: #""a\n\u00e9\ud83d\ude00\/\"""#) == .string("a\né😀/\""))
        #expect(try JSONValue(parsing: #""\ud83d\n""#) == .string("\u{FFFD}\n"))
        #expect(JSONValue.string("\u{1}\"\\é").text() == #""\u0001\"\\é""#)
        let odd = JSONValue.string("tab\tquote\"back\\slash\u{7f}\u{0}")
        #expect(try JSONValue(parsing: odd.text()) == odd)
    }

    @Test(
        "what is no JSON is refused with its place",
        arguments: [
            "", "{", "[1,]", "{\"a\":1,}", "01", "-", "1.", "1e", "nul", "\"a", "\"\u{1}\"", "[1] 2",
            "{\"a\":1,\"a\":2}",
            "\"\\x\"", "\"\\u12g4\"", "{a:1}", "1e999", "[", "{\"a\"", "'a'", "NaN",
        ]
    )
    func invalid(text: String) {
        #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
    }

    @Test("bytes that are no UTF-8 are refused")
    func invalidBytes() {
        #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0xC3, 0x28, 0x22]) }
    }

    @Test("a document nested too deep or too large is refused before it harms")
    func limits() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: JSONError.self) { try JSONValue(parsing: deep) }
        #expect(throws: JSONError.self) { try JSONValue(parsing: "[1,2,3]", limits: .init(depth: 8, bytes: 4)) }
    }

    @Test("sorted text is the same for the same value; equality does not look at key order")
    func canonical() throws {
        let first = try JSONValue(parsing: #"{"b":[1,{"z":null,"a":true}],"a":"x"}"#)
        let second = try JSONValue(parsing: #"{ "a":"x", "b":[1,{"a":true,"z":null}] }"#)
        #expect(first == second)
        #expect(first.text(sortedKeys: true) == #"{"a":"x","b":[1,{"a":true,"z":null}]}"#)
        #expect(first.text(sortedKeys: true) == second.text(sortedKeys: true))
        #expect(first.text() == #"{"b":[1,{"z":null,"a":true}],"a":"x"}"#)
    }
}
