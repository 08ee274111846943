import Foundation
import Hummingbird
import Model

/// `POST /webhooks/{sender}`: takes a delivery in, answers 202 at once and leaves the work to the controller's queue.
struct WebhookRoutes: Sendable {
    /// What became of a delivery; the label of the metric.
    enum Result: String, Sendable, CaseIterable {
        case accepted
        /// It concerns another branch, repository or matter.
        case ignored
        /// It came before.
        case duplicate
        /// The signature is wrong or missing.
        case unauthorized
        /// The signature is right, and too old.
        case stale
        case malformed
        case tooLarge = "too-large"
        /// The body did not arrive in time.
        case tooSlow = "too-slow"
        /// No secret is configured for this sender.
        case off
    }

    let settings: ServerSettings
    let secrets: @Sendable () -> ServerSecrets
    let controller: any ControllerInterface
    let metrics: MetricsRegistry
    let now: @Sendable () -> Date
    let window: ReplayWindow

    func add(to router: some RouterMethods<ServerContext>) {
        for sender in WebhookSender.allCases {
            router.post("/webhooks/\(sender.rawValue)") { request, context in
                try await take(request, from: sender, context)
            }
        }
    }

    private func take(_ request: Request, from sender: WebhookSender, _ context: ServerContext) async throws -> Response
    {
        func count(_ result: Result) {
            metrics.add(.webhooks, 1, ["sender": sender.rawValue, "result": result.rawValue])
        }
        do {
            let result = try await judge(request, from: sender, context)
            count(result)
            return try JSONText.response(WebhookDocument(result: result.rawValue), status: .accepted)
        } catch let refusal as Refusal {
            count(refusal.result)
            // No more than this: the rest of what was sent is not to be believed.
            context.logger.notice(
                "webhook refused",
                metadata: [
                    "sender": "\(sender.rawValue)", "result": "\(refusal.result.rawValue)",
                    "from": "\(context.remoteAddress ?? "?")",
                ])
            throw refusal.error
        }
    }

    private struct Refusal: Error {
        var result: Result
        var error: ServerError
    }

    private func judge(
        _ request: Request, from sender: WebhookSender, _ context: ServerContext
    ) async throws -> Result {
        guard let secret = secrets().webhooks[sender], !secret.reveal().isEmpty else {
            let message = "No secret is configured for webhooks of this sender."
            throw Refusal(result: .off, error: ServerError(.notFound, "off", message))
        }
        let manner = sender.manner
        let delivery = try await delivery(request, context)
        guard manner.isGenuine(delivery, secret: secret) else {
            let message = "The signature is missing or wrong. Check that both sides have the same secret."
            throw Refusal(result: .unauthorized, error: ServerError(.unauthorized, "unauthorized", message))
        }
        let now = now()
        if let signed = manner.signed(delivery), abs(now.timeIntervalSince(signed)) > settings.replayWindow {
            let message = "The timestamp is too far from now. Check both clocks; an old delivery has to be signed anew."
            throw Refusal(result: .stale, error: ServerError(.unauthorized, "stale", message))
        }
        let event: WebhookEvent
        do {
            event = try manner.event(delivery)
        } catch {
            throw Refusal(result: .malformed, error: error)
        }
        guard window.admit("\(sender.rawValue) \(manner.identity(delivery))", now: now) else { return .duplicate }
        guard let notice = notice(event) else { return event == .ping ? .accepted : .ignored }
        controller.received(notice)
        return .accepted
    }

    private func delivery(_ request: Request, _ context: ServerContext) async throws -> WebhookDelivery {
        do {
            let body = try await request.bytes(
                upTo: settings.webhookBodyLimit, within: settings.webhookBodyTimeout, of: context)
            let isForm = request.isOf("application/x-www-form-urlencoded")
            return WebhookDelivery(headers: request.headers, body: body, isForm: isForm)
        } catch let error as ServerError {
            throw Refusal(result: error.status == .requestTimeout ? .tooSlow : .tooLarge, error: error)
        }
    }

    /// What the controller is told; nil when it is not to be woken.
    ///
    /// A push is not asked which repository it was for: a wake for nothing costs one listing of refs, and a
    /// repository has more names than one can compare. A pull request has to name this repository, since its number would
    /// mean another one here.
    private func notice(_ event: WebhookEvent) -> PushNotice? {
        switch event {
        case .ping, .other: return nil
        case .push(nil, let commit): return PushNotice(commit: commit)
        case .push(let ref?, let commit):
            let name = Self.shortName(ref)
            guard name != settings.statusBranch, ref != settings.statusBranch else { return nil }
            guard name == Self.shortName(settings.ref) || settings.ref == "HEAD" else { return nil }
            return PushNotice(branch: name, commit: commit)
        case .pullRequest(let request, let repository):
            guard request.base == Self.shortName(settings.ref), Self.commit(request.head) != nil else { return nil }
            guard let repository, isOurs(repository) else { return nil }
            return PushNotice(pullRequest: request)
        }
    }

    /// Whether the config repository is what the forge calls so.
    private func isOurs(_ name: String) -> Bool {
        if let project = settings.project { return project.lowercased() == name.lowercased() }
        return RepositoryAddress(settings.repository)?.isNamed(name) == true
    }

    private static func shortName(_ ref: String) -> String {
        for prefix in ["refs/heads/", "refs/tags/"] where ref.hasPrefix(prefix) {
            return String(ref.dropFirst(prefix.count))
        }
        return ref
    }

    /// A commit's id, if it is one and not the zeros that stand for none.
    static func commit(_ text: String) -> String? {
        let isID =
            [40, 64].contains(text.utf8.count) && text.utf8.allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
        return isID && text.contains { $0 != "0" } ? text : nil
    }
}
