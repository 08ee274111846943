/// Reads one JSON document of UTF-8 bytes, strictly as RFC 8259 says, within limits of depth and size.
struct JSONParser {
    private let bytes: [UInt8]
    private let limits: JSONLimits
    private var position = 0
    private var valueCount = 0

    init(bytes: [UInt8], limits: JSONLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    mutating func parseDocument() throws(JSONError) -> JSONValue {
        guard bytes.count <= limits.bytes else {
            throw JSONError(message: "the document has more than \(limits.bytes) bytes", offset: limits.bytes)
        }
        skipSpace()
        let value = try parseValue(depth: 0)
        skipSpace()
        guard position == bytes.count else { throw failure("text after the end of the document") }
        return value
    }

    private mutating func parseValue(depth: Int) throws(JSONError) -> JSONValue {
        guard depth <= limits.depth else { throw failure("nested deeper than \(limits.depth) levels") }
        valueCount += 1
        guard valueCount <= limits.values else { throw failure("the document has more than \(limits.values) values") }
        guard let first = peek else { throw failure("the document ends too early") }
        switch first {
        case UInt8(ascii: "{"): return try parseObject(depth: depth)
        case UInt8(ascii: "["): return try parseArray(depth: depth)
        case UInt8(ascii: "\""): return .string(try parseString())
        case UInt8(ascii: "t"): return try parseWord("true", .bool(true))
        case UInt8(ascii: "f"): return try parseWord("false", .bool(false))
        case UInt8(ascii: "n"): return try parseWord("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try parseNumber()
        default: throw failure("expected a value")
        }
    }

    private mutating func parseObject(depth: Int) throws(JSONError) -> JSONValue {
        var object = JSONObject()
        position += 1
        skipSpace()
        if take("}") { return .object(object) }
        repeat {
            skipSpace()
            guard peek == UInt8(ascii: "\"") else { throw failure("expected a key in quotes") }
            let start = position
            let key = try parseString()
            skipSpace()
            guard take(":") else { throw failure("expected a colon after the key") }
            skipSpace()
            guard object[key] == nil else {
                throw JSONError(message: "the key \(key.shortened(to: 64)) stands twice", offset: start)
            }
            object[key] = try parseValue(depth: depth + 1)
            skipSpace()
        } while take(",")
        guard take("}") else { throw failure("expected a comma or a closing brace") }
        return .object(object)
    }

    private mutating func parseArray(depth: Int) throws(JSONError) -> JSONValue {
        var items: [JSONValue] = []
        position += 1
        skipSpace()
        if take("]") { return .array(items) }
        repeat {
            skipSpace()
            items.append(try parseValue(depth: depth + 1))
            skipSpace()
        } while take(",")
        guard take("]") else { throw failure("expected a comma or a closing bracket") }
        return .array(items)
    }

    private mutating func parseWord(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let letters = word.withUTF8Buffer(Array.init)
        guard bytes[position...].starts(with: letters) else { throw failure("expected \(word)") }
        position += letters.count
        return value
    }

    /// Integers stay exact; only a number with a fraction, an exponent or more than 64 bits becomes a double.
    private mutating func parseNumber() throws(JSONError) -> JSONValue {
        let start = position
        var isInteger = true
        _ = take("-")
        guard let first = peek, isDigit(first) else { throw failure("expected a digit") }
        skipDigits()
        if first == UInt8(ascii: "0"), position - start > (bytes[start] == UInt8(ascii: "-") ? 2 : 1) {
            throw JSONError(message: "a number must not start with a zero", offset: start)
        }
        if take(".") {
            isInteger = false
            guard let digit = peek, isDigit(digit) else { throw failure("expected a digit after the point") }
            skipDigits()
        }
        if take("e") || take("E") {
            isInteger = false
            _ = take("+") || take("-")
            guard let digit = peek, isDigit(digit) else { throw failure("expected a digit in the exponent") }
            skipDigits()
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isInteger {
            if let value = Int64(text) { return .int(value) }
            if let value = UInt64(text) { return .uint(value) }
        }
        guard let value = Double(text), value.isFinite else {
            throw JSONError(message: "the number \(text.prefix(40)) is too large", offset: start)
        }
        return .double(value)
    }

    private mutating func parseString() throws(JSONError) -> String {
        let start = position
        position += 1
        var text: [UInt8] = []
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                guard let string = String(validating: text, as: UTF8.self) else {
                    throw JSONError(message: "the string is not valid UTF-8", offset: start)
                }
                return string
            case UInt8(ascii: "\\"):
                position += 1
                text.append(contentsOf: String(try parseEscape()).utf8)
            case 0..<0x20: throw failure("a control character in a string")
            default:
                text.append(byte)
                position += 1
            }
        }
        throw JSONError(message: "the string has no end", offset: start)
    }

    private mutating func parseEscape() throws(JSONError) -> Unicode.Scalar {
        guard let letter = peek else { throw failure("the document ends too early") }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try parseUnicodeEscape()
        default: throw failure("an unknown escape in a string")
        }
    }

    /// Two escapes make one scalar above U+FFFF. Half of such a pair on its own stands for no character.
    private mutating func parseUnicodeEscape() throws(JSONError) -> Unicode.Scalar {
        let first = try parseHex()
        if let scalar = Unicode.Scalar(first) { return scalar }
        let opening = [UInt8(ascii: "\\"), UInt8(ascii: "u")]
        guard (0xD800..<0xDC00).contains(first), bytes[position...].starts(with: opening) else { return "\u{FFFD}" }
        position += opening.count
        let second = try parseHex()
        guard (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func parseHex() throws(JSONError) -> UInt32 {
        let digits = bytes[position...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw failure("expected four hexadecimal digits") }
        position += 4
        return value
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func skipDigits() {
        while let byte = peek, isDigit(byte) { position += 1 }
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private func failure(_ message: String) -> JSONError { JSONError(message: message, offset: position) }
}
