import AWSResources
import EmulatorSupport
import Model
import Testing

/// The proofs of the clauses for one kind, on one bench.
struct Contract<Sample: KindSample>: Sendable {
    typealias Kind = Sample.Kind

    let sample: Sample
    let bench: Bench
    var kind: Kind { sample.kind }

    func everyStoredPropertyIsAField() async throws {
        let attributes = try await sample.attributes(on: bench)
        let properties = Mirror(reflecting: attributes).children.compactMap(\.label)
        #expect(Set(properties) == Set(kind.fields.map(\.row.name)))
        #expect(kind.fields.count == properties.count, "a field stands twice")
        for field in kind.fields {
            #expect(!field.row.summary.isEmpty, "\(field.row.name) says nothing of itself")
            // What can be overridden has to be read back from what plans show.
            var copy = attributes
            #expect(field.assign(field.value(attributes), &copy), "\(field.row.name) cannot be overridden")
            #expect(field.value(copy) == field.value(attributes))
        }
        let within = kind.fields.compactMap(\.row.numberedWithin)
        #expect(properties.filter(within.contains).count == Set(within).count, "numbered within a field that is none")
    }

    func createThenObservePlansNothing() async throws {
        let desired = try await desired()
        let made = try await make(desired)
        let observed = try await single(desired)
        #expect(differences(observed, desired) == [:])
        #expect(observed.identifier == made.identifier)
        #expect(observed.name == kind.name(of: desired.attributes, tags: desired.tags))
        #expect(observed.status == .active)
        for (output, value) in made.outputs {
            #expect(observed.outputs[output] == value, "the output \(output) differs from what create gave")
        }
    }

    func createTwiceGivesOne() async throws {
        let desired = try await desired()
        let first = try await make(desired)
        let second = try await make(desired)
        #expect(first.identifier == second.identifier)
        let observed = try await single(desired)
        #expect(differences(observed, desired) == [:])
    }

    func aLostAnswerLeaksNothing() async throws {
        let desired = try await desired()
        let fault = Fault(
            .dropAfter,
            action: sample.createAction,
            contains: sample.lostAnswerMark(on: bench),
            count: 1
        )
        try await bench.emulator.inject(fault)
        let made = try await make(desired)
        // IAM has one region for all.
        let lost = try await bench.emulator.requests().filter { request in
            request.action == sample.createAction && request.account == bench.session.account
                && (request.region == bench.session.region || request.service == "iam") && request.status == nil
        }
        #expect(lost.count == 1, "no answer of \(sample.createAction) was lost, so nothing is proved")
        let observed = try await single(desired)
        #expect(observed.identifier == made.identifier)
        #expect(differences(observed, desired) == [:])
        let twins = try await bench.observe(kind, desired).filter { $0.name != nil && $0.name == observed.name }
        #expect(twins.count <= 1, "the repeated create left a second one of the same name")
    }

    func outsideChangesAreSeenAndRepaired() async throws {
        let covered = Set(sample.outsideChanges.map(\.field)).union(sample.unshownFields.keys)
        let updatable = Set(kind.fields.filter { $0.row.effect == .update }.map(\.row.name))
        #expect(updatable.subtracting(covered).isEmpty, "no outside change for these fields")
        let desired = try await desired()
        _ = try await make(desired)
        for change in sample.outsideChanges where sample.unshownFields[change.field] == nil {
            let before = try await single(desired)
            try await change.make(bench, kind, before, desired.attributes)
            let changed = try await single(desired)
            let differing = differences(changed, desired)
            #expect(Set(differing.keys) == [change.field], "after a change of \(change.field): \(differing)")
            let made = try await kind.update(
                changed,
                to: desired,
                changing: [change.field],
                through: bench.session
            )
            try await bench.settle(kind, made)
            let repaired = try await single(desired)
            #expect(differences(repaired, desired) == [:], "after the repair of \(change.field)")
            if !kind.traits.isRevised { #expect(repaired.identifier == before.identifier) }
        }
    }

    func tagsAreWrittenAndRepaired() async throws {
        guard kind.traits.carriesTags else { return }
        let desired = try await desired()
        _ = try await make(desired)
        let observed = try await single(desired)
        #expect(desired.tags.filter { observed.tags[$0.key] != $0.value } == [:], "missing after create")
        try await kind.tag(observed, ["CostCode": "9999", "Other": "a b/c=d"], through: bench.session)
        let changed = try await single(desired)
        #expect(changed.tags["CostCode"] == "9999")
        #expect(changed.tags["Other"] == "a b/c=d")
        try await kind.tag(changed, desired.tags, through: bench.session)
        let repaired = try await single(desired)
        #expect(desired.tags.filter { repaired.tags[$0.key] != $0.value } == [:])
        #expect(repaired.tags["Other"] == "a b/c=d", "a tag of somebody else was taken away")
    }

    func deleteTwiceSucceeds() async throws {
        let desired = try await desired()
        _ = try await make(desired)
        let observed = try await single(desired)
        for _ in 1...2 {
            try await kind.delete(observed, through: bench.session)
            try await bench.poll("\(kind.noun) to be gone") {
                try await kind.isGone(observed, through: bench.session) ? nil : "still there"
            }
            #expect(try await bench.ours(kind, desired).isEmpty)
        }
    }

    func desired() async throws -> Desired<Kind.Attributes> {
        bench.desired(kind, try await sample.attributes(on: bench), tags: kind.traits.carriesTags ? sample.tags : [:])
    }

    func make(_ desired: Desired<Kind.Attributes>) async throws -> Made {
        let made = try await kind.create(desired, through: bench.session)
        try await bench.settle(kind, made)
        return made
    }

    /// The one resource that is ours; anything but one is an issue.
    func single(_ desired: Desired<Kind.Attributes>) async throws -> Observed<Kind.Attributes> {
        let ours = try await bench.ours(kind, desired)
        #expect(ours.count == 1, "the identifiers that are ours: \(ours.map(\.identifier))")
        return try bench.found(ours.first, "\(kind.noun) of ours")
    }

    /// What a plan would show, by field: both values.
    private func differences(
        _ observed: Observed<Kind.Attributes>,
        _ desired: Desired<Kind.Attributes>
    ) -> [String: String] {
        let before = kind.values(of: observed.attributes)
        // A resource may refer to itself.
        let after = kind.values(of: desired.attributes).mapValues { value in
            value.resolved { $0 == desired.address ? observed.outputs[$1] : nil }
        }
        var result: [String: String] = [:]
        for row in kind.fields.map(\.row) where row.effect != .initial {
            guard let wanted = after[row.name] else { continue }
            let held = before[row.name]
            if row.comparison == .declaredKeys, case .map(let wantedKeys) = wanted {
                guard case .map(let heldKeys)? = held, wantedKeys.allSatisfy({ heldKeys[$0.key] == $0.value }) else {
                    result[row.name] = "\(held.map(String.init(describing:)) ?? "nothing") → \(wanted)"
                    continue
                }
            } else if held != wanted {
                result[row.name] = "\(held.map(String.init(describing:)) ?? "nothing") → \(wanted)"
            }
        }
        return result
    }
}
