/// The method and the URI of an operation in a REST protocol, such as `PUT:/{Bucket}?tagging`.
struct HTTPBinding: Sendable, Equatable {
    let method: String
    /// With labels in braces: `{Name}` takes one segment, `{Name+}` keeps slashes.
    let path: String
    /// What every request has in its query.
    let query: [(name: String, value: String?)]

    /// Nil when the text has no method or no path.
    init?(_ text: String) {
        let sides = text.split(separator: ":", maxSplits: 1)
        guard sides.count == 2, sides[1].hasPrefix("/") else { return nil }
        self.init(method: String(sides[0]), uri: String(sides[1]))
    }

    init(method: String, uri: String) {
        let halves = uri.split(separator: "?", maxSplits: 1).map(String.init)
        self.method = method
        path = halves.first ?? "/"
        query = (halves.count > 1 ? halves[1] : "").split(separator: "&").map { pair in
            let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
            return (sides[0], sides.count > 1 ? sides[1] : nil)
        }
    }

    static func == (left: HTTPBinding, right: HTTPBinding) -> Bool {
        left.method == right.method && left.path == right.path && left.query.elementsEqual(right.query) { $0 == $1 }
    }
}
