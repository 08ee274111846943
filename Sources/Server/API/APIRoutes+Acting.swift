import Foundation
import Hummingbird
import Model

extension APIRoutes {
    var acting: [APIRoute] { [retry, suspend, resume, approve] }

    private var retry: APIRoute {
        action("retry", "Tries again now, also what is quarantined.", body: nil) { name, _, caller in
            try await refusing { () async throws(ControllerRefusal) in try await controller.retry(name, by: caller.name)
            }
            return "It is tried again now."
        }
    }

    private var suspend: APIRoute {
        let body = Schema.input([
            (name: "reason", schema: .string, isRequired: true), (name: "for", schema: .string, isRequired: false),
            (name: "until", schema: .time, isRequired: false),
        ])
        return action(
            "suspend", "Leaves it alone for a while: `for` is a duration such as 2h, `until` a time; one of them.",
            body: body
        ) { name, data, caller in
            let asked = try JSONText.decode(SuspensionRequest.self, data)
            let suspension = try asked.suspension(by: caller.name, now: now())
            try await refusing { () async throws(ControllerRefusal) in try await controller.suspend(name, suspension) }
            return "It is suspended until \(suspension.until.formatted(.iso8601))."
        }
    }

    private var resume: APIRoute {
        action("resume", "Ends a suspension.", body: nil) { name, _, caller in
            try await refusing { () async throws(ControllerRefusal) in
                try await controller.resume(name, by: caller.name)
            }
            return "Its suspension is over."
        }
    }

    private var approve: APIRoute {
        let body = Schema.input([(name: "digest", schema: .string, isRequired: true)])
        return action("approve", "Approves exactly the plan with this digest.", body: body) { name, data, caller in
            let digest = try JSONText.decode(ApprovalRequest.self, data).digest
            try await refusing { () async throws(ControllerRefusal) in
                try await controller.approve(name, digest: digest, by: caller.name)
            }
            return "The plan \(digest) is approved."
        }
    }

    private struct ApprovalRequest: Decodable {
        var digest: String
    }

    private func action(
        _ verb: String, _ summary: String, body: Schema?,
        _ perform: @escaping @Sendable (String, Data, Caller) async throws -> String
    ) -> APIRoute {
        APIRoute(
            method: .post, path: "/api/v1/environments/{name}/\(verb)", operation: "\(verb)Environment",
            summary: summary,
            right: .act, body: body, answer: "Action"
        ) { request, context, caller in
            let name = context.parameter("name")
            let message = try await perform(name, try await request.bytes(upTo: 64 << 10, of: context), caller)
            context.logger.notice(
                "action", metadata: ["environment": "\(name)", "verb": "\(verb)", "by": "\(caller.name)"])
            return try JSONText.response(ActionDocument(environment: name, message: message))
        }
    }

    private func refusing(_ body: () async throws(ControllerRefusal) -> Void) async throws(ServerError) {
        do { try await body() } catch { throw ServerError(error) }
    }
}
