import Engine
import Foundation
import Ledger
import Model

extension PlanState {
    init(_ run: PlannedRun, made: Date) {
        self.init(
            digest: run.plan.digest, revision: run.loaded.revision, made: made,
            changes: run.plan.changes.map { ChangeState($0) }, unchanged: run.plan.unchanged,
            approvalReasons: run.plan.approvalReasons, diagnostics: run.plan.diagnostics)
    }

    /// What is said of a change now.
    func message(of address: ResourceAddress) -> String? { changes.first { $0.address == address }?.message }

    /// Notes what became of a change.
    mutating func note(_ address: ResourceAddress, _ state: String, _ message: String?) {
        guard let index = changes.firstIndex(where: { $0.address == address }) else { return }
        changes[index].state = state
        changes[index].message = message
    }
}

extension ChangeOutcome {
    /// Why it did not succeed.
    var reason: String? {
        switch self {
        case .failed(let error): error.description
        case .skipped(let root): "because \(root) failed"
        case .succeeded, .cancelled: nil
        }
    }
}

extension PlannedRun {
    /// Resources that AWS holds otherwise though the manifests did not change.
    var drifted: [ResourceAddress] { AppliedRun.drifted(scopes.compactMap(\.planned)) }
}

extension AppliedRun {
    static func drifted(_ planned: [Reconciler.Planned]) -> [ResourceAddress] {
        let found = planned.flatMap { $0.plan.changes.filter { $0.reason == .drift } + $0.plan.leftDrift }
        return Set(found.map(\.address)).sorted()
    }

    /// What it means for the work item that the report is about.
    func ending(_ report: EnvironmentReport?) -> WorkItem.Ending {
        let failures = run.scopes.compactMap(\.failure)
        let troubles = report?.troubles ?? failures.map(\.message)
        if !troubles.isEmpty {
            let message = troubles.joined(separator: "\n")
            return isOutage ? .outage(message) : wasInterrupted && failures.isEmpty ? .interrupted : .failed(message)
        }
        if wasInterrupted { return .interrupted }
        let left = run.scopes.flatMap { (results[$0.scope]?.after ?? $0.planned)?.plan.leftDrift ?? [] }
        let names = left.map(\.address).sorted().prefix(5).map(\.path).joined(separator: ", ")
        return .converged(told: left.isEmpty ? nil : "drift is left as the manifests say: \(names)")
    }

    /// Whether nothing went wrong but that AWS could not be asked.
    private var isOutage: Bool {
        var codes: [ResourceError.Code] = []
        var told = 0
        for scope in run.scopes {
            if case .failure(let error) = scope.result { codes.append(error.code) }
            guard let planned = results[scope.scope]?.after ?? scope.planned else { continue }
            codes += planned.unread.values.map(\.code)
            told += planned.plan.diagnostics.count { $0.severity == .error } - planned.unread.count
        }
        for outcome in outcomes.values {
            if case .failed(let error) = outcome { codes.append(error.code) }
        }
        return told <= 0 && !codes.isEmpty && codes.allSatisfy { $0 == .unreachable }
    }
}

extension GateRefusal {
    /// nil when the gate is open.
    init?(_ gate: Gate, at date: Date) {
        switch gate {
        case .open: return nil
        case .suspended(let suspension):
            self.init(reason: .suspended, message: Gates.tell(suspension), advice: "")
        case .approvalNeeded(let reasons):
            self.init(
                reason: .approvalNeeded, message: "the plan needs an approval: " + reasons.joined(separator: "; "),
                advice: "")
        case .closed(let opens): self.init(reason: .outsideWindow, message: Gates.tell(opens: opens), advice: "")
        case .quarantined(let message): self.init(reason: .quarantined, message: message, advice: "")
        }
    }
}

extension EnvironmentStatus {
    /// Puts in how a work item stands.
    mutating func tell(_ entry: WorkEntry, at now: Moment) {
        let item = entry.item
        // Looks on schedule come and go without a word here, so the time of one would soon be past.
        nextAttempt = item.phase == .backingOff ? item.due.map { now.date(at: $0) } : item.waitsUntil
        // An environment that is no more is neither ready nor on its way.
        if !entry.isGone || item.verdict.reason != .converged {
            outcome = item.invalid == nil ? item.verdict.reason.outcome : .invalid
            conditions = item.conditions.map(\.condition)
            since = Dictionary(item.conditions.map { ($0.condition.kind, $0.since) }) { first, _ in first }
        }
        observedRevision = (item.invalid?.revision ?? item.assignment?.revision)?.description
        appliedRevision = item.appliedRevision?.description ?? appliedRevision ?? entry.status?.appliedRevision
        usedApprovals = item.usedApprovals.filter { $0.until > now.wall }
        tell(entry.drifted, entry.resources)
    }

    /// Puts in what was found at the last look.
    mutating func tell(_ drifted: [ResourceAddress], _ found: [ResourceState]) {
        drift = drifted.map(\.path)
        resources = found.filter { $0.health != .inSync }.map { resource in
            "\(resource.address): \(resource.health.rawValue)" + (resource.message.map { ": \($0)" } ?? "")
        }
    }
}

extension ResourceState {
    /// Every resource of an environment, sorted by address.
    static func all(
        of name: String, _ planned: [Reconciler.Planned], outcomes: [ResourceAddress: ChangeOutcome] = [:]
    ) -> [ResourceState] {
        planned.flatMap { planned in
            let changes = Dictionary(planned.plan.changes.map { ($0.address, $0) }) { first, _ in first }
            let left = Dictionary(planned.plan.leftDrift.map { ($0.address, $0) }) { first, _ in first }
            return planned.plan.declared.entries(of: name).map { address, resource in
                let (health, message) = Self.health(
                    address, resource, planned, changes[address], left[address], outcomes[address])
                return ResourceState(
                    address: address, type: resource.type, identifier: resource.identifier,
                    dependencies: resource.dependencies, fields: planned.values[address] ?? [:], health: health,
                    message: message)
            }
        }.sorted { $0.address < $1.address }
    }

    private static func health(
        _ address: ResourceAddress, _ resource: PlannedResource, _ planned: Reconciler.Planned, _ change: Change?,
        _ left: Change?, _ outcome: ChangeOutcome?
    ) -> (Health, String?) {
        if case .failed(let error)? = outcome { return (.failed, error.description) }
        let told = planned.plan.diagnostics.first { $0.address == address }?.message
        if let error = planned.unread[resource.type] { return (.unknown, error.description) }
        if let left { return (left.action == .create ? .missing : .drifted, told ?? "left as the manifests say") }
        if let change {
            if case .skipped? = outcome { return (.failed, outcome?.reason) }
            if change.action == .create { return (.missing, told) }
            return (change.reason == .drift ? .drifted : .changing, told)
        }
        if planned.plan.settling[address] != nil { return (.changing, "it is on its way in AWS") }
        return resource.identifier == nil ? (.missing, told) : (.inSync, told)
    }
}
