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
    private let takesOver: Bool

    /// - Parameters:
    ///   - variables: the process environment.
    ///   - version: of this program.
    ///   - clock: by which the loop polls, looks for drift and tries again.
    ///   - takesOver: from another controller that works with the same status branch.
    public init(
        _ configuration: ServeConfiguration, variables: [String: String], version: String, clock: LoopClock = .system,
        takesOver: Bool = false
    ) {
        self.configuration = configuration
        self.variables = variables
        self.version = version
        self.clock = clock
        self.takesOver = takesOver
    }

    /// Runs until SIGTERM or SIGINT, and then until what is under way has come to a safe point, or the grace is over.
    /// - Throws: `RunError` when it cannot start, as when another process on this host does the same.
    public func run() async throws {
        Heap.share()
        let logger = Logger(label: "plumbline")
        let metrics = MetricsRegistry()
        let store = SecretStore(variables: variables, age: configuration.secretSettings.refresh)
        let openLeases: @Sendable (String) throws(LeaseError) -> any Leases
        var client: AWSClient?
        var identity: ControllerIdentity?
        if let options = configuration.leases {
            let opened = try leaseClient(options)
            client = opened
            // Replicas that share a table are one to everybody else: any of them answers.
            identity = ControllerIdentity(
                controller: .init(id: "leases \(options.table)", replica: "table \(options.table)"), isNew: false)
            openLeases = { [replica] installation in
                DynamoDBLeases(
                    LeaseTable(opened, name: options.table, installation: installation), replica: replica,
                    duration: options.duration)
            }
        } else {
            let leases = try lockedFile()
            openLeases = { _ in leases }
            identity = try ControllerIdentity(
                directory: configuration.cacheDirectory(variables), name: lockName, replica: replica)
        }
        let loop = ControlLoop(
            configuration, variables: variables, version: version, logger: logger, metrics: metrics, store: store,
            clock: clock, identity: identity, takesOver: takesOver, openLeases: openLeases)
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
        if let displaced = await loop.displaced { throw displaced }
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

    /// The name of this controller's own files: another one for each repository and path.
    private var lockName: String {
        let repository = "\(configuration.repository.url) \(configuration.repository.path)"
        let mark = SHA256.hash(data: Data(repository.utf8)).prefix(8).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
        return "serve-\(mark.joined())"
    }

    /// All leases in this process, unless another one on this host works on the same repository.
    private func lockedFile() throws(RunError) -> FileLeases {
        let leases = FileLeases(
            directory: configuration.cacheDirectory(variables), name: lockName, replica: replica)
        do throws(LeaseError) { try leases.lock() } catch { throw RunError(.usage, error.message) }
        return leases
    }
}

/// The process environment holds secrets, so it is not shown.
extension Serve: CustomStringConvertible, CustomReflectable {
    public var description: String { "plumbline serve of \(configuration.repository.url)" }
    public var customMirror: Mirror { Mirror(self, children: ["repository": configuration.repository.url]) }
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
