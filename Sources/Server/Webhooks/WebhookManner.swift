import Foundation
import Hummingbird
import Model

/// How one sender signs its deliveries and what it says in them.
protocol WebhookManner: Sendable {
    /// Whether this delivery was sent by somebody who knows the secret. Constant time.
    func isGenuine(_ delivery: WebhookDelivery, secret: Secret) -> Bool

    /// What makes this delivery itself and no other. It is made only of what is signed, so that a copy cannot pass for new.
    func identity(_ delivery: WebhookDelivery) -> String

    /// When it was signed, for senders that say so under their signature; nil for the others.
    func signed(_ delivery: WebhookDelivery) -> Date?

    /// What it tells.
    /// - Throws: `ServerError` with status 400 when it makes no sense.
    func event(_ delivery: WebhookDelivery) throws(ServerError) -> WebhookEvent
}

extension WebhookManner {
    func identity(_ delivery: WebhookDelivery) -> String { delivery.bodyDigest }
    func signed(_ delivery: WebhookDelivery) -> Date? { nil }
}

/// What a webhook tells.
enum WebhookEvent: Sendable, Hashable {
    /// `ref` as git spells it, such as `refs/heads/main`; nil when the sender did not say.
    case push(ref: String?, commit: String?)
    /// `repository` is `owner/name`.
    case pullRequest(PullRequestNotice, repository: String?)
    /// It only asks whether somebody is here.
    case ping
    /// Something that does not concern Plumbline.
    case other
}
