import Foundation

/// What a controller lets others see of it, and what it can be asked to do: all that the server knows of it.
public protocol ControllerInterface: Sendable {
    /// Whether everything was looked at once since the start.
    func isReady() async -> Bool
    func overview() async -> ControllerOverview
    /// nil when there is no such environment.
    func environment(_ name: String) async -> EnvironmentState?
    /// What was done, newest first; of one environment, or of all.
    func history(environment: String?, limit: Int) async throws -> [HistoryEntry]
    /// What happens from now on; ends when the caller stops listening or the controller stops.
    func events() async -> AsyncStream<ControllerEvent>

    /// Notes that a repository moved. Returns at once; work is queued and many notices become one.
    func received(_ notice: PushNotice)
    /// Tries again now, also what is quarantined.
    /// - Returns: the replica that does it, which may be another one; nil when none holds the environment right now, and
    ///   then whoever takes it over begins anew.
    func retry(_ environment: String, by person: String) async throws(ControllerRefusal) -> String?
    /// Commits a suspension to the config repository.
    func suspend(_ environment: String, _ suspension: Suspension) async throws(ControllerRefusal)
    /// Commits the end of a suspension.
    func resume(_ environment: String, by person: String) async throws(ControllerRefusal)
    /// Commits an approval of exactly this plan.
    func approve(_ environment: String, digest: String, by person: String) async throws(ControllerRefusal)
}

/// Why the controller did not do what it was asked.
public struct ControllerRefusal: Error, Sendable, Hashable {
    public enum Code: String, Sendable {
        /// There is no such environment.
        case unknown
        /// It makes no sense as things are, such as an approval of an older plan.
        case conflict
        /// The config repository did not take the commit.
        case git
        /// The replica that would have to do it cannot be reached.
        case unreachable
    }

    public var code: Code
    /// What happened and what to do next, for people.
    public var message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

/// The controller as a whole.
public struct ControllerOverview: Sendable, Hashable {
    /// How the config repository is named to people: its URL without credentials.
    public var repository: String
    public var ref: String
    /// The newest commit that was seen.
    public var revision: Revision?
    /// Why that commit's manifests are not in force; empty when they are.
    public var invalid: [Diagnostic]
    /// Sorted by name.
    public var environments: [EnvironmentState]
    /// This replica's own name.
    public var replica: String
    public var version: String
    public var started: Date
    /// Why git could not be read at the last try.
    public var gitTrouble: String?

    public init(
        repository: String, ref: String, revision: Revision?, invalid: [Diagnostic], environments: [EnvironmentState],
        replica: String, version: String, started: Date, gitTrouble: String? = nil
    ) {
        self.repository = repository
        self.ref = ref
        self.revision = revision
        self.invalid = invalid
        self.environments = environments
        self.replica = replica
        self.version = version
        self.started = started
        self.gitTrouble = gitTrouble
    }
}

/// One commit of the status branch.
public struct HistoryEntry: Sendable, Hashable {
    public var commit: String
    public var environment: String
    public var subject: String
    public var outcome: String
    public var revision: String
    public var time: Date

    public init(
        commit: String, environment: String, subject: String, outcome: String, revision: String, time: Date
    ) {
        self.commit = commit
        self.environment = environment
        self.subject = subject
        self.outcome = outcome
        self.revision = revision
        self.time = time
    }
}

/// Something that happened, for those who watch.
public struct ControllerEvent: Sendable, Hashable {
    public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
        case info, warning, error

        public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
        private var rank: Int { self == .info ? 0 : self == .warning ? 1 : 2 }
    }

    public var time: Date
    /// nil when it concerns all.
    public var environment: String?
    public var severity: Severity
    /// One CamelCase word for programs, such as `Converged` or `DriftFound`.
    public var reason: String
    /// For people.
    public var message: String
    public var revision: Revision?
    /// The change that it tells of, when it is about one.
    public var address: ResourceAddress?
    /// Whether this replica is the one to tell chats of it; the others' pages show it all the same.
    public var isForChats = true

    public init(
        time: Date, environment: String?, severity: Severity, reason: String, message: String,
        revision: Revision? = nil, address: ResourceAddress? = nil
    ) {
        self.time = time
        self.environment = environment
        self.severity = severity
        self.reason = reason
        self.message = message
        self.revision = revision
        self.address = address
    }
}

/// What a webhook told of a push.
public struct PushNotice: Sendable, Hashable {
    /// Without `refs/heads/`; nil when the sender did not say.
    public var branch: String?
    /// The pushed commit, when the sender said it.
    public var commit: String?
    /// The pull request that was opened or moved, when it was one and not a push.
    public var pullRequest: PullRequestNotice?

    public init(branch: String? = nil, commit: String? = nil, pullRequest: PullRequestNotice? = nil) {
        self.branch = branch
        self.commit = commit
        self.pullRequest = pullRequest
    }
}

/// A pull (or merge) request that was opened, moved or closed.
public struct PullRequestNotice: Sendable, Hashable {
    public var number: Int
    /// The commit at its head.
    public var head: String
    /// The branch that it wants to go into.
    public var base: String
    public var isOpen: Bool

    public init(number: Int, head: String, base: String, isOpen: Bool) {
        self.number = number
        self.head = head
        self.base = base
        self.isOpen = isOpen
    }
}
