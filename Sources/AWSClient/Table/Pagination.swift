/// How an operation hands out its list page by page.
struct Pagination: Sendable, Equatable {
    /// The request members that carry the continuation, in the order of `outputTokens`.
    var inputTokens: [String]
    /// Where the response holds the continuations: alternatives in order, each a path of member names.
    var outputTokens: [[[String]]]
    /// The response member that says whether there is more, where there is one.
    var moreResults: [String]?
    /// The request member for the size of a page and its maximum, where the model gives them.
    var limitMember: String?
    var limitMaximum: Int64?

    /// The continuation in a response, or nil when it was the last page.
    func nextTokens(in response: WireValue) -> [WireValue]? {
        if let moreResults, response.value(at: moreResults) == .bool(false) { return nil }
        let tokens = outputTokens.map { alternatives in
            alternatives.lazy.compactMap { response.value(at: $0) }.first { !$0.isEmptyToken } ?? .null
        }
        return tokens.allSatisfy(\.isEmptyToken) ? nil : tokens
    }
}

extension WireValue {
    /// The value that a path of member names leads to.
    fileprivate func value(at path: [String]) -> WireValue? {
        path.reduce(Optional(self)) { value, name in value?.member(name) }
    }

    /// Whether AWS means "no further page" by it.
    fileprivate var isEmptyToken: Bool {
        switch self {
        case .null, .string(""): true
        case .record(let fields): fields.isEmpty
        default: false
        }
    }
}
