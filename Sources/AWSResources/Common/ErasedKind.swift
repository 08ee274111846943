import Model

/// A kind's functions with its types forgotten.
struct ErasedKind: Sendable {
    let description: KindDescription
    let observe: @Sendable (ObservationScope, AWSSession) async throws -> [ObservedResource]
    let create: @Sendable (Order, AWSSession) async throws -> Made
    let update: @Sendable (ObservedResource, Order, Set<String>, AWSSession) async throws -> Made
    let tag: @Sendable (ObservedResource, [String: String], AWSSession) async throws -> Void
    let delete: @Sendable (ObservedResource, AWSSession) async throws -> Void
    let settled: @Sendable (Made, AWSSession) async throws -> Settlement
    let isGone: @Sendable (ObservedResource, AWSSession) async throws -> Bool

    init<Kind: AWSResourceKind>(_ kind: Kind) {
        description = KindDescription(
            type: kind.type,
            noun: kind.noun,
            traits: kind.traits,
            fields: kind.fields.map(\.row)
        )
        observe = { scope, session in
            try await kind.observe(scope, through: session).map { ObservedResource($0, kind) }
        }
        create = { order, session in
            try await kind.create(try order.desired(kind), through: session)
        }
        update = { observed, order, fields, session in
            try await kind.update(
                try observed.typed(kind),
                to: try order.desired(kind).called(as: try observed.typed(kind), kind),
                changing: fields,
                through: session
            )
        }
        tag = { observed, tags, session in try await kind.tag(try observed.typed(kind), tags, through: session) }
        delete = { observed, session in try await kind.delete(try observed.typed(kind), through: session) }
        settled = { made, session in try await kind.settled(made, through: session) }
        isGone = { observed, session in try await kind.isGone(try observed.typed(kind), through: session) }
    }
}

extension ObservedResource {
    convenience init<Kind: AWSResourceKind>(_ observed: Observed<Kind.Attributes>, _ kind: Kind) {
        self.init(
            type: kind.type,
            identifier: observed.identifier,
            name: observed.name,
            values: kind.values(of: observed.attributes),
            outputs: observed.outputs,
            tags: observed.tags,
            status: observed.status,
            parts: observed.parts,
            typed: observed
        )
    }

    fileprivate func typed<Kind: AWSResourceKind>(_ kind: Kind) throws(ResourceError) -> Observed<Kind.Attributes> {
        guard let observed = typed as? Observed<Kind.Attributes> else { throw .mismatch(type) }
        return observed
    }
}

extension Order {
    fileprivate func desired<Kind: AWSResourceKind>(_ kind: Kind) throws(ResourceError) -> Desired<Kind.Attributes> {
        guard let attributes = declaration.typed as? Kind.Attributes else { throw .mismatch(declaration.type) }
        return Desired(
            address: declaration.address,
            attributes: attributes,
            tags: tags,
            token: token,
            numbers: numbers,
            lookup: lookup
        )
    }
}

extension Desired {
    /// The same under the name of what is there: no change in place gives another, and what was taken over may have one
    /// that the manifests do not know.
    fileprivate func called<Kind: AWSResourceKind>(
        as observed: Observed<Attributes>, _ kind: Kind
    ) -> Desired where Kind.Attributes == Attributes {
        var result = self
        for field in kind.fields where field.row.staysWhenAdopted {
            _ = field.assign(field.value(observed.attributes), &result.attributes)
        }
        return result
    }
}

extension ResourceError {
    /// A resource of one kind was handed to another.
    fileprivate static func mismatch(_ type: ResourceType) -> ResourceError {
        ResourceError(.refused, operation: "match kinds", message: "a resource of another kind was taken for \(type)")
    }
}
