/// An HTTP message as the corpus holds it: a line of its own, headers, an empty line, the body.
struct HTTPText {
    /// The words of the first line.
    var words: [String]
    /// In order, names in lower case.
    var headers: [(name: String, value: String)] = []
    var body: [UInt8]

    init(_ input: [UInt8]) {
        var rest = input[...]
        words = Self.line(&rest).split(separator: " ").map(String.init)
        while !rest.isEmpty {
            let line = Self.line(&rest)
            if line.isEmpty { break }
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            headers.append((line[..<colon].lowercased(), String(value)))
        }
        body = Array(rest)
    }

    private static func line(_ rest: inout ArraySlice<UInt8>) -> String {
        let line = rest.prefix { $0 != UInt8(ascii: "\n") }
        rest = rest.dropFirst(line.count + 1)
        return String(decoding: line, as: UTF8.self)
    }

    /// The last value of each.
    var headersByName: [String: String] { Dictionary(headers.map { ($0.name, $0.value) }) { $1 } }
}
