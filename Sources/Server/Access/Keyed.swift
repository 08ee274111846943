import Crypto
import Foundation
import Model

/// Keyed digests, for signing what comes back and for comparing secrets in constant time.
enum Keyed {
    /// HMAC-SHA256 of a text, in hexadecimal digits.
    static func digest(_ text: String, key: Secret) -> String {
        hex(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: Data(key.reveal().utf8))))
    }

    /// Whether a digest in hexadecimal digits is the one of these bytes. Constant time.
    static func isValid(_ digest: some StringProtocol, for bytes: Data, key: Secret) -> Bool {
        guard let code = unhex(digest) else { return false }
        let key = SymmetricKey(data: Data(key.reveal().utf8))
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: bytes, using: key)
    }

    /// Whether two texts are the same. The time it takes tells nothing of where they differ, nor of the length.
    static func same(_ a: String, _ b: String) -> Bool {
        let code = HMAC<SHA256>.authenticationCode(for: Data(a.utf8), using: comparing)
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Data(b.utf8), using: comparing)
    }

    private static let comparing = SymmetricKey(size: .bits256)

    static func hex(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 2 ? digits : "0" + digits
        }.joined()
    }

    static func unhex(_ text: some StringProtocol) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = nibble(digits[index]), let low = nibble(digits[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func nibble(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
