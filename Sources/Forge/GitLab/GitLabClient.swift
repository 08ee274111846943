import Foundation
import Model

/// GitLab's REST API (https://docs.gitlab.com/api/rest/).
///
/// The token needs the scope `api` and the role Developer, as merge request notes and commit statuses ask.
public struct GitLabClient: ForgeClient {
    public let name = "GitLab"
    /// https://docs.gitlab.com/administration/instance_limits/#size-of-comments-and-descriptions-of-issues-merge-requests-and-epics
    public let commentLimit = 1_000_000

    private let api: String
    private let project: String
    private let sender: ForgeSender

    /// - Parameters:
    ///   - api: such as `https://gitlab.com/api/v4`.
    ///   - project: its path, `group/name`.
    ///   - token: asked before each request, so that a renewed one counts at once.
    public init(
        api: String = "https://gitlab.com/api/v4", project: String,
        token: @escaping @Sendable () async throws -> Secret, transport: ForgeTransport, clock: ForgeClock = .system
    ) {
        self.api = api.hasSuffix("/") ? String(api.dropLast()) : api
        self.project = project.addingPercentEncoding(withAllowedCharacters: .urlUnreserved) ?? project
        sender = ForgeSender(.bearer(token), transport: transport, clock: clock)
    }

    public func openPullRequests(into base: String) async throws(ForgeError) -> [PullRequest] {
        let base = base.addingPercentEncoding(withAllowedCharacters: .urlUnreserved) ?? base
        return try await pages(
            of: MergeRequest.self, "merge_requests?state=opened&target_branch=\(base)&order_by=created_at&sort=asc",
            "list the merge requests"
        ).map(\.value)
    }

    public func pullRequest(_ number: Int) async throws(ForgeError) -> PullRequest {
        let operation = "read merge request \(number)"
        return try await send("GET", "merge_requests/\(number)", operation)
            .decoded(MergeRequest.self, of: operation).value
    }

    public func putComment(_ text: String, marker: String, on number: Int) async throws(ForgeError) {
        let operation = "comment on merge request \(number)"
        let notes = "merge_requests/\(number)/notes"
        try await CommentWriting.put(
            "\(marker)\n\(text)", marker: marker, clock: sender.clock,
            list: { () async throws(ForgeError) in
                try await pages(of: Note.self, "\(notes)?order_by=created_at&sort=asc", operation)
                    .filter { $0.system != true }.map { CommentWriting.Found(id: $0.id, text: $0.body) }
            },
            update: { (id, text) async throws(ForgeError) in
                _ = try await send("PUT", "\(notes)/\(id)", operation, Body(body: text))
            },
            create: { (text) async throws(ForgeError) in
                _ = try await send("POST", notes, operation, Body(body: text), isRepeatable: false)
            })
    }

    public func setStatus(_ status: CommitStatus, of commit: String) async throws(ForgeError) {
        let state =
            switch status.state {
            case .pending: "pending"
            case .success: "success"
            case .failure, .error: "failed"
            }
        do throws(ForgeError) {
            _ = try await send(
                "POST", "statuses/\(commit)", "set the status \(status.context) of \(commit.prefix(7))",
                Status(
                    state: state, name: status.context, target_url: status.target, description: status.description))
        } catch  where error.status == 400 && error.message.contains("Cannot transition status") {
            // It is in that state already: GitLab takes no second word of the same state.
        }
    }
}

extension GitLabClient {
    private func send(
        _ method: String, _ path: String, _ operation: String, _ body: (any Encodable)? = nil, isRepeatable: Bool = true
    ) async throws(ForgeError) -> ForgeResponse {
        var request = ForgeRequest(
            method: method, url: "\(api)/projects/\(project)/\(path)", operation: operation, isRepeatable: isRepeatable)
        try request.carry(body)
        return try await sender.send(request)
    }

    /// Every page: the header `x-next-page` names the next, and is empty at the last.
    private func pages<Item: Decodable>(
        of type: Item.Type, _ path: String, _ operation: String
    ) async throws(ForgeError) -> [Item] {
        var items: [Item] = []
        var page = "1"
        for _ in 1...Self.mostPages {
            let response = try await send("GET", "\(path)&per_page=100&page=\(page)", operation)
            items += try response.decoded([Item].self, of: operation)
            guard let next = response.headers["x-next-page"], Int(next) != nil else { break }
            page = next
        }
        return items
    }

    private static let mostPages = 100

    private struct MergeRequest: Decodable {
        var iid: Int
        var state: String
        /// null while GitLab still prepares it.
        var sha: String?
        var target_branch: String
        var source_project_id: Int?
        var target_project_id: Int?

        var value: PullRequest {
            PullRequest(
                number: iid, head: sha ?? "", base: target_branch, isOpen: state == "opened",
                isFromFork: source_project_id == nil || source_project_id != target_project_id)
        }
    }

    private struct Note: Decodable {
        var id: Int
        var body: String
        var system: Bool?
    }

    private struct Body: Encodable { var body: String }

    private struct Status: Encodable {
        var state: String
        var name: String
        var target_url: String?
        var description: String
    }
}
