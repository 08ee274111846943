/// One key of a mapping: where its value goes, what it must be, and a line of text about it.
///
/// The same row feeds the decoding, the schema and the completion in editors.
struct ManifestField<Owner: ManifestObject>: Sendable {
    let key: String
    let isRequired: Bool
    /// The schema of the value, with text and default.
    let schema: @Sendable () -> JSON
    /// What the schema demands besides when the value is not completed by a base; nil when nothing.
    let demands: @Sendable () -> JSON?
    let decode: @Sendable (YAMLNode, inout Owner, inout ManifestDecoder) -> Void

    static func required<Value>(
        _ key: String,
        _ path: WritableKeyPath<Owner, Value> & Sendable,
        _ type: FieldType<Value>,
        _ text: String
    ) -> Self {
        Self(key, type, text, isRequired: true, default: { nil }, assign: { $0[keyPath: path] = $1 })
    }

    /// A key that may be left out; the default is the owner's own.
    static func optional<Value>(
        _ key: String,
        _ path: WritableKeyPath<Owner, Value> & Sendable,
        _ type: FieldType<Value>,
        _ text: String
    ) -> Self {
        Self(
            key,
            type,
            text,
            isRequired: false,
            default: { type.encode(Owner()[keyPath: path]) },
            assign: { $0[keyPath: path] = $1 }
        )
    }

    /// A key that may be left out, and has no default.
    static func optional<Value>(
        _ key: String,
        _ path: WritableKeyPath<Owner, Value?> & Sendable,
        _ type: FieldType<Value>,
        _ text: String
    ) -> Self {
        Self(key, type, text, isRequired: false, default: { nil }, assign: { $0[keyPath: path] = $1 })
    }

    private init<Value>(
        _ key: String,
        _ type: FieldType<Value>,
        _ text: String,
        isRequired: Bool,
        default: @escaping @Sendable () -> JSON?,
        assign: @escaping @Sendable (inout Owner, Value) -> Void
    ) {
        self.key = key
        self.isRequired = isRequired
        schema = {
            var members = type.schema()
            members.append(("description", .string(text)))
            if let value = `default`() { members.append(("default", value)) }
            return .object(members)
        }
        demands = type.demands
        decode = { node, owner, decoder in
            if let value = type.decode(node, &decoder) { assign(&owner, value) }
        }
    }
}

extension ManifestField {
    static func adopt(_ path: WritableKeyPath<Owner, Bool> & Sendable) -> Self {
        .optional(
            "adopt",
            path,
            .boolean,
            "Whether existing resources of the same names, owned by nobody, are taken over."
        )
    }

    static func deletionPolicy(_ path: WritableKeyPath<Owner, DeletionPolicy> & Sendable) -> Self {
        .optional(
            "deletionPolicy",
            path,
            .choice(),
            "What happens to the resources when the manifest goes: delete them, or retain them and forget them."
        )
    }

    static func overrides(_ path: WritableKeyPath<Owner, [String: ResourceOverride]> & Sendable) -> Self {
        .optional(
            "overrides",
            path,
            .overrides,
            "What differs from the blueprint, by resource and property, as plans name them: maps merge, lists and single "
                + "values replace, null leaves a property unmanaged."
        )
    }

    static func omit(_ path: WritableKeyPath<Owner, [String]> & Sendable) -> Self {
        .optional(
            "omit",
            path,
            .list(of: .resourceName),
            "Resources of the blueprint that are neither made nor looked for, such as Parameter."
        )
    }
}
