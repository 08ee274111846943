import Foundation
import Logging
import Manifests
import Model
import Server

extension ServeConfiguration {
    /// What the server has to know.
    var serverSettings: ServerSettings {
        var settings = ServerSettings()
        settings.host = server.listen.host
        settings.port = server.listen.port
        settings.publicURL = server.url
        settings.repository = repository.url
        settings.statusRepository = status.repository?.url
        settings.ref = repository.ref
        settings.statusBranch = status.branch
        settings.project = forge?.project
        settings.forge = forge.flatMap { ForgeKind(rawValue: $0.kind.rawValue) }
        settings.trustedProxy = server.trustedProxy.map { proxy in
            Server.TrustedProxy(
                header: proxy.header, addresses: proxy.from.compactMap { AddressRange($0) },
                rights: Set(proxy.rights.compactMap { Right(rawValue: $0.rawValue) }))
        }
        settings.connectionLimit = server.connections
        settings.webhookBodyLimit = webhooks.bodyLimit
        settings.webhookBodyTimeout = webhooks.bodyTimeout
        settings.replayWindow = webhooks.replayWindow.seconds
        return settings
    }

    /// The secrets by which callers show who they are, as they are now; what cannot be read lets nobody in.
    func serverSecrets(_ store: SecretStore) -> ServerSecrets {
        var secrets = ServerSecrets()
        for setting in server.tokens {
            guard let token = try? store.secret(setting.token) else { continue }
            secrets.tokens.append(
                Server.AccessToken(
                    name: setting.name, token: token,
                    rights: Set(setting.rights.compactMap { Right(rawValue: $0.rawValue) })))
        }
        let senders: [(WebhookSender, SecretSource?)] = [
            (.github, webhooks.github?.secret), (.gitlab, webhooks.gitlab?.token), (.gitea, webhooks.gitea?.secret),
            (.generic, webhooks.generic?.secret),
        ]
        for (sender, reference) in senders {
            secrets.webhooks[sender] = reference.flatMap { try? store.secret($0) }
        }
        return secrets
    }
}
