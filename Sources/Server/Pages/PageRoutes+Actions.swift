import Foundation
import Hummingbird
import Model

extension PageRoutes {
    func addActions(to router: some RouterMethods<ServerContext>) {
        for verb in Verb.allCases {
            router.post(RouterPath("/environments/{name}/\(verb.rawValue)")) { request, context in
                try await act(verb, request, context)
            }
        }
    }

    /// Checks where the form came from before it looks at anything in it.
    private func act(_ verb: Verb, _ request: Request, _ context: ServerContext) async throws -> Response {
        let caller = try doors.open(request, context, for: .read)
        let form = try await request.form(context)
        try doors.forms.check(form, of: caller, request, isProxied: doors.isProxied(context))
        try Doors.require(.act, of: caller)
        let name = context.parameter("name")
        do {
            try await perform(verb, name, form, by: caller.name)
        } catch let refusal as ControllerRefusal {
            throw ServerError(refusal)
        }
        context.logger.notice(
            "action", metadata: ["environment": "\(name)", "verb": "\(verb.rawValue)", "by": "\(caller.name)"])
        return .redirect(to: "/environments/\(FormText.encoded(name))?done=\(verb.rawValue)")
    }

    private func perform(_ verb: Verb, _ name: String, _ form: [String: String], by person: String) async throws {
        switch verb {
        case .retry: _ = try await controller.retry(name, by: person)
        case .resume: try await controller.resume(name, by: person)
        case .approve: try await controller.approve(name, digest: form["digest"] ?? "", by: person)
        case .suspend:
            let asked = SuspensionRequest(reason: form["reason"] ?? "", for: form["for"] ?? "", until: nil)
            try await controller.suspend(name, asked.suspension(by: person, now: now()))
        }
    }
}
