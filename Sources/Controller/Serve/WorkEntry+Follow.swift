import Ledger
import Model

extension WorkEntry {
    /// Shows how it stands as whoever works on it recorded it.
    /// - Parameter inventory: nil when that is the one that is known already.
    mutating func follow(_ status: EnvironmentStatus, _ inventory: Inventory?) {
        (scope.account, scope.region) = (status.account, status.region)
        self.status = status
        self.inventory = inventory ?? self.inventory
        drifted = status.drift.map { ResourceAddress($0) }.sorted()
        resources = ResourceState.recorded(status, self.inventory)
        plan = PlanState(recorded: status, self.inventory)
    }
}
