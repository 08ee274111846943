import Foundation
import Hummingbird
import Model

/// Tells who asks.
struct Gatekeeper: Sendable {
    let proxy: TrustedProxy?
    let secrets: @Sendable () -> ServerSecrets
    let now: @Sendable () -> Date

    /// nil when nobody showed who they are.
    /// - Throws: `ServerError` with status 401 when a token was given that is none: a wrong token is never overlooked in
    ///   favour of something else.
    func caller(_ request: Request, from address: String?) throws(ServerError) -> Caller? {
        if let header = request.headers.text("authorization") { return try bearer(header) }
        if let proxy, proxy.trusts(address), let name = request.headers.text(proxy.header), !name.isEmpty {
            return Caller(name: name, rights: proxy.rights, way: .proxy)
        }
        guard let cookie = request.cookies[PageSession.cookie]?.value,
            let found = PageSession.read(cookie, tokens: secrets().tokens, now: now())
        else { return nil }
        return Caller(name: found.session.name, rights: found.token.rights, way: .session(found.session))
    }

    /// Who a token belongs to. Every token is compared, in constant time each.
    func owner(of text: String) -> AccessToken? {
        var owner: AccessToken?
        for token in secrets().tokens where Keyed.same(token.token.reveal(), text) && !text.isEmpty { owner = token }
        return owner
    }

    private func bearer(_ header: String) throws(ServerError) -> Caller {
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else {
            throw .unauthorized("Send `Authorization: Bearer TOKEN`; no other scheme is understood.")
        }
        guard let owner = owner(of: parts[1].trimmingCharacters(in: .whitespaces)) else {
            throw .unauthorized(
                "This token is not known here. Ask whoever runs Plumbline for one, or check that it is current.")
        }
        return Caller(name: owner.name, rights: owner.rights, way: .token)
    }
}
