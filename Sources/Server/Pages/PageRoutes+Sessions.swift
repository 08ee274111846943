import Foundation
import Hummingbird
import Model

extension PageRoutes {
    func addSessions(to router: some RouterMethods<ServerContext>) {
        router.get("/login") { request, _ in
            login(next: Self.local(request.uri.queryParameters["next"].map(String.init)))
        }
        router.post("/login") { request, context in try await enter(request, context) }
        router.post("/logout") { request, context in
            let caller = try doors.open(request, context, for: .read)
            let form = try await request.form(context)
            try doors.forms.check(form, of: caller, request, isProxied: doors.isProxied(context))
            var response = Response.redirect(to: "/login")
            response.setCookie(cookie(PageSession.cookie, "", length: 0, request, context))
            return response
        }
    }

    private func login(next: String, message: String = "", status: HTTPResponse.Status = .ok) -> Response {
        let frame = PageFrame(title: "Sign in", page: MessageView("Sign in", message, next: next))
        return library.response("login", frame, status: status)
    }

    private func enter(_ request: Request, _ context: ServerContext) async throws -> Response {
        try doors.forms.checkOrigin(request, isProxied: doors.isProxied(context))
        let form = try await request.form(context)
        let next = Self.local(form["next"])
        guard let owner = doors.gatekeeper.owner(of: (form["token"] ?? "").trimmingCharacters(in: .whitespaces)) else {
            context.logger.notice("sign-in refused", metadata: ["from": "\(context.remoteAddress ?? "?")"])
            return login(next: next, message: "This token is not known here.", status: .unauthorized)
        }
        let session = PageSession(name: owner.name, expires: now().addingTimeInterval(PageSession.length))
        var response = Response.redirect(to: next)
        let value = session.signed(by: owner.token)
        response.setCookie(cookie(PageSession.cookie, value, length: PageSession.length, request, context))
        return response
    }

    /// An address of this site, whatever was asked for: `//host` and `/\host` lead elsewhere, and a line end would begin a
    /// header.
    static func local(_ next: String?) -> String {
        guard let next, next.hasPrefix("/"), !next.hasPrefix("//"),
            next.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            !next.contains("\\"), !next.hasPrefix("/login"), !next.hasPrefix("/logout")
        else { return "/" }
        return next
    }
}
