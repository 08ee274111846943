import Hummingbird

/// Lets callers in, each as far as their rights go.
struct Doors: Sendable {
    let gatekeeper: Gatekeeper
    let forms: FormGuard

    /// Who asks, if they may.
    /// - Throws: `ServerError` with status 401 when nobody is known, 403 when their rights do not go so far.
    func open(_ request: Request, _ context: ServerContext, for right: Right) throws(ServerError) -> Caller {
        guard let caller = try gatekeeper.caller(request, from: context.remoteAddress) else {
            throw .unauthorized("Say who you are: send `Authorization: Bearer TOKEN`.")
        }
        try Self.require(right, of: caller)
        return caller
    }

    static func require(_ right: Right, of caller: Caller) throws(ServerError) {
        guard caller.may(right) else {
            let message = "\(caller.name) does not have the right `\(right.rawValue)` that this needs."
            throw ServerError(.forbidden, "forbidden", message)
        }
    }

    /// Keeps a browser that is known by cookie or proxy from being sent here by another site. A token is sent by nobody unasked.
    /// - Throws: `ServerError` with status 403 or 415.
    func checkAction(_ request: Request, _ caller: Caller, _ context: ServerContext) throws(ServerError) {
        guard caller.way != .token else { return }
        try forms.checkOrigin(request, isProxied: isProxied(context))
        guard request.isOf("application/json") else {
            throw ServerError(.unsupportedMediaType, "media-type", "Send `Content-Type: application/json`.")
        }
    }

    func isProxied(_ context: ServerContext) -> Bool { gatekeeper.proxy?.trusts(context.remoteAddress) ?? false }
}
