import AWSResources
import Model

/// A change of one field that somebody makes behind Plumbline's back.
struct OutsideChange<Kind: AWSResourceKind>: Sendable {
    /// The field that then differs, and no other.
    let field: String
    let make: @Sendable (Bench, Kind, Observed<Kind.Attributes>, Kind.Attributes) async throws -> Void

    /// The kind's own update to other attributes: it proves the way there and the way back.
    static func edit(
        _ field: String,
        _ change: @escaping @Sendable (inout Kind.Attributes, Bench) async throws -> Void
    ) -> OutsideChange {
        OutsideChange(field: field) { bench, kind, observed, attributes in
            var changed = attributes
            try await change(&changed, bench)
            let made = try await kind.update(
                observed,
                to: bench.desired(kind, changed, tags: observed.tags),
                changing: [field],
                through: bench.session
            )
            try await bench.settle(kind, made)
        }
    }

    /// Calls of AWS's own.
    static func call(
        _ field: String,
        _ body: @escaping @Sendable (Bench, Observed<Kind.Attributes>) async throws -> Void
    ) -> OutsideChange {
        OutsideChange(field: field) { bench, _, observed, _ in try await body(bench, observed) }
    }
}
