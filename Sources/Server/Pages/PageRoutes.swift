import Foundation
import Hummingbird
import Model

/// The pages for people.
struct PageRoutes: Sendable {
    let controller: any ControllerInterface
    let doors: Doors
    let library: PageLibrary
    let links: CommitLinks
    let publicURL: String?
    let now: @Sendable () -> Date

    func add(to router: some RouterMethods<ServerContext>) {
        for asset in Assets.all { router.get(RouterPath(asset.path)) { _, _ in asset.response } }
        router.get("/") { request, context in try await overview(request, context) }
        router.get("/history") { request, context in try await history(nil, request, context) }
        router.get("/environments/{name}") { request, context in try await environment(request, context) }
        router.get("/environments/{name}/plan") { request, context in try await plan(request, context) }
        router.get("/environments/{name}/history") { request, context in
            try await history(await state(context).name, request, context)
        }
        addSessions(to: router)
        addActions(to: router)
    }

    private func overview(_ request: Request, _ context: ServerContext) async throws -> Response {
        let caller = try doors.open(request, context, for: .read)
        let view = OverviewView(await controller.overview(), links: links, now: now())
        return page("overview", "Environments", view, caller, request, context, refresh: view.isBusy ? 5 : 60)
    }

    private func environment(_ request: Request, _ context: ServerContext) async throws -> Response {
        let caller = try doors.open(request, context, for: .read)
        let view = EnvironmentView(try await state(context), links: links, now: now())
        return page("environment", view.name, view, caller, request, context, refresh: view.isBusy ? 5 : 60)
    }

    private func plan(_ request: Request, _ context: ServerContext) async throws -> Response {
        let caller = try doors.open(request, context, for: .read)
        let view = EnvironmentView(try await state(context), links: links, now: now())
        return page("plan", "Plan of \(view.name)", view, caller, request, context, refresh: view.isBusy ? 5 : 60)
    }

    private func history(
        _ environment: @autoclosure () async throws -> String?, _ request: Request, _ context: ServerContext
    ) async throws -> Response {
        let caller = try doors.open(request, context, for: .read)
        let environment = try await environment()
        let entries = try await controller.toldHistory(of: environment, limit: 200, logger: context.logger)
        let view = HistoryView(entries, environment: environment, links: links, now: now())
        return page("history", view.heading, view, caller, request, context, refresh: 60)
    }

    private func state(_ context: ServerContext) async throws(ServerError) -> EnvironmentState {
        let name = context.parameter("name")
        guard let state = await controller.environment(name) else { throw .unknown(environment: name) }
        return state
    }

    private func page<Content: Sendable>(
        _ template: String, _ title: String, _ content: Content, _ caller: Caller, _ request: Request,
        _ context: ServerContext, refresh: Int
    ) -> Response {
        var frame = PageFrame(title: title, page: content)
        frame.person = caller.name
        frame.isKnown = true
        frame.isOverview = template == "overview"
        frame.isHistory = template == "history"
        frame.canAct = caller.may(.act) && caller.way != .token
        if case .session = caller.way { frame.canLeave = true }
        frame.refresh = refresh
        frame.isLive = true
        let form = doors.forms.token(for: caller, request)
        frame.formToken = form.text
        if let verb = request.uri.queryParameters["done"].flatMap({ Verb(rawValue: String($0)) }) {
            frame.notice = verb.done
            frame.hasNotice = true
        }
        var response = library.response(template, frame)
        if let value = form.cookie {
            response.setCookie(cookie(FormGuard.cookie, value, length: PageSession.length, request, context))
        }
        return response
    }

    func cookie(
        _ name: String, _ value: String, length: TimeInterval, _ request: Request, _ context: ServerContext
    ) -> Cookie {
        let forwarded = doors.isProxied(context) ? request.headers.text("x-forwarded-proto") : nil
        let isSecure = forwarded.map { $0 == "https" } ?? publicURL?.hasPrefix("https://") ?? false
        return Cookie(
            name: name, value: value, maxAge: Int(length), path: "/", secure: isSecure, httpOnly: true,
            sameSite: .strict)
    }
}
