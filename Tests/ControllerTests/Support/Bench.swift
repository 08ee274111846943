import Foundation
import Model

@testable import Controller

/// A work item on a clock that a test moves by hand.
struct Bench {
    var item: WorkItem
    var now = Moment(uptime: .seconds(100), wall: Date(timeIntervalSince1970: 1_700_000_000), chance: 0.5)
    private(set) var commits = 0

    init(name: String = "dev", isHeld: Bool = true, rules: WorkItem.Rules = WorkItem.Rules()) {
        item = WorkItem(name, rules: rules, isHeld: isHeld)
    }

    @discardableResult
    mutating func send(_ event: WorkItem.Event) -> [WorkItem.Action] { item.handle(event, at: now) }

    mutating func pass(_ time: Duration) {
        now.uptime += time
        now.wall += time.seconds
    }

    /// A new commit.
    @discardableResult
    mutating func commit(
        concerned: Bool = true, gates: Gates = Gates()
    ) -> (assignment: Assignment, actions: [WorkItem.Action]) {
        commits += 1
        let revision = Revision(ref: "main", commit: String(repeating: "\(commits % 10)", count: 40))
        let assignment = Assignment(revision: revision, gates: gates)
        return (assignment, send(.assigned(assignment, isConcerned: concerned)))
    }

    /// From a turn to the plan.
    @discardableResult
    mutating func plan(changes: Int = 1, reasons: [String] = [], digest: String = "sha256:a") -> [WorkItem.Action] {
        send(.turn)
        return send(.planned(.init(digest: digest, changes: changes, approvalReasons: reasons)))
    }

    /// A whole attempt that ends well.
    mutating func converge() {
        plan()
        send(.ended(.converged(told: nil)))
    }

    var ready: DatedCondition? { item.conditions.first { $0.condition.kind == .ready } }
    var stalled: DatedCondition? { item.conditions.first { $0.condition.kind == .stalled } }
    var reconciling: DatedCondition? { item.conditions.first { $0.condition.kind == .reconciling } }
    /// How long until there is something to do.
    var wait: Duration? { item.due.map { $0 - now.uptime } }
}
