/// A serialized request, before it has an endpoint and a signature.
struct WireRequest: Sendable, Equatable {
    var method = "POST"
    /// Percent-encoded, below the endpoint's own path.
    var path = "/"
    /// Not encoded; a nil value stands without an equals sign.
    var query: [(name: String, value: String?)] = []
    var headers: [(name: String, value: String)]
    var body: [UInt8]

    static func == (left: WireRequest, right: WireRequest) -> Bool {
        left.body == right.body && left.target == right.target && left.method == right.method
            && left.headers.elementsEqual(right.headers) { $0 == $1 }
    }

    /// The path with the encoded query, as the request line says it.
    var target: String {
        let pairs = query.map { name, value in
            PercentEncoding.encode(name) + (value.map { "=" + PercentEncoding.encode($0) } ?? "")
        }
        return pairs.isEmpty ? path : "\(path)?\(pairs.joined(separator: "&"))"
    }
}
