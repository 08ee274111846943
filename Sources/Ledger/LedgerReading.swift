/// What was read of the status branch at one commit.
public struct LedgerReading: Sendable {
    /// Where the next reading goes on.
    public var mark: LedgerMark
    /// Of those whose status is news, sorted by name.
    public var statuses: [EnvironmentStatus]
    /// By environment, of those whose inventory is news.
    public var inventories: [String: Inventory]
}

/// How far the status branch has been read.
public struct LedgerMark: Sendable, Hashable {
    var commit: String
    /// The environments whose files were read.
    var environments: Set<String>
    /// The ids of the contents that were read, by path.
    var files: [String: String]

    /// The next reading tells of this environment whether it is news or not.
    public mutating func forget(_ environment: String) {
        environments.remove(environment)
        for path in [LedgerFiles.status(environment), LedgerFiles.inventory(environment)] { files[path] = nil }
    }
}
