import Foundation
import Model

/// A person's stay on the pages: what the login page puts into a cookie for a token.
///
/// It is signed with a key made from that token, so every replica with the same configuration accepts it, and it ends when the
/// token is changed or taken away. It holds no secret.
struct PageSession: Sendable, Hashable {
    static let cookie = "plumbline_session"
    static let length: TimeInterval = 12 * 3600
    /// How far the clocks of two replicas may be apart.
    private static let clockSkew: TimeInterval = 300

    var name: String
    var expires: Date

    /// What stands in the cookie.
    func signed(by token: Secret) -> String {
        let payload = payload
        return "\(payload).\(Keyed.digest("session \(payload)", key: token))"
    }

    /// What a form of this stay has to bring back: no other site can know it.
    func formToken(by token: Secret) -> String { Keyed.digest("form \(payload)", key: token) }

    private var payload: String {
        "v1.\(Keyed.hex(name.utf8)).\(Int(expires.timeIntervalSince1970))"
    }

    /// The stay that a cookie tells of and the token that vouches for it; nil when none does or it is over.
    static func read(_ cookie: String, tokens: [AccessToken], now: Date) -> (session: PageSession, token: AccessToken)?
    {
        let parts = cookie.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "v1", let bytes = Keyed.unhex(parts[1]), let seconds = Int64(parts[2])
        else {
            return nil
        }
        let session = PageSession(
            name: String(decoding: bytes, as: UTF8.self), expires: Date(timeIntervalSince1970: Double(seconds)))
        // One that ends later than any that is begun now was begun by a clock that has been set back since.
        guard session.expires > now, session.expires <= now + length + clockSkew else { return nil }
        let signed = Data("session \(session.payload)".utf8)
        let token = tokens.first { $0.name == session.name && Keyed.isValid(parts[3], for: signed, key: $0.token) }
        return token.map { (session, $0) }
    }
}
