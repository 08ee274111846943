import AWSResources
import Foundation
import Ledger
import Model

/// How things stand as the status branch tells it: less than whoever works on an environment knows, and enough to see what
/// is wrong and what waits for a word.
extension EnvironmentStatus {
    /// Its conditions.
    /// - Parameter now: stands for the time that the command line does not write.
    func datedConditions(at now: Date) -> [DatedCondition] {
        conditions.map { DatedCondition($0, since: since[$0.kind] ?? changed ?? now) }
    }
}

extension ResourceState {
    /// Every recorded resource and every one that does not agree, sorted by address. Of what AWS holds nothing is known.
    static func recorded(_ status: EnvironmentStatus, _ inventory: Inventory?) -> [ResourceState] {
        let told = Dictionary(status.resources.compactMap(Told.init).map { ($0.address, $0) }) { first, _ in first }
        let known = inventory?.resources ?? [:]
        return Set(known.keys).union(told.keys).sorted().map { address in
            ResourceState(
                address: address, type: known[address]?.type ?? ResourceType(of: address),
                identifier: known[address]?.identifier, dependencies: known[address]?.dependencies ?? [],
                health: told[address]?.health ?? .inSync, message: told[address]?.message)
        }
    }

    /// A line of the status: `address: health: message`.
    private struct Told {
        var address: ResourceAddress
        var health: Health
        var message: String?

        init?(_ line: String) {
            let parts = line.split(separator: ": ", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count > 1, let health = Health(rawValue: String(parts[1])) else { return nil }
            address = ResourceAddress(String(parts[0]))
            self.health = health
            message = parts.count > 2 ? String(parts[2]) : nil
        }
    }
}

extension PlanState {
    /// The plan that waits, or the last one that was carried out; nil when there was none.
    init?(recorded status: EnvironmentStatus, _ inventory: Inventory?) {
        guard !status.plan.isEmpty, let revision = Revision(status.revision) else { return nil }
        let records = status.waiting.isEmpty ? status.changes : status.waiting
        let changes = records.compactMap { ChangeState(recorded: $0, inventory) }
        let changed = Set(changes.map(\.address))
        let needed = status.condition(.stalled).flatMap {
            $0.isTrue && $0.reason == Verdict.Reason.approvalNeeded.rawValue ? $0.message : nil
        }
        self.init(
            digest: status.plan, revision: revision,
            made: (status.waiting.isEmpty ? status.changed : nil) ?? status.since[.ready] ?? .distantPast,
            changes: changes, unchanged: inventory?.resources.keys.count { !changed.contains($0) } ?? 0,
            approvalReasons: needed.map { [$0] } ?? [])
    }
}

extension ChangeState {
    fileprivate init?(recorded record: ChangeRecord, _ inventory: Inventory?) {
        guard let action = ChangeAction(rawValue: record.action) else { return nil }
        let address = ResourceAddress(record.address)
        let known = inventory?.resources[address]
        self.init(
            address: address, type: known?.type ?? ResourceType(of: address), action: action,
            reason: record.reason.flatMap { ChangeReason(rawValue: $0) } ?? .manifest, identifier: known?.identifier,
            fields: record.fields.map { FieldChange(line: $0) }, state: record.outcome, message: record.error)
    }
}

extension FieldChange {
    /// Reads what `line` writes; what is in another form is taken for texts.
    init(line: String) {
        let parts = line.split(separator: ": ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let (name, text) = (parts[0], parts.count > 1 ? parts[1] : "")
        if text == "••• -> •••" {
            self.init(name: name, before: "•••", after: "•••", isSecret: true)
        } else if let (before, after) = Self.values(text) {
            self.init(name: name, before: before, after: after)
        } else {
            let halves = text.split(separator: " -> ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            self.init(
                name: name, before: halves.first.map { .string($0) },
                after: halves.count > 1 ? .string(halves[1]) : nil)
        }
    }

    private static func values(_ text: String) -> (before: Value?, after: Value?)? {
        var scanner = ValueScanner(text)
        var values: [Value?] = []
        for end in [" -> ", ""] {
            if scanner.take("(none)") {
                values.append(nil)
            } else {
                guard let value = scanner.value() else { return nil }
                values.append(value)
            }
            guard scanner.take(end) else { return nil }
        }
        return scanner.isAtEnd ? (values[0], values[1]) : nil
    }
}

extension ResourceType {
    /// The type of the kind whose noun an address ends with; where it is none of ours, the address' own word.
    fileprivate init(of address: ResourceAddress) {
        let kind = KindCatalog.all.filter { address.resource.hasSuffix($0.noun) }.max { $0.noun.count < $1.noun.count }
        self = kind?.type ?? ResourceType(address.resource)
    }
}
