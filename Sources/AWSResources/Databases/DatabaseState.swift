import Model

/// What RDS and ElastiCache mean by the word in which they put a thing's state.
struct DatabaseState {
    let word: String
    /// What people call the thing, such as `DB instance x-dev-main`.
    let subject: String

    /// From "Viewing DB instance status" and "Viewing DB cluster status" in the RDS and Aurora user guides: it works,
    /// or somebody stopped it.
    private static let restful: Set<String> = [
        "available", "backing-up", "storage-optimization", "storage-config-upgrade", "storage-initialization",
        "stopped", "snapshotting", "configuring-enhanced-monitoring", "configuring-log-exports",
    ]

    private static let broken: Set<String> = [
        "failed", "create-failed", "restore-error", "insufficient-capacity",
        "inaccessible-encryption-credentials", "inaccessible-encryption-credentials-recoverable", "cloning-failed",
        "migration-failed",
    ]

    var isBroken: Bool { Self.broken.contains(word) || word.hasPrefix("incompatible-") }
    var isRestful: Bool { Self.restful.contains(word) }

    var failure: String {
        "the \(subject) is \(word): see its events in the AWS console, put the cause right, and run the command again"
    }

    var progress: String { "the \(subject) is \(word)" }

    var status: ResourceStatus {
        if isBroken { return .failed(failure) }
        return isRestful ? .active : .pending(progress)
    }
}
