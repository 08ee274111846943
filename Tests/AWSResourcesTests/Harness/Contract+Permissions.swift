import AWSClient
import AWSResources
import Model
import Testing

extension Contract {
    /// Takes a resource through its life and compares what the kind itself called with what it says it must be allowed.
    /// What the sample calls, to make what the resource needs or to change it from outside, does not count.
    func everyCallIsPermitted() async throws {
        let desired = try await desired()
        var called: Set<String> = []
        try await calls(&called) { _ = try await make(desired) }
        for change in sample.outsideChanges where sample.unshownFields[change.field] == nil {
            let before = try await single(desired)
            try await change.make(bench, kind, before, desired.attributes)
            try await calls(&called) {
                let changed = try await single(desired)
                let made = try await kind.update(
                    changed, to: desired, changing: [change.field], through: bench.session)
                try await bench.settle(kind, made)
            }
        }
        try await calls(&called) {
            let observed = try await single(desired)
            try await kind.tag(observed, desired.tags, through: bench.session)
            guard sample.unshownClauses[.deleteTwiceSucceeds] == nil else { return }
            try await kind.delete(observed, through: bench.session)
            try await bench.poll("\(kind.noun) to be gone") {
                try await kind.isGone(observed, through: bench.session) ? nil : "still there"
            }
        }
        let permitted = Set(kind.permissions.actions.map(\.description))
        #expect(called.subtracting(permitted).isEmpty, "not among the permissions")
        #expect(permitted.allSatisfy { !$0.contains("*") })
        let reading = Set(kind.permissions.reads.map(\.description))
        #expect(called.contains { !reading.contains($0) }, "nothing was changed, so nothing is proved")
    }

    /// Adds the actions that AWS was asked for meanwhile, but for those of the bench's own way into its account.
    private func calls(_ called: inout Set<String>, _ body: () async throws -> Void) async throws {
        let before = bench.client.calls.snapshot()
        try await body()
        let after = bench.client.calls.snapshot()
        for (action, count) in after where count != before[action] && action != "sts:AssumeRole" {
            called.insert(AWSAction(action).permission.description)
        }
    }
}
