/// Who asks, and how that was shown.
struct Caller: Sendable, Hashable {
    enum Way: Sendable, Hashable {
        /// A bearer token: no browser sends one unasked.
        case token
        /// A signed cookie that the login page gave for a token.
        case session(PageSession)
        /// A proxy's word.
        case proxy
    }

    var name: String
    var rights: Set<Right>
    var way: Way

    func may(_ right: Right) -> Bool { rights.contains(right) || (right == .read && rights.contains(.act)) }
}
