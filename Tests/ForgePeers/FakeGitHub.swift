import Foundation
import Synchronization

/// As much of GitHub's REST API as Plumbline uses, with GitHub's own refusals
/// (https://docs.github.com/en/rest/issues/comments, …/commits/statuses, …/pulls/pulls).
final class FakeGitHub: Sendable {
    struct Pull: Sendable {
        var number: Int
        var head: String
        var base = "main"
        var isOpen = true
        var repository: String? = "acme/config"
    }

    struct Comment: Sendable, Equatable {
        var id: Int
        var issue: Int
        var body: String
        /// The token may change it.
        var isOurs = true
    }

    struct State: Sendable {
        var token = "good"
        var pulls: [Pull] = []
        var comments: [Comment] = []
        var statuses: [(commit: String, context: String, state: String, description: String, target: String?)] = []
        /// Answers that come before the true ones; with `isDone` after the effect has happened.
        var misfortunes: [(line: String, isDone: Bool, reply: WirePeer.Reply)] = []
        var nextID = 50_000
    }

    let state = Mutex(State())

    func answer(_ call: WirePeer.Call) -> WirePeer.Reply {
        let misfortune = state.withLock { state -> (isDone: Bool, reply: WirePeer.Reply)? in
            guard let index = state.misfortunes.firstIndex(where: { call.line.contains($0.line) }) else { return nil }
            let found = state.misfortunes.remove(at: index)
            return (found.isDone, found.reply)
        }
        if let misfortune, !misfortune.isDone { return misfortune.reply }
        let reply = state.withLock { Self.answer(call, &$0) }
        return misfortune?.reply ?? reply
    }

    private static func answer(_ call: WirePeer.Call, _ state: inout State) -> WirePeer.Reply {
        guard call.headers["user-agent"] != nil else { return .json(["message": "User-Agent required"], status: 403) }
        guard call.headers["authorization"] == "Bearer \(state.token)" else {
            return .json(["message": "Bad credentials"], status: 401)
        }
        let parts = call.path.split(separator: "/").map(String.init)
        guard parts.count > 3, parts[0...2] == ["repos", "acme", "config"] else { return missing }
        switch (call.method, parts[3], parts.count) {
        case ("GET", "pulls", 4):
            return page(call, state.pulls.filter { $0.isOpen && $0.base == call.query["base"] }.map(json))
        case ("GET", "pulls", 5):
            return state.pulls.first { String($0.number) == parts[4] }.map { .json(json($0)) } ?? missing
        case ("GET", "issues", 6):
            return page(call, state.comments.filter { String($0.issue) == parts[4] }.map(json))
        case ("POST", "issues", 6): return comment(call, Int(parts[4]) ?? 0, &state)
        case ("PATCH", "issues", 6): return change(call, parts[5], &state)
        case ("POST", "statuses", 5): return status(call, parts[4], &state)
        default: return missing
        }
    }

    private static let missing = WirePeer.Reply.json(["message": "Not Found"], status: 404)

    private static func json(_ pull: Pull) -> [String: Any] {
        [
            "number": pull.number, "state": pull.isOpen ? "open" : "closed",
            "head": [
                "ref": "side", "sha": pull.head, "repo": pull.repository.map { ["full_name": $0] } ?? NSNull() as Any,
            ],
            "base": ["ref": pull.base, "sha": "0", "repo": ["full_name": "acme/config"]],
        ]
    }

    private static func json(_ comment: Comment) -> [String: Any] { ["id": comment.id, "body": comment.body] }

    private static func page(_ call: WirePeer.Call, _ items: [[String: Any]]) -> WirePeer.Reply {
        let size = min(100, Int(call.query["per_page"] ?? "") ?? 30)
        let page = Int(call.query["page"] ?? "") ?? 1
        let rest = items.dropFirst(size * (page - 1))
        let link = "<https://api.github.com/next?page=\(page + 1)>; rel=\"next\""
        return .json(Array(rest.prefix(size)), headers: rest.count > size ? ["Link": link] : [:])
    }

    private static func text(_ call: WirePeer.Call) -> String? {
        guard let body = call.json["body"] as? String, !body.isEmpty, body.unicodeScalars.count <= 65_536 else {
            return nil
        }
        return body
    }

    private static let tooLong = WirePeer.Reply.json(
        ["message": "Validation Failed: body is too long (maximum is 65536 characters)"], status: 422)

    private static func comment(_ call: WirePeer.Call, _ issue: Int, _ state: inout State) -> WirePeer.Reply {
        guard let body = text(call) else { return tooLong }
        state.nextID += 1
        let comment = Comment(id: state.nextID, issue: issue, body: body)
        state.comments.append(comment)
        return .json(json(comment), status: 201)
    }

    private static func change(_ call: WirePeer.Call, _ id: String, _ state: inout State) -> WirePeer.Reply {
        guard let body = text(call) else { return tooLong }
        guard let index = state.comments.firstIndex(where: { String($0.id) == id }) else { return missing }
        guard state.comments[index].isOurs else {
            return .json(["message": "Resource not accessible by personal access token"], status: 403)
        }
        state.comments[index].body = body
        return .json(json(state.comments[index]))
    }

    private static func status(_ call: WirePeer.Call, _ commit: String, _ state: inout State) -> WirePeer.Reply {
        let told = call.json
        guard let word = told["state"] as? String, ["error", "failure", "pending", "success"].contains(word),
            let description = told["description"] as? String, description.count <= 140,
            let context = told["context"] as? String
        else { return .json(["message": "Validation Failed"], status: 422) }
        state.statuses.append((commit, context, word, description, told["target_url"] as? String))
        return .json(["state": word], status: 201)
    }
}
