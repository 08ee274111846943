import Foundation
import Model

/// GitHub's REST API (https://docs.github.com/en/rest), also of GitHub Enterprise.
///
/// The token needs, on this one repository: *Pull requests* read and write, *Commit statuses* read and write.
public struct GitHubClient: ForgeClient {
    public let name = "GitHub"
    /// The API's own word for more: "body is too long (maximum is 65536 characters)".
    public let commentLimit = 65_536

    private let api: String
    private let repository: String
    private let sender: ForgeSender

    /// - Parameters:
    ///   - api: such as `https://api.github.com` or `https://github.example.com/api/v3`.
    ///   - repository: `owner/name`.
    ///   - token: asked before each request, so that a renewed one counts at once.
    public init(
        api: String = "https://api.github.com", repository: String,
        token: @escaping @Sendable () async throws -> Secret, transport: ForgeTransport, clock: ForgeClock = .system
    ) {
        self.api = api.hasSuffix("/") ? String(api.dropLast()) : api
        self.repository = repository
        sender = ForgeSender(.bearer(token), transport: transport, clock: clock)
    }

    public func openPullRequests(into base: String) async throws(ForgeError) -> [PullRequest] {
        let base = base.addingPercentEncoding(withAllowedCharacters: .urlUnreserved) ?? base
        return try await pages(
            of: Pull.self, "pulls?state=open&base=\(base)&sort=created&direction=asc", "list the pull requests"
        ).map(\.value)
    }

    public func pullRequest(_ number: Int) async throws(ForgeError) -> PullRequest {
        let operation = "read pull request \(number)"
        return try await send("GET", "pulls/\(number)", operation).decoded(Pull.self, of: operation).value
    }

    public func putComment(_ text: String, marker: String, on number: Int) async throws(ForgeError) {
        let operation = "comment on pull request \(number)"
        try await CommentWriting.put(
            "\(marker)\n\(text)", marker: marker, clock: sender.clock,
            list: { () async throws(ForgeError) in
                try await pages(of: Comment.self, "issues/\(number)/comments?", operation)
                    .map { CommentWriting.Found(id: $0.id, text: $0.body ?? "") }
            },
            update: { (id, text) async throws(ForgeError) in
                _ = try await send("PATCH", "issues/comments/\(id)", operation, Body(body: text))
            },
            create: { (text) async throws(ForgeError) in
                _ = try await send(
                    "POST", "issues/\(number)/comments", operation, Body(body: text), isRepeatable: false)
            })
    }

    public func setStatus(_ status: CommitStatus, of commit: String) async throws(ForgeError) {
        _ = try await send(
            "POST", "statuses/\(commit)", "set the status \(status.context) of \(commit.prefix(7))",
            Status(
                state: status.state.rawValue, target_url: status.target, description: status.description,
                context: status.context))
    }
}

extension GitHubClient {
    private func send(
        _ method: String, _ path: String, _ operation: String, _ body: (any Encodable)? = nil, isRepeatable: Bool = true
    ) async throws(ForgeError) -> ForgeResponse {
        var request = ForgeRequest(
            method: method, url: "\(api)/repos/\(repository)/\(path)", operation: operation, isRepeatable: isRepeatable)
        request.headers = [
            ("Accept", "application/vnd.github+json"), ("X-GitHub-Api-Version", "2022-11-28"),
        ]
        try request.carry(body)
        return try await sender.send(request)
    }

    /// Every page: the answer's `Link` header says whether there is another.
    private func pages<Item: Decodable>(
        of type: Item.Type, _ path: String, _ operation: String
    ) async throws(ForgeError) -> [Item] {
        var items: [Item] = []
        for page in 1...Self.mostPages {
            let response = try await send("GET", "\(path)&per_page=100&page=\(page)", operation)
            items += try response.decoded([Item].self, of: operation)
            guard response.headers["link"]?.contains("rel=\"next\"") == true else { break }
        }
        return items
    }

    private static let mostPages = 100

    private struct Pull: Decodable {
        struct Side: Decodable {
            struct Repository: Decodable { var full_name: String }
            var ref: String
            var sha: String
            /// null when the fork was deleted.
            var repo: Repository?
        }
        var number: Int
        var state: String
        var head: Side
        var base: Side

        var value: PullRequest {
            PullRequest(
                number: number, head: head.sha, base: base.ref, isOpen: state == "open",
                isFromFork: head.repo == nil || head.repo?.full_name != base.repo?.full_name)
        }
    }

    private struct Comment: Decodable {
        var id: Int
        var body: String?
    }

    private struct Body: Encodable { var body: String }

    private struct Status: Encodable {
        var state: String
        var target_url: String?
        var description: String
        var context: String
    }
}
