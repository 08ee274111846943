/// Percent encoding as RFC 3986 and AWS's signatures want it: only unreserved characters stay.
enum PercentEncoding {
    private static let unreserved = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8
    )
    private static let hexDigits = Array("0123456789ABCDEF".utf8)

    /// - Parameter keeping: further characters that stay, such as the slash in a path.
    static func encode(_ bytes: some Sequence<UInt8>, keeping kept: String = "") -> String {
        var result: [UInt8] = []
        let kept = Array(kept.utf8)
        for byte in bytes {
            if unreserved.contains(byte) || kept.contains(byte) {
                result.append(byte)
            } else {
                result += [UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    static func encode(_ text: String, keeping kept: String = "") -> String {
        encode(text.utf8, keeping: kept)
    }
}
