import Model

/// Which half of which change.
struct StepKey: Hashable, Sendable, Comparable {
    enum Phase: Int, Sendable, Hashable {
        /// Taking away what is there.
        case remove
        /// Putting what is declared.
        case put
    }

    var address: ResourceAddress
    var phase: Phase

    init(_ address: ResourceAddress, _ phase: Phase) {
        self.address = address
        self.phase = phase
    }

    static func < (a: StepKey, b: StepKey) -> Bool {
        (a.address, a.phase.rawValue) < (b.address, b.phase.rawValue)
    }

    /// The halves of a change, each with what it waits for.
    /// - Parameter settling: resources without a change that are on their way.
    static func needs(
        of change: Change, among changes: [ResourceAddress: Change], settling: [ResourceAddress: Made]
    ) -> [(key: StepKey, needs: [StepKey])] {
        var result: [(key: StepKey, needs: [StepKey])] = []
        if change.action.removes {
            let needs = change.removalWaitsFor.compactMap { address in
                changes[address].map { StepKey(address, $0.action.removes ? .remove : .put) }
            }
            result.append((StepKey(change.address, .remove), needs))
        }
        if change.action.puts {
            var needs = change.waitsFor.compactMap { address -> StepKey? in
                if let other = changes[address] { return StepKey(address, other.action.puts ? .put : .remove) }
                return settling[address] == nil ? nil : StepKey(address, .put)
            }
            if change.action == .replace { needs.append(StepKey(change.address, .remove)) }
            result.append((StepKey(change.address, .put), needs))
        }
        return result
    }
}
