/// The JSON Schema of a mapping, from its rows.
enum ObjectSchema {
    /// The members of the schema, without what is required.
    static func members<Owner>(of fields: [ManifestField<Owner>], besides: [(String, JSON)] = []) -> [(String, JSON)] {
        [
            ("type", .string("object")),
            ("properties", .object(fields.map { ($0.key, $0.schema()) } + besides)),
            ("additionalProperties", .boolean(false)),
        ]
    }

    /// What is required, here and further down; nil when nothing is.
    static func demands<Owner>(of fields: [ManifestField<Owner>]) -> JSON? {
        let required = fields.filter(\.isRequired).map { JSON.string($0.key) }
        let inner = fields.compactMap { field in field.demands().map { (field.key, $0) } }
        var members: [(String, JSON)] = []
        if !required.isEmpty { members.append(("required", .array(required))) }
        if !inner.isEmpty { members.append(("properties", .object(inner))) }
        return members.isEmpty ? nil : .object(members)
    }
}
