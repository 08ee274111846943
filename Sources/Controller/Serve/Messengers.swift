import Engine
import Forge
import Logging
import Manifests
import Model
import Server
import ServiceLifecycle

/// Tells chats and the forge what happens: everything that goes out and must not hold up the loop.
struct Messengers: Service {
    private let loop: ControlLoop
    private let notifier: Notifier
    private let board: CommitStatusBoard?
    private let preview: PullRequestPreview?
    private let transports: [ForgeTransport]
    private let page: @Sendable (String?) -> String?

    /// - Throws: when the forge's address does not follow from the repository's and is not given.
    init(
        _ configuration: ServeConfiguration, _ store: SecretStore, loop: ControlLoop, metrics: MetricsRegistry,
        logger: Logger
    ) throws(RunError) {
        self.loop = loop
        let transport = ForgeTransport()
        // An authority of the forge's own is none for chats.
        let ownTransport = configuration.forge?.caFile.map { ForgeTransport(caFile: $0) }
        transports = [transport] + [ownTransport].compactMap { $0 }
        let url = configuration.server.url.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        let page: @Sendable (String?) -> String? = { name in
            url.map { $0 + (name.map { "/environments/\($0)" } ?? "/") }
        }
        self.page = page
        let kinds = Dictionary(configuration.notifications.map { ($0.name, $0.kind.rawValue) }) { first, _ in first }
        notifier = Notifier(
            configuration.notifications.map { $0.channel(store) }, transport: transport, page: page,
            onOutcome: { name, outcome in
                metrics.add(
                    .notifications, 1, ["channel": name, "kind": kinds[name] ?? "", "outcome": outcome.rawValue])
            },
            onTrouble: { name, error in logger.warning("\(name) was not told: \(error.message)") })
        guard let forge = configuration.forge else {
            (board, preview) = (nil, nil)
            return
        }
        let client = try forge.client(configuration.repository.url, store, ownTransport ?? transport)
        board = CommitStatusBoard(client) { logger.warning("\(client.name) was not told: \($0.message)") }
        preview = PullRequestPreview(
            client, base: configuration.repository.ref, page: page(nil), plansForks: forge.plansForks,
            mayTell: { await loop.isForge },
            onTrouble: { logger.warning("\(client.name) does not answer: \($0.message)") },
            plan: { await loop.plan($0) })
    }

    /// Tells until the loop has ended and everything is told.
    func run() async throws {
        let events = await loop.events()
        if let preview { await loop.hand(preview) }
        let stop = StopSignal()
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                group.addTask { await notifier.run() }
                if let board { group.addTask { await board.run() } }
                if let preview { group.addTask { await preview.run() } }
                for await event in events {
                    if event.isForChats { notifier.received(event) }
                    guard let board else { continue }
                    for state in await concerned(by: event) { board.show(state, page: page(state.name)) }
                }
                end()
            }
            // The loop has ended, and with it the events; the group counts on its services until it stops them.
            await stop.wait()
        } onGracefulShutdown: {
            stop.request()
            end()
        }
        for transport in transports { await transport.shutdown() }
        // The loop ends first, and a service that ends before it is asked to counts as one that failed.
        try? await gracefulShutdown()
    }

    /// The environments whose statuses may say something else since. A commit has a word from every one of them, also from
    /// those that it does not concern.
    private func concerned(by event: ControllerEvent) async -> [EnvironmentState] {
        if let name = event.environment { return [await loop.environment(name)].compactMap { $0 } }
        return event.revision == nil ? [] : await loop.overview().environments
    }

    private func end() {
        notifier.finish()
        board?.finish()
        preview?.finish()
    }
}

extension NotificationTarget {
    func channel(_ store: SecretStore) -> NotificationChannel {
        let url = self.url
        var signing: (@Sendable () async throws -> Model.Secret)?
        if let secret { signing = { try store.secret(secret) } }
        return NotificationChannel(
            name: name, kind: kind == .slack ? .slack : .generic(secret: signing), url: { try store.secret(url) },
            environments: environments, severity: ControllerEvent.Severity(rawValue: severity.rawValue) ?? .warning)
    }
}

extension ForgeOptions {
    func client(
        _ repository: String, _ store: SecretStore, _ transport: ForgeTransport
    ) throws(RunError) -> any ForgeClient {
        guard let forge = ForgeAddress.Kind(rawValue: kind.rawValue),
            let address = ForgeAddress(forge, repository: repository, api: url, project: project)
        else {
            throw RunError(
                .usage,
                "the address of \(kind.rawValue)'s API does not follow from \(repository): set forge.url and "
                    + "forge.project")
        }
        let reference = token
        switch forge {
        case .github:
            return GitHubClient(
                api: address.api, repository: address.project, token: { try store.secret(reference) },
                transport: transport)
        case .gitlab:
            return GitLabClient(
                api: address.api, project: address.project, token: { try store.secret(reference) }, transport: transport
            )
        }
    }
}
