/// The JSON Schemas (draft 2020-12) of the manifests, for editors and CI; made from the rows that decode them.
public enum ManifestSchemas {
    /// One schema per kind, then `plumbline.schema.json`, which holds for a document of any kind.
    ///
    /// The same version gives the same texts. A schema knows less than the reader: it sees one document, without its
    /// bases, and no limits that depend on several values.
    public static func all() -> [(fileName: String, json: String)] {
        let kinds = ManifestKinds.all
        return kinds.map { ("\($0.kind.lowercased()).schema.json", file(members(of: $0))) }
            + [("plumbline.schema.json", file(combined(kinds)))]
    }

    private static func file(_ members: [(String, JSON)]) -> String {
        JSON.object([("$schema", .string("https://json-schema.org/draft/2020-12/schema"))] + members).text
    }

    private static func combined(_ kinds: [any ManifestKind.Type]) -> [(String, JSON)] {
        [
            ("title", .string("Plumbline manifest")),
            (
                "oneOf",
                .array(kinds.map { .object([("$ref", .string("#/$defs/\($0.kind)"))]) })
            ),
            ("$defs", .object(kinds.map { ($0.kind, .object(members(of: $0))) })),
        ]
    }

    private static func members<Kind: ManifestKind>(of kind: Kind.Type) -> [(String, JSON)] {
        let metadata = ObjectSchema.members(of: Kind.metadata) + required(ObjectSchema.demands(of: Kind.metadata))
        return [
            ("title", .string(Kind.kind)),
            ("description", .string(Kind.summary)),
            ("type", .string("object")),
            (
                "properties",
                .object([
                    ("apiVersion", .object([("const", .string(ManifestKinds.apiVersion))])),
                    ("kind", .object([("const", .string(Kind.kind))])),
                    ("metadata", .object(metadata)),
                    ("spec", .object(spec(of: kind))),
                ])
            ),
            ("required", .array(["apiVersion", "kind", "metadata", "spec"].map(JSON.string))),
            ("additionalProperties", .boolean(false)),
        ]
    }

    /// What is required may stand in the base, so it is demanded only of a spec without one.
    private static func spec<Kind: ManifestKind>(of kind: Kind.Type) -> [(String, JSON)] {
        let text = "Another file whose keys this spec is laid over, relative to this file, or from the root with a /."
        let base = JSON.object([
            ("type", .string("string")), ("minLength", .integer(1)), ("description", .string(text)),
        ])
        let members = ObjectSchema.members(of: Kind.fields, besides: [(BaseMerger.key, base)])
        guard let demands = ObjectSchema.demands(of: Kind.fields) else { return members }
        let hasBase = JSON.object([("required", .array([.string(BaseMerger.key)]))])
        return members + [("if", .object([("not", hasBase)])), ("then", demands)]
    }

    private static func required(_ demands: JSON?) -> [(String, JSON)] {
        if case .object(let members) = demands { members } else { [] }
    }
}
