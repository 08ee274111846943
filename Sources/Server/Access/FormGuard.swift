import Foundation
import Hummingbird
import Model

/// Keeps other sites from using a visitor's browser to act here.
///
/// A form has to come from this site by the browser's own word (`Origin`, else `Sec-Fetch-Site`), and, once somebody is known,
/// to bring a text that no other site can read. For a session that text is made from it; for people known by a proxy it
/// has to equal a cookie (https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html).
struct FormGuard: Sendable {
    static let cookie = "plumbline_form"
    static let field = "form"

    let publicURL: String?
    let secrets: @Sendable () -> ServerSecrets

    /// The text for the forms of a page, and the cookie that has to go with it.
    func token(for caller: Caller, _ request: Request) -> (text: String, cookie: String?) {
        switch caller.way {
        case .session(let session): return (sessionToken(session) ?? "", nil)
        case .token: return ("", nil)
        case .proxy:
            if let known = request.cookies[Self.cookie]?.value, known.count == 64 { return (known, nil) }
            var generator = SystemRandomNumberGenerator()
            let fresh = Keyed.hex((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
            return (fresh, fresh)
        }
    }

    /// - Throws: `ServerError` with status 403 when the form may have come from elsewhere.
    func check(_ form: [String: String], of caller: Caller, _ request: Request, isProxied: Bool) throws(ServerError) {
        try checkOrigin(request, isProxied: isProxied)
        let expected: String? =
            switch caller.way {
            case .session(let session): sessionToken(session)
            case .proxy: request.cookies[Self.cookie]?.value
            case .token: nil
            }
        guard let expected, !expected.isEmpty, let given = form[Self.field], Keyed.same(expected, given) else {
            throw ServerError(.forbidden, "form-expired", "This form is too old. Reload the page and try again.")
        }
    }

    /// - Throws: `ServerError` with status 403 when the browser says that another site sent this, or says nothing.
    func checkOrigin(_ request: Request, isProxied: Bool) throws(ServerError) {
        let foreign = ServerError(
            .forbidden, "cross-site", "This was sent from another site than Plumbline's own pages, and is not followed."
        )
        guard let origin = request.headers.text("origin") else {
            guard request.headers.text("sec-fetch-site") == "same-origin" else { throw foreign }
            return
        }
        var own = [request.head.authority].compactMap(\.self)
        if isProxied, let forwarded = request.headers.text("x-forwarded-host") { own.append(forwarded) }
        if let publicURL, let authority = Self.authority(publicURL) { own.append(authority) }
        guard let authority = Self.authority(origin), own.contains(where: { $0.lowercased() == authority.lowercased() })
        else {
            throw foreign
        }
    }

    private func sessionToken(_ session: PageSession) -> String? {
        // Two tokens may share a name while one replaces the other; the newer entry signs forms, as it signs sessions.
        secrets().tokens.last { $0.name == session.name }.map { session.formToken(by: $0.token) }
    }

    /// `host:port` of a URL; nil for `null` and other things that are none.
    private static func authority(_ url: String) -> String? {
        guard let range = url.range(of: "://") else { return nil }
        let rest = url[range.upperBound...].prefix { $0 != "/" }
        return rest.isEmpty ? nil : String(rest)
    }
}
