import Model

/// The secrets by which callers show who they are. They are asked for at every request, so that new ones are in force at
/// once.
public struct ServerSecrets: Sendable {
    public var tokens: [AccessToken]
    public var webhooks: [WebhookSender: Secret]

    public init(tokens: [AccessToken] = [], webhooks: [WebhookSender: Secret] = [:]) {
        self.tokens = tokens
        self.webhooks = webhooks
    }
}
