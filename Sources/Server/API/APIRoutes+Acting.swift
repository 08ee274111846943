import Foundation
import Hummingbird
import Model

extension APIRoutes {
    var acting: [APIRoute] { [retry, suspend, resume, approve] }

    private var retry: APIRoute {
        action(
            "retry", "Tries again now, also what is quarantined; the replica that holds it does, whichever was asked.",
            status: .accepted, body: nil
        ) { name, _, caller in
            let holder = try await refusing { () async throws(ControllerRefusal) -> String? in
                try await controller.retry(name, by: caller.name)
            }
            let who = holder ?? "the replica that takes it over"
            return ActionDocument(environment: name, message: "\(who) tries it again.", holder: holder)
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
            return ActionDocument(
                environment: name, message: "It is suspended until \(suspension.until.formatted(.iso8601)).")
        }
    }

    private var resume: APIRoute {
        action("resume", "Ends a suspension.", body: nil) { name, _, caller in
            try await refusing { () async throws(ControllerRefusal) in
                try await controller.resume(name, by: caller.name)
            }
            return ActionDocument(environment: name, message: "Its suspension is over.")
        }
    }

    private var approve: APIRoute {
        let body = Schema.input([(name: "digest", schema: .string, isRequired: true)])
        return action("approve", "Approves exactly the plan with this digest.", body: body) { name, data, caller in
            let digest = try JSONText.decode(ApprovalRequest.self, data).digest
            try await refusing { () async throws(ControllerRefusal) in
                try await controller.approve(name, digest: digest, by: caller.name)
            }
            return ActionDocument(environment: name, message: "The plan \(digest) is approved.")
        }
    }

    private struct ApprovalRequest: Decodable {
        var digest: String
    }

    private func action(
        _ verb: String, _ summary: String, status: HTTPResponse.Status = .ok, body: Schema?,
        _ perform: @escaping @Sendable (String, Data, Caller) async throws -> ActionDocument
    ) -> APIRoute {
        APIRoute(
            method: .post, path: "/api/v1/environments/{name}/\(verb)", operation: "\(verb)Environment",
            summary: summary,
            right: .act, body: body, answer: "Action", status: status
        ) { request, context, caller in
            let name = context.parameter("name")
            let done = try await perform(name, try await request.bytes(upTo: 64 << 10, of: context), caller)
            context.logger.notice(
                "action", metadata: ["environment": "\(name)", "verb": "\(verb)", "by": "\(caller.name)"])
            return try JSONText.response(done, status: status)
        }
    }

    private func refusing<Answer>(
        _ body: () async throws(ControllerRefusal) -> Answer
    ) async throws(ServerError) -> Answer {
        do { return try await body() } catch { throw ServerError(error) }
    }
}
