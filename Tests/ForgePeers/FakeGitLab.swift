import Foundation
import Synchronization

/// As much of GitLab's REST API as Plumbline uses, with GitLab's own refusals
/// (https://docs.gitlab.com/api/notes/, …/api/commits/, …/api/merge_requests/).
final class FakeGitLab: Sendable {
    struct State: Sendable {
        var heads: [Int: String] = [:]
        var notes: [(id: Int, request: Int, body: String, isSystem: Bool)] = []
        /// The newest state of each commit and name, and all in their order.
        var states: [String: String] = [:]
        var statuses: [String] = []
    }

    let state = Mutex(State())

    func answer(_ call: WirePeer.Call) -> WirePeer.Reply { state.withLock { Self.answer(call, &$0) } }

    private static func answer(_ call: WirePeer.Call, _ state: inout State) -> WirePeer.Reply {
        guard call.headers["authorization"] == "Bearer good" else {
            return .json(["message": "401 Unauthorized"], status: 401)
        }
        let parts = call.path.split(separator: "/").map(String.init)
        guard parts.count > 3, parts[0...1] == ["projects", "acme%2Fteam%2Fconfig"] else {
            return .json(["message": "404 Project Not Found"], status: 404)
        }
        switch (call.method, parts[2], parts.count) {
        case ("GET", "merge_requests", 3):
            return page(call, state.heads.sorted { $0.key < $1.key }.map { request($0.key, $0.value) })
        case ("GET", "merge_requests", 4):
            return state.heads[Int(parts[3]) ?? 0].map { .json(request(Int(parts[3]) ?? 0, $0)) }
                ?? .json(["message": "404 Not found"], status: 404)
        case ("GET", "merge_requests", 5):
            let notes = state.notes.filter { String($0.request) == parts[3] }
            return page(call, notes.map { ["id": $0.id, "body": $0.body, "system": $0.isSystem] })
        case ("POST", "merge_requests", 5):
            let id = 500 + state.notes.count
            state.notes.append((id, Int(parts[3]) ?? 0, call.json["body"] as? String ?? "", false))
            return .json(["id": id], status: 201)
        case ("PUT", "merge_requests", 6):
            guard let index = state.notes.firstIndex(where: { String($0.id) == parts[5] }) else {
                return .json(["message": "404 Not found"], status: 404)
            }
            state.notes[index].body = call.json["body"] as? String ?? ""
            return .json(["id": state.notes[index].id])
        case ("POST", "statuses", 4): return status(call, parts[3], &state)
        default: return .json(["error": "404 Not Found"], status: 404)
        }
    }

    static func request(_ number: Int, _ head: String) -> [String: Any] {
        [
            "iid": number, "state": "opened", "sha": head, "target_branch": "main", "source_project_id": 1,
            "target_project_id": 1,
        ]
    }

    private static func page(_ call: WirePeer.Call, _ items: [[String: Any]]) -> WirePeer.Reply {
        let size = min(100, Int(call.query["per_page"] ?? "") ?? 20)
        let page = Int(call.query["page"] ?? "") ?? 1
        let rest = items.dropFirst(size * (page - 1))
        return .json(Array(rest.prefix(size)), headers: ["x-next-page": rest.count > size ? String(page + 1) : ""])
    }

    private static func status(_ call: WirePeer.Call, _ commit: String, _ state: inout State) -> WirePeer.Reply {
        guard let word = call.json["state"] as? String, let name = call.json["name"] as? String,
            ["pending", "running", "success", "failed", "canceled"].contains(word)
        else { return .json(["error": "state does not have a valid value"], status: 400) }
        guard state.states["\(commit) \(name)"] != word else {
            return .json(
                ["message": ["state": ["Cannot transition status via :enqueue from :\(word)"]]], status: 400)
        }
        state.states["\(commit) \(name)"] = word
        state.statuses.append("\(commit) \(name) \(word): \(call.json["description"] as? String ?? "")")
        return .json(["status": word], status: 201)
    }
}
