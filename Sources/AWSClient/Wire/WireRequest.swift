/// A serialized request, before it has an endpoint and a signature. The method is always POST, the path `/`.
struct WireRequest: Sendable, Equatable {
    var headers: [(name: String, value: String)]
    var body: [UInt8]

    static func == (left: WireRequest, right: WireRequest) -> Bool {
        left.body == right.body && left.headers.elementsEqual(right.headers) { $0 == $1 }
    }
}
