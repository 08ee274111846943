/// How `plumbline serve` is to work: what its configuration file and environment variables say.
public struct ServeConfiguration: Hashable, Sendable {
    public var repository = RemoteSettings()
    public var status = StatusSettings()
    public var commits = CommitSettings()
    /// nil lets unsigned commits count.
    public var signatures: SignatureSettings?
    /// Whose the resources are; nil derives it from the repository's first commit.
    public var installation: String?
    /// The directory for mirrors, answers and the lock; nil for the user's own.
    public var cache: String?
    /// This replica's name; nil for the host's.
    public var replica: String?
    /// Between two looks at the refs.
    public var poll = Duration.seconds(60)
    public var drift = DriftSchedule()
    public var concurrency = Concurrency()
    public var retry = RetrySettings()
    public var limits = LimitSettings()
    /// How long a stop may take.
    public var grace = Duration.seconds(30)
    public var log = LogSettings()
    public var secretSettings = SecretSettings()
    public var server = ServerOptions()
    public var webhooks = WebhookOptions()
    public var notifications: [NotificationTarget] = []
    public var forge: ForgeOptions?
    public var leases: LeaseOptions?

    public init() {}
}

extension ServeConfiguration: ManifestObject {
    static let fields: [ManifestField<ServeConfiguration>] = [
        .required("repository", \.repository, .object(), "The config repository."),
        .optional("status", \.status, .object(), "Where the status branch is."),
        .optional("commits", \.commits, .object(), "How commits are made."),
        .optional("signatures", \.signatures, .object(), "Whose signature a commit has to carry to count."),
        .optional("installation", \.installation, .line, "Whose the resources are, in AWS tags."),
        .optional("cache", \.cache, .line, "The directory for mirrors, answers and the lock."),
        .optional("replica", \.replica, .line, "This replica's name."),
        .optional("poll", \.poll, .duration, "Between two looks at the refs."),
        .optional("drift", \.drift, .object(), "When AWS is looked at though nothing was pushed."),
        .optional("concurrency", \.concurrency, .object(), "How much is done at the same time."),
        .optional("retry", \.retry, .object(), "When a failed commit is tried again."),
        .optional("limits", \.limits, .object(), "How much a plan may delete without an approval."),
        .optional("grace", \.grace, .duration, "How long a stop may take."),
        .optional("log", \.log, .object(), "How the log is written."),
        .optional("secrets", \.secretSettings, .object(), "How secrets are kept up to date."),
        .optional("server", \.server, .object(), "Pages, API and health."),
        .optional("webhooks", \.webhooks, .object(), "Who may tell of a push."),
        .optional("notifications", \.notifications, .list(of: .object()), "Who is told what happens."),
        .optional("forge", \.forge, .object(), "Plans on pull requests, and commit statuses."),
        .optional("leases", \.leases, .object(), "How replicas share the environments."),
    ]
}

/// When AWS is looked at though nothing was pushed.
public struct DriftSchedule: Hashable, Sendable {
    public var every = Duration.seconds(600)
    /// How far chance moves a look, as a part of `every`.
    public var jitter = Share(0.2)

    public init() {}
}

extension DriftSchedule: ManifestObject {
    static let fields: [ManifestField<DriftSchedule>] = [
        .optional("every", \.every, .duration, "Between two looks at AWS."),
        .optional("jitter", \.jitter, .share, "How far chance moves a look."),
    ]
}

/// How much is done at the same time.
public struct Concurrency: Hashable, Sendable {
    public var environments = 4
    /// Those that wait included; nil for as many as the engine has under way by itself.
    public var changes: Int?

    public init() {}
}

extension Concurrency: ManifestObject {
    static let fields: [ManifestField<Concurrency>] = [
        .optional("environments", \.environments, .integer(1...1000), "Environments worked on at the same time."),
        .optional(
            "changes", \.changes, .integer(1...1000),
            "Changes under way at the same time in one account and region."),
    ]
}

/// When a failed commit is tried again.
public struct RetrySettings: Hashable, Sendable {
    public var first = Duration.seconds(10)
    public var max = Duration.seconds(600)
    public var quarantineAfter = 5

    public init() {}
}

extension RetrySettings: ManifestObject {
    static let fields: [ManifestField<RetrySettings>] = [
        .optional("first", \.first, .duration, "Before the second try; then twice as long each time."),
        .optional("max", \.max, .duration, "The longest time between two tries."),
        .optional("quarantineAfter", \.quarantineAfter, .integer(1...1000), "Failures after which it is left alone."),
    ]

    func validate(_ check: inout ManifestDecoder) {
        guard check.isSound("first", "max"), first > max else { return }
        check.error(
            "retry.first is \(first.words), longer than retry.max, \(max.words): exchange them", at: "first", "max")
    }
}

/// How much a plan may delete without an approval.
public struct LimitSettings: Hashable, Sendable {
    public var deletions = 5
    public var fraction = Share(0.5)

    public init() {}
}

extension LimitSettings: ManifestObject {
    static let fields: [ManifestField<LimitSettings>] = [
        .optional("deletions", \.deletions, .integer(0...10_000), "Resources that a plan may delete."),
        .optional("fraction", \.fraction, .share, "The part of what is there that a plan may delete."),
    ]
}

/// How the log is written.
public struct LogSettings: Hashable, Sendable {
    public enum Format: String, Hashable, Sendable, CaseIterable { case text, json }
    public enum Level: String, Hashable, Sendable, CaseIterable {
        case trace, debug, info, notice, warning, error, critical
    }

    public var format = Format.text
    public var level = Level.info

    public init() {}
}

extension LogSettings: ManifestObject {
    static let fields: [ManifestField<LogSettings>] = [
        .optional("format", \.format, .choice(), "text or json."),
        .optional("level", \.level, .choice(), "What is logged, and what is worse."),
    ]
}

/// How secrets are kept up to date.
public struct SecretSettings: Hashable, Sendable {
    /// How old an answer of Secrets Manager may be.
    public var refresh = Duration.seconds(300)

    public init() {}
}

extension SecretSettings: ManifestObject {
    static let fields: [ManifestField<SecretSettings>] = [
        .optional("refresh", \.refresh, .duration, "How old an answer of Secrets Manager may be.")
    ]
}

/// A part of a whole, from 0 to 1, written as per cent.
public struct Share: Hashable, Sendable {
    public var value: Double

    public init(_ value: Double) { self.value = value }
}

extension FieldType where Value == Share {
    static let share = FieldType<Share>(
        schema: { [("type", .string("string")), ("pattern", .string("^[0-9]{1,3}%$"))] },
        decode: { node, decoder in
            if case .scalar(let scalar) = node.content, scalar.text.hasSuffix("%"),
                String(scalar.text.dropLast()).consists(of: .digits), let number = Int(scalar.text.dropLast()),
                number <= 100
            {
                return Share(Double(number) / 100)
            }
            decoder.expected("a share from 0% to 100%", found: node)
            return nil
        },
        encode: { .string("\(Int(($0.value * 100).rounded()))%") }
    )
}
