import Engine
import Forge
import Foundation
import Ledger
import Logging
import Manifests
import Model
import Server
import ServiceLifecycle

/// The controller: wakes, looks at git, lets each environment's work item decide, and does what it decided.
///
/// Whatever happens comes as a letter, one after the other, so that no two things change the state at once; whatever takes
/// time is a job in a task of its own, which ends with a letter.
public actor ControlLoop {
    /// Something that happened.
    enum Letter: Sendable {
        case notice(PushNotice)
        case look
        case looked(GitLook)
        case planned(String, Result<PlannedRun, RunError>, read: RecordedState?)
        case progress(String, ChangeEvent)
        case applied(String, AppliedRun)
        case recorded(String, Recording, Result<String?, RunError>)
        case retry(String, person: String)
        case lease(LeaseEvent)
        case askedForge
        case leasesEnded(String?)
        case stop
    }

    let configuration: ServeConfiguration
    let variables: [String: String]
    let store: SecretStore
    let clock: LoopClock
    let logger: Logger
    let metrics: MetricsRegistry
    let pool = ConnectionPool()
    let shared: SharedObservations
    nonisolated let mailbox = Mailbox<Letter>()
    /// Finds out who may work on what, once it is known whose the resources are.
    let openLeases: @Sendable (_ installation: String) throws(LeaseError) -> any Leases
    var leases: (any Leases)?
    let replica: String
    let version: String
    let started: Date

    // What is known of git.
    var source: Source?
    var inForce: RevisionInForce?
    var newest: Revision?
    var invalid: [Diagnostic] = []
    var gitTrouble: String?
    var installation: String?
    var isLooking = false
    var looksAgain = false
    /// The uptime of the next look at the refs.
    var nextLook = Duration.zero
    /// How far the records of other replicas have been read.
    var followed: LedgerMark?
    /// Why they could not be read at the last try.
    var followTrouble: String?

    // What is being done.
    var entries: [String: WorkEntry] = [:]
    /// Names of those that wait for their turn, the longest first.
    var waiting: [String] = []
    var jobs: [Job] = []
    var running = 0
    var isStopping = false
    /// Everything was looked at once.
    var wasReady = false
    /// Why secrets that no look at git needs cannot be had.
    var secretTroubles: [String] = []

    /// Who plans pull requests.
    var preview: PullRequestPreview?
    /// What concerns the repository as a whole and was left to another replica to tell, by reason.
    var untold: [String: ControllerEvent] = [:]
    /// Whether the replica that speaks for all is being asked to look at the pull requests, and is to be asked once more.
    var asksForge = false
    var asksForgeAgain = false
    /// Those who watch.
    var listeners: [Int: AsyncStream<ControllerEvent>.Continuation] = [:]
    var listenerCount = 0

    /// - Parameters:
    ///   - variables: the process environment.
    ///   - version: of this program.
    init(
        _ configuration: ServeConfiguration, variables: [String: String], version: String, logger: Logger,
        metrics: MetricsRegistry, store: SecretStore,
        openLeases: @escaping @Sendable (_ installation: String) throws(LeaseError) -> any Leases
    ) {
        self.init(
            configuration, variables: variables, version: version, logger: logger, metrics: metrics, store: store,
            clock: .system,
            openLeases: openLeases)
    }

    init(
        _ configuration: ServeConfiguration, variables: [String: String], version: String, logger: Logger,
        metrics: MetricsRegistry, store: SecretStore, clock: LoopClock,
        openLeases: @escaping @Sendable (_ installation: String) throws(LeaseError) -> any Leases
    ) {
        self.configuration = configuration
        self.variables = variables
        self.version = version
        self.logger = logger
        self.metrics = metrics
        self.clock = clock
        self.openLeases = openLeases
        self.store = store
        // Less than half, so that what an environment did is never older than the look it uses next.
        shared = SharedObservations(
            age: configuration.drift.every * min(0.4, configuration.drift.jitter.value))
        replica = configuration.replica ?? ProcessInfo.processInfo.hostName
        started = clock.now().wall
        metrics.set(.buildInfo, 1, ["version": version])
    }

    var rules: WorkItem.Rules {
        WorkItem.Rules(
            driftEvery: configuration.drift.every, jitter: configuration.drift.jitter.value,
            retryFirst: configuration.retry.first, retryMax: configuration.retry.max,
            quarantineAfter: configuration.retry.quarantineAfter)
    }
}

extension ControlLoop: Service {
    /// Works until it is asked to stop, and then until what is under way has come to a safe point.
    public func run() async throws {
        await withGracefulShutdownHandler {
            await work()
        } onGracefulShutdown: { [mailbox] in
            mailbox.post(.stop)
        }
    }

    private func work() async {
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                for letter in await mailbox.take(within: pause()) { open(letter) }
                passTime()
                for job in takeJobs() { group.addTask { await self.perform(job) } }
                if isStopping, running == 0 { break }
            }
            await leases?.stop()
            group.cancelAll()
        }
        await pool.close()
        for listener in listeners.values { listener.finish() }
        listeners = [:]
    }

    private func takeJobs() -> [Job] {
        defer { jobs = [] }
        running += jobs.count { !$0.isEndless }
        return jobs
    }

    /// Until the next thing that is due.
    private func pause() -> Duration {
        let now = clock.now()
        var next = isLooking || isStopping ? nil : nextLook
        for entry in entries.values {
            for due in [entry.item.due, entry.slowAt(waiting.isEmpty, now)] {
                if let due { next = min(next ?? due, due) }
            }
        }
        return max(.zero, (next ?? now.uptime + .seconds(3600)) - now.uptime)
    }

    private func passTime() {
        let now = clock.now()
        guard !isStopping else { return }
        if now.uptime >= nextLook { look() }
        for (name, entry) in entries where entry.item.due.map({ $0 <= now.uptime }) == true { handle(.time, of: name) }
        startWaiting(now)
    }

    private func open(_ letter: Letter) {
        switch letter {
        case .notice(let notice): received(push: notice)
        case .look: look()
        case .looked(let look):
            running -= 1
            took(look)
        case .planned(let name, let result, let read):
            running -= 1
            planned(name, result, read: read)
        case .progress(let name, let event): progressed(name, event)
        case .applied(let name, let applied):
            running -= 1
            finished(name, applied)
        case .recorded(let name, let recording, let result):
            running -= 1
            recorded(name, recording, result)
        case .retry(let name, let person): retry(name, person)
        case .lease(let event): lease(event)
        case .askedForge:
            running -= 1
            askedForge()
        case .leasesEnded(let trouble):
            if let trouble { tell(nil, .error, "LeaseTrouble", trouble) }
        case .stop: stop()
        }
    }

    private func stop() {
        guard !isStopping else { return }
        isStopping = true
        logger.notice("stopping: nothing new is begun")
        for name in entries.keys.sorted() { handle(.stop, of: name) }
    }
}
