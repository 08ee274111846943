import AWSClient
import Controller
import Model

/// The JSON documents of the command line; scripts depend on their keys.
enum PlanDocument {
    /// The document of `plan --output json`.
    static func plan(_ run: PlannedRun) -> JSONObject {
        document(
            revision: run.loaded.revision, plan: run.plan, digests: run.digests, apiCalls: run.apiCalls,
            diagnostics: run.plan.diagnostics,
            outcomes: nil)
    }

    /// The document of `apply --output json`: the plan, with outcomes.
    static func apply(_ applied: AppliedRun) -> JSONObject {
        var diagnostics = applied.run.plan.diagnostics
        if let refusal = applied.refusal { diagnostics.append(Diagnostic(.error, refusal.message)) }
        if let failure = applied.recordingFailure { diagnostics.append(Diagnostic(.error, failure)) }
        diagnostics += applied.leftoverDiagnostics
        var object = document(
            revision: applied.run.loaded.revision, plan: applied.run.plan, digests: applied.run.digests,
            apiCalls: applied.run.apiCalls, diagnostics: diagnostics, outcomes: applied.outcomes)
        object["outcome"] = .string(applied.outcome.rawValue)
        return object
    }

    /// What there is to say when there is no plan.
    static func problems(_ revision: Revision?, _ diagnostics: [Diagnostic]) -> JSONObject {
        document(
            revision: revision, plan: Plan(changes: [], unchanged: 0, digest: ""), digests: [:], apiCalls: [:],
            diagnostics: diagnostics, outcomes: nil)
    }

    private static func document(
        revision: Revision?, plan: Plan, digests: [String: String], apiCalls: [String: Int],
        diagnostics: [Diagnostic], outcomes: [ResourceAddress: ChangeOutcome]?
    ) -> JSONObject {
        var summary = JSONObject(ChangeAction.allCases.map { ($0.rawValue, .int(Int64(plan.count($0)))) })
        summary["unchanged"] = .int(Int64(plan.unchanged))
        return JSONObject([
            ("revision", revision.map { .string($0.description) } ?? .null),
            ("digest", plan.digest.isEmpty ? .null : .string(plan.digest)),
            (
                "digests",
                .object(JSONObject(digests.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.string($0.value)) }))
            ),
            ("summary", .object(summary)),
            ("changes", .array(plan.changes.map { .object(change($0, outcomes?[$0.address])) })),
            ("approvalReasons", .array(plan.approvalReasons.map(JSONValue.string))),
            ("diagnostics", .array(diagnostics.map { .object(diagnostic($0)) })),
            (
                "apiCalls",
                .object(JSONObject(apiCalls.sorted { $0.key < $1.key }.map { ($0.key, .int(Int64($0.value))) }))
            ),
        ])
    }

    private static func change(_ change: Change, _ outcome: ChangeOutcome?) -> JSONObject {
        var object = JSONObject([
            ("address", .string(change.address.path)),
            ("type", .string(change.type.name)),
            ("action", .string(change.action.rawValue)),
            ("reason", .string(change.reason.rawValue)),
            ("identifier", change.identifier.map(JSONValue.string) ?? .null),
            (
                "fields",
                .array(
                    change.fields.map { field in
                        .object(
                            JSONObject([
                                ("name", .string(field.name)),
                                ("before", field.isSecret ? .string("•••") : JSONValue(field.before)),
                                ("after", field.isSecret ? .string("•••") : JSONValue(field.after)),
                            ]))
                    })
            ),
        ])
        guard let outcome else { return object }
        object["outcome"] = .string(outcome.word)
        switch outcome {
        case .failed(let error):
            object["error"] = .string(error.description)
            add(error.location, to: &object)
        case .skipped(let root): object["error"] = .string("because \(root) failed")
        case .succeeded(let made?): object["identifier"] = .string(made.identifier)
        case .succeeded(nil), .cancelled: break
        }
        return object
    }

    static func diagnostic(_ diagnostic: Diagnostic) -> JSONObject {
        var object = JSONObject([("severity", .string(diagnostic.severity.rawValue))])
        add(diagnostic.location, to: &object)
        if let address = diagnostic.address { object["address"] = .string(address.path) }
        object["message"] = .string(diagnostic.message)
        return object
    }

    private static func add(_ place: SourceLocation?, to object: inout JSONObject) {
        guard let place else { return }
        object["file"] = .string(place.file)
        object["line"] = .int(Int64(place.line))
        object["column"] = .int(Int64(place.column))
    }
}

extension JSONValue {
    /// A field's value; what is not known yet stands as `${address.output}`.
    init(_ value: Model.Value?) {
        switch value {
        case nil: self = .null
        case .string(let text)?: self = .string(text)
        case .int(let number)?: self = .int(number)
        case .bool(let flag)?: self = .bool(flag)
        case .list(let items)?: self = .array(items.map { JSONValue($0) })
        case .set(let items)?:
            self = .array(items.sorted { $0.description < $1.description }.map { JSONValue($0) })
        case .map(let entries)?:
            self = .object(JSONObject(entries.sorted { $0.key < $1.key }.map { ($0.key, JSONValue($0.value)) }))
        case .reference(let reference)?: self = .string(reference.description)
        }
    }
}

extension AppliedRun {
    /// What the check after the apply still found, and what it could not see.
    var leftoverDiagnostics: [Diagnostic] {
        guard outcome != .approvalNeeded, outcome != .interrupted else { return [] }
        let outcomes = outcomes
        let differing = leftover.compactMap { change -> Diagnostic? in
            let fields = change.fields.map(\.line).joined(separator: "; ")
            switch outcomes[change.address] {
            case .succeeded:
                return Diagnostic(.error, "still differs after it was applied: \(fields)", address: change.address)
            case nil:
                return Diagnostic(
                    .error, "differs now, and did not when the plan was made; run it again: \(fields)",
                    address: change.address)
            case .failed, .skipped, .cancelled: return nil
            }
        }
        return differing + laterErrors
    }
}
