import Model
import Synchronization

/// What was done so far while a plan is carried out: when it is interrupted, AWS is not looked at again, and what was made
/// before has to be known all the same.
public final class Deeds: Sendable {
    private let done = Mutex<[ResourceAddress: Made?]>([:])

    public init() {}

    /// It is there, though AWS may still be at work on it.
    func put(_ address: ResourceAddress, _ made: Made) { done.withLock { $0[address] = .some(made) } }

    /// It is gone; one that is made anew is put later.
    func removed(_ address: ResourceAddress) { done.withLock { $0[address] = .some(nil) } }

    /// What is there now, by address; nil for what is gone.
    var all: [ResourceAddress: Made?] { done.withLock { $0 } }
}

extension Reconciler.Planned {
    /// How things stand when a part of the plan was carried out and AWS was not looked at again.
    func after(_ deeds: Deeds, _ outcomes: [ResourceAddress: ChangeOutcome]) -> Reconciler.Planned {
        var result = self
        result.plan.changes.removeAll { if case .succeeded? = outcomes[$0.address] { true } else { false } }
        let deleted = Set(plan.changes.filter { $0.action == .delete }.map(\.address))
        for (address, made) in deeds.all {
            if made == nil, deleted.contains(address) {
                result.plan.declared[address] = nil
            } else {
                result.plan.declared[address]?.identifier = made?.identifier
            }
            result.outputs[address] = made?.outputs
        }
        return result
    }
}
