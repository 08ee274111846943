import Foundation
import Hummingbird
import Logging
import Model
import ServiceLifecycle

/// Webhooks, the JSON API, metrics and pages, over HTTP/1.1.
///
/// It ends when it is asked to by its service group: no new connection is taken, requests that run are answered, and streams of
/// events end.
public struct ServerService: Service {
    private let settings: ServerSettings
    private let logger: Logger
    private let onListening: @Sendable (Int) async -> Void
    private let responder: RouterResponder<ServerContext>

    /// - Parameters:
    ///   - secrets: asked at every request that needs one.
    ///   - now: the time by which sessions and signatures are judged.
    ///   - onListening: called with the port once connections are taken.
    /// - Throws: when the pages' templates cannot be read, which is a fault of this program.
    public init(
        settings: ServerSettings, controller: any ControllerInterface, metrics: MetricsRegistry,
        secrets: @escaping @Sendable () -> ServerSecrets, logger: Logger,
        now: @escaping @Sendable () -> Date = { Date() },
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws {
        self.settings = settings
        self.logger = logger
        self.onListening = onListening
        let library = try PageLibrary()
        let links = CommitLinks(settings)
        let doors = Doors(
            gatekeeper: Gatekeeper(proxy: settings.trustedProxy, secrets: secrets, now: now),
            forms: FormGuard(publicURL: settings.publicURL, secrets: secrets))
        let router = Router(context: ServerContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestCounter(metrics: metrics))
        router.add(middleware: SecurityHeaders())
        router.add(middleware: ErrorPages(library: library))
        HealthRoutes(controller: controller, metrics: metrics, doors: doors).add(to: router)
        WebhookRoutes(
            settings: settings, secrets: secrets, controller: controller, metrics: metrics, now: now,
            window: ReplayWindow(length: settings.replayWindow)
        ).add(to: router)
        APIRoutes(
            controller: controller, doors: doors, links: links,
            streams: EventStreams(limit: settings.streamLimit, metrics: metrics), now: now
        ).add(to: router)
        PageRoutes(
            controller: controller, doors: doors, library: library, links: links, publicURL: settings.publicURL,
            now: now
        ).add(to: router)
        responder = router.buildResponder()
    }

    public func run() async throws {
        let onListening = onListening
        // Longer than load balancers keep an idle connection (60 s on AWS's), so that it is never this side that closes one
        // on which a request is on its way. It also ends what stops in the middle of a request.
        let idleTimeout = 75
        let application = Application(
            responder: responder,
            server: .http1(configuration: .init(idleTimeout: .seconds(Int64(idleTimeout)))),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                availableConnectionsDelegate: .maximum(settings.connectionLimit, logger: logger)),
            onServerRunning: { channel in await onListening(channel.localAddress?.port ?? 0) }, logger: logger)
        try await application.run()
    }
}
