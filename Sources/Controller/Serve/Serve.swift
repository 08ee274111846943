import Foundation
import Logging
import Manifests
import Server
import ServiceLifecycle

/// Everything that `plumbline serve` runs, as one group that stops together.
public struct Serve: Sendable {
    private let configuration: ServeConfiguration
    private let variables: [String: String]
    private let version: String
    private let logger = Logger(label: "plumbline")

    /// - Parameters:
    ///   - variables: the process environment.
    ///   - version: of this program.
    public init(_ configuration: ServeConfiguration, variables: [String: String], version: String) {
        self.configuration = configuration
        self.variables = variables
        self.version = version
    }

    /// Runs until SIGTERM or SIGINT, and then until what is under way has come to a safe point, or the grace is over.
    public func run() async throws {
        let metrics = MetricsRegistry()
        let loop = ControlLoop(
            configuration, variables: variables, version: version, logger: logger, metrics: metrics)
        var group = ServiceGroupConfiguration(
            services: [.init(service: loop, successTerminationBehavior: .gracefullyShutdownGroup)],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: Logger(label: "plumbline.services"))
        group.maximumGracefulShutdownDuration = configuration.grace
        logger.notice(
            "serving",
            metadata: ["repository": "\(configuration.repository.url)", "ref": "\(configuration.repository.ref)"])
        try await ServiceGroup(configuration: group).run()
        logger.notice("stopped")
    }
}
