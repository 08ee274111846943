import Engine
import Forge
import Foundation
import GitRepository
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
        case claimed(Result<String?, GitError>)
        case askedForge
        case leasesEnded(String?)
        case stop
        /// The grace is nearly over: calls under way are ended, too.
        case abort
    }

    let configuration: ServeConfiguration
    let variables: [String: String]
    let store: SecretStore
    let clock: LoopClock
    let logger: Logger
    let metrics: MetricsRegistry
    let pool = ConnectionPool()
    let shared: SharedObservations<SharedLook>
    nonisolated let mailbox = Mailbox<Letter>()
    /// Finds out who may work on what, once it is known whose the resources are.
    let openLeases: @Sendable (_ installation: String) throws(LeaseError) -> any Leases
    var leases: (any Leases)?
    let replica: String
    let version: String
    let started: Date
    /// Does a job and ends with its letter.
    private let worker: @Sendable (ControlLoop, Job) async -> Void

    // What is known of git.
    var source: Source?
    var inForce: RevisionInForce?
    var newest: Revision?
    var invalid: [Diagnostic] = []
    /// The trust by which the newest commit was refused, when its signature was.
    var refusedUnder: String?
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

    // Who else works here.
    /// Who this controller is to others; nil where nobody looks for others.
    let identity: ControllerIdentity?
    /// Takes the place of another controller that works here.
    let takesOver: Bool
    var claims: ClaimBook?
    /// The commit of the status branch at which it was read last who works here.
    var claimTip: String?
    var claimTrouble: String?
    /// Why this controller has to leave the environments to another one; the group of services ends in good order first.
    var displaced: RunError?

    // What is being done.
    var entries: [String: WorkEntry] = [:]
    /// Names of those that wait for their turn, the longest first.
    var waiting: [String] = []
    var jobs: [Job] = []
    var running = 0
    var isStopping = false
    /// The wall clock less the uptime: another one than before tells that the clock was set.
    var clockOffset: TimeInterval?
    /// Calls under way are ended.
    private var isAborting = false
    /// Why the stop was no good one; a service group that is cancelled does not hand on what its services throw.
    private(set) var overdue: StopError?
    /// Everything was looked at once.
    var wasReady = false
    /// Secrets that cannot be had, or not anew.
    var missingSecrets: Set<SecretSource> = []

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
    ///   - identity: by which other controllers of the same status branch are found; nil looks for none.
    ///   - takesOver: from whoever works there.
    init(
        _ configuration: ServeConfiguration, variables: [String: String], version: String, logger: Logger,
        metrics: MetricsRegistry, store: SecretStore, clock: LoopClock = .system,
        identity: ControllerIdentity? = nil, takesOver: Bool = false,
        worker: @escaping @Sendable (ControlLoop, Job) async -> Void = { await $0.perform($1) },
        openLeases: @escaping @Sendable (_ installation: String) throws(LeaseError) -> any Leases
    ) {
        self.worker = worker
        self.configuration = configuration
        self.variables = variables
        self.version = version
        self.logger = logger
        self.metrics = metrics
        self.clock = clock
        self.openLeases = openLeases
        self.identity = identity
        self.takesOver = takesOver
        self.store = store
        // Less than half, so that what an environment did is never older than the look it uses next.
        shared = SharedObservations(
            age: configuration.drift.every * min(0.4, configuration.drift.jitter.value),
            uptime: { clock.now().uptime })
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
    ///
    /// Cancelled, it ends calls under way, too, records what they came to, and only then gives the leases back: no other
    /// replica may start while a call of this one is on its way. A call that does not end within `StopTimes.last` keeps its
    /// lease, which runs out after the end of the process.
    /// - Throws: `StopError` when it was cancelled.
    public func run() async throws {
        let (stop, abort) = (mailbox, StopSignal())
        let ended = StopSignal()
        // A task of its own: cancelling it would end the waiting for calls under way.
        let task = Task {
            await work()
            ended.request()
        }
        await withGracefulShutdownHandler {
            await withTaskCancellationHandler {
                await Task { await ended.wait() }.value
            } onCancel: {
                abort.request()
                stop.post(.abort)
                let last = StopTimes(grace: configuration.grace).last
                Task {
                    try? await Task.sleep(for: last)
                    ended.request()
                }
            }
        } onGracefulShutdown: {
            stop.post(.stop)
        }
        guard abort.isRequested else { return await task.value }
        let error = StopError(cause: "its grace of \(configuration.grace.words) was over" + unfinished)
        overdue = error
        throw error
    }

    /// What did not end, for people.
    private var unfinished: String {
        guard running > 0 else { return "" }
        let names = entries.filter { $0.value.item.attempt != nil }.keys.sorted()
        return "; \(counted(running, "call")) did not end"
            + (names.isEmpty ? "" : ", of \(names.joined(separator: ", ")), whose leases run out by themselves")
    }

    private func work() async {
        await withDiscardingTaskGroup { lasting in
            await withDiscardingTaskGroup { group in
                while !isStopping || running > 0 {
                    let (untilDue, isIdle) = (pause(), running == 0)
                    let letters = await mailbox.take { [clock] in try await clock.sleep(untilDue, isIdle) }
                    for letter in letters { open(letter) }
                    passTime()
                    if isAborting { group.cancelAll() }
                    for job in takeJobs() {
                        // What was done is written down, and leases are renewed, to the end.
                        if job.isCancellable {
                            group.addTask { await self.worker(self, job) }
                        } else {
                            lasting.addTask { await self.worker(self, job) }
                        }
                    }
                    if running == 0, !isIdle { Heap.giveBack() }
                }
            }
            await releaseClaim()
            await leases?.stop()
            lasting.cancelAll()
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
        heedClock(now)
        if now.uptime >= nextLook { look() }
        wake(now)
        startWaiting(now)
    }

    /// Lets those that are due look, and with them whoever can share their look.
    func wake(_ now: Moment) {
        var looked: Set<AccountScope> = []
        for (name, entry) in entries where entry.item.due.map({ $0 <= now.uptime }) == true {
            handle(.time, of: name)
            if entries[name]?.item.isRoutinelyDue == true { looked.insert(entry.scope) }
        }
        guard !looked.isEmpty else { return }
        for (name, entry) in entries where looked.contains(entry.scope) { handle(.company, of: name) }
    }

    /// Waiting goes by the uptime; what waits for a time of day has to be judged anew when the clock was set.
    private func heedClock(_ now: Moment) {
        let offset = now.wall.timeIntervalSince1970 - now.uptime.seconds
        defer { clockOffset = offset }
        guard let jump = clockOffset.map({ offset - $0 }), abs(jump) >= Self.leastJump else { return }
        let length = Duration.seconds(Int(abs(jump).rounded())).words
        tell(nil, .warning, "ClockJumped", "the clock was set \(jump > 0 ? "forward" : "back") by \(length)")
        for name in entries.keys.sorted() { handle(.clockSet, of: name) }
    }

    /// In seconds; a clock that is only kept right moves by less between two looks.
    private static let leastJump = 2.0

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
        case .claimed(let result):
            running -= 1
            claimed(result)
        case .askedForge:
            running -= 1
            askedForge()
        case .leasesEnded(let trouble):
            if let trouble { tell(nil, .error, "LeaseTrouble", trouble) }
        case .stop: stop()
        case .abort:
            stop()
            isAborting = true
        }
    }

    func stop() {
        guard !isStopping else { return }
        isStopping = true
        logger.notice("stopping: nothing new is begun")
        for name in entries.keys.sorted() { handle(.stop, of: name) }
    }
}
