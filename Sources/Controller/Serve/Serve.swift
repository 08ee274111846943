import AWSClient
import Crypto
import Foundation
import Logging
import Manifests
import Model
import Server
import ServiceLifecycle

/// Everything that `plumbline serve` runs, as one group that stops together.
public struct Serve: Sendable {
    private let configuration: ServeConfiguration
    private let variables: [String: String]
    private let version: String
    private let clock: LoopClock

    /// - Parameters:
    ///   - variables: the process environment.
    ///   - version: of this program.
    ///   - clock: by which the loop polls, looks for drift and tries again.
    public init(
        _ configuration: ServeConfiguration, variables: [String: String], version: String, clock: LoopClock = .system
    ) {
        self.configuration = configuration
        self.variables = variables
        self.version = version
        self.clock = clock
    }

    /// Runs until SIGTERM or SIGINT, and then until what is under way has come to a safe point, or the grace is over.
    /// - Throws: `RunError` when it cannot start, as when another process on this host does the same.
    public func run() async throws {
        Heap.shareArenas()
        let logger = Logger(label: "plumbline")
        let metrics = MetricsRegistry()
        let store = SecretStore(variables: variables, age: configuration.secretSettings.refresh)
        let openLeases: @Sendable (String) throws(LeaseError) -> any Leases
        var client: AWSClient?
        if let options = configuration.leases {
            let opened = try leaseClient(options)
            client = opened
            openLeases = { [replica] installation in
                DynamoDBLeases(
                    LeaseTable(opened, name: options.table, installation: installation), replica: replica,
                    duration: options.duration)
            }
        } else {
            let leases = try lockedFile()
            openLeases = { _ in leases }
        }
        let loop = ControlLoop(
            configuration, variables: variables, version: version, logger: logger, metrics: metrics, store: store,
            clock: clock, openLeases: openLeases)
        let messengers = try Messengers(configuration, store, loop: loop, metrics: metrics, logger: logger)
        let server = try Listener(configuration, store, loop, metrics, logger)
        logger.notice(
            "serving",
            metadata: ["repository": "\(configuration.repository.url)", "ref": "\(configuration.repository.ref)"])
        // They are stopped from the last to the first: the work ends while pages still show it, and what happens at the end is
        // still told.
        let services: [any Service] = [messengers, server, loop]
        var group = ServiceGroupConfiguration(
            services: services.map { service in
                ServiceGroupConfiguration.ServiceConfiguration(
                    service: service, successTerminationBehavior: .gracefullyShutdownGroup,
                    serviceName: "\(type(of: service))")
            },
            gracefulShutdownSignals: [.sigterm, .sigint], logger: Logger(label: "plumbline.services"))
        group.maximumGracefulShutdownDuration = StopTimes(grace: configuration.grace).patience
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await ServiceGroup(configuration: group).run()) } catch {
            outcome = .failure(error)
        }
        await client?.shutdown()
        if case .failure(let error) = outcome, let error = error as? RunError { throw error }
        if let overdue = await loop.overdue { throw RunError(.usage, "\(overdue)") }
        if case .failure(let error) = outcome { throw RunError(.usage, "\(StopError(cause: "\(error)"))") }
        logger.notice("stopped")
    }

    /// Makes the table by which replicas share the environments. Safe to repeat.
    /// - Returns: what was done, for people.
    public func createLeaseTable() async throws(RunError) -> String {
        guard let options = configuration.leases else {
            throw RunError(.usage, "the configuration names no lease table: set leases.table")
        }
        let client = try leaseClient(options)
        let result: Result<LeaseTable.Creation, LeaseError>
        do throws(LeaseError) {
            result = .success(try await LeaseTable(client, name: options.table, installation: "").create())
        } catch {
            result = .failure(error)
        }
        await client.shutdown()
        switch result {
        case .success(.made): return "The table \(options.table) was made in \(client.region)."
        case .success(.wasThere): return "The table \(options.table) is there in \(client.region)."
        case .failure(let error): throw RunError(.aws, error.message)
        }
    }

    private var replica: String { configuration.replica ?? ProcessInfo.processInfo.hostName }

    private func leaseClient(_ options: LeaseOptions) throws(RunError) -> AWSClient {
        do throws(AWSError) {
            return try AWSClient.standard(environment: variables, region: options.region)
        } catch {
            throw RunError(.aws, error.description)
        }
    }

    /// All leases in this process, unless another one on this host works on the same repository.
    private func lockedFile() throws(RunError) -> FileLeases {
        let repository = "\(configuration.repository.url) \(configuration.repository.path)"
        let mark = SHA256.hash(data: Data(repository.utf8)).prefix(8).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
        let leases = FileLeases(
            directory: configuration.cacheDirectory(variables), name: "serve-\(mark.joined())", replica: replica)
        do throws(LeaseError) { try leases.lock() } catch { throw RunError(.usage, error.message) }
        return leases
    }
}

/// The controller had to be ended before all had come to a safe point.
struct StopError: Error, CustomStringConvertible {
    var cause: String

    var description: String {
        "the controller was ended before all had come to a safe point: \(cause). The next start goes on"
    }
}

/// The server, with its troubles told as people need them.
private struct Listener: Service {
    private let service: ServerService
    private let address: ListenAddress

    init(
        _ configuration: ServeConfiguration, _ store: SecretStore, _ loop: ControlLoop, _ metrics: MetricsRegistry,
        _ logger: Logger
    ) throws {
        address = configuration.server.listen
        service = try ServerService(
            settings: configuration.serverSettings, controller: loop, metrics: metrics,
            secrets: { configuration.serverSecrets(store) }, logger: Logger(label: "plumbline.http"),
            onListening: { port in logger.notice("listening", metadata: ["port": "\(port)"]) })
    }

    func run() async throws {
        do {
            try await service.run()
        } catch let error where !(error is CancellationError) {
            throw RunError(
                .usage, "cannot listen on \(address.host):\(address.port): \(error); choose another in server.listen")
        }
    }
}
