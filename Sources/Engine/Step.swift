import Model

/// One half of a change, or the wait for a resource that is on its way.
struct Step: Sendable {
    enum Work: Sendable {
        case remove(Change)
        case put(Change)
        case settle(ResourceType, Made)
    }

    var key: StepKey
    var work: Work

    init(_ change: Change, _ phase: StepKey.Phase) {
        key = StepKey(change.address, phase)
        work = phase == .remove ? .remove(change) : .put(change)
    }

    init(settling address: ResourceAddress, _ type: ResourceType, _ made: Made) {
        key = StepKey(address, .put)
        work = .settle(type, made)
    }

    var address: ResourceAddress { key.address }

    /// nil for a resource that is only waited for.
    var change: Change? {
        switch work {
        case .remove(let change), .put(let change): change
        case .settle: nil
        }
    }

    /// A replacement has two steps; its events begin with the first.
    var isFirst: Bool {
        switch work {
        case .remove: true
        case .put(let change): change.action != .replace
        case .settle: false
        }
    }

    /// Nothing more is to be done for the address afterwards.
    var isLast: Bool {
        if case .remove(let change) = work { change.action == .delete } else { true }
    }
}
