import Ledger
import Model

/// What other replicas work on is shown as they recorded it on the status branch.
extension ControlLoop {
    /// Those that another replica works on, and those that the manifests no longer have, which somebody may take down.
    var following: GitLook.Following {
        let departed = inForce.map { Set(entries.keys).subtracting($0.contents.keys) } ?? []
        let elsewhere = entries.values.filter { !$0.item.isHeld && $0.item.attempt == nil }.map(\.item.name)
        return GitLook.Following(environments: departed.union(elsewhere), mark: followed)
    }

    /// Takes in what was read of the status branch.
    func took(_ reading: LedgerReading?, trouble: String?) {
        if trouble != followTrouble, let trouble { tell(nil, .warning, "StatusNotRead", trouble) }
        followTrouble = trouble
        guard let reading else { return }
        followed = reading.mark
        for status in reading.statuses { follow(status, reading.inventories[status.environment]) }
    }

    private func follow(_ status: EnvironmentStatus, _ inventory: Inventory?) {
        let name = status.environment
        guard let entry = entries[name] else { return }
        if status.outcome == .destroyed, inForce?.contents[name] == nil { return forgetDestroyed(name) }
        guard !entry.item.isHeld, entry.item.attempt == nil else { return }
        let isNews = entry.status.map { !$0.agrees(with: status) || $0.changed != status.changed } ?? true
        show(status, inventory)
        guard isNews else { return }
        let holder = leases?.holder(of: name)?.replica ?? "another replica"
        tell(name, .info, "StatusRecorded", "\(holder) recorded: \(status.outcome.rawValue)")
    }

    /// Shows how an environment stands as it was recorded, until this replica has looked at it itself.
    func show(_ status: EnvironmentStatus, _ inventory: Inventory?) {
        let name = status.environment
        entries[name]?.follow(status, inventory)
        let conditions = status.datedConditions(at: clock.now().wall)
        handle(.followed(conditions, applied: status.appliedRevision.flatMap { Revision($0) }), of: name)
    }
}
