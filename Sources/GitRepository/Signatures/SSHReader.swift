/// Reads the fields of SSH's binary formats (RFC 4251, section 5), one after the other; nil past the end.
struct SSHReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    /// Whether everything was read.
    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ count: Int) -> [UInt8]? {
        guard count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    mutating func number() -> Int? { take(4)?.reduce(0) { $0 << 8 | Int($1) } }

    mutating func string() -> [UInt8]? { number().flatMap { take($0) } }

    mutating func text() -> String? { string().map { String(decoding: $0, as: UTF8.self) } }

    /// A whole number that is not negative, in so many bytes; nil when it does not fit.
    mutating func integer(bytes count: Int) -> [UInt8]? {
        guard let digits = string().map({ $0.drop { $0 == 0 } }), digits.count <= count else { return nil }
        return [UInt8](repeating: 0, count: count - digits.count) + digits
    }
}
