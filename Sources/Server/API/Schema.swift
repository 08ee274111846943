/// A JSON Schema (2020-12, which OpenAPI 3.1 uses), as far as the documents of the API need it.
indirect enum Schema: Sendable {
    case any, string, integer, boolean
    /// ISO 8601, in UTC.
    case time
    case words([String])
    case array(Schema)
    case map(Schema)
    /// Every key is always there, and no other.
    case object([(String, Schema)])
    /// Some keys may be left out.
    case input([(name: String, schema: Schema, isRequired: Bool)])
    case optional(Schema)
    /// One of the document's components.
    case component(String)

    var json: JSONValue {
        switch self {
        case .any: return [:]
        case .string: return ["type": "string"]
        case .integer: return ["type": "integer"]
        case .boolean: return ["type": "boolean"]
        case .time: return ["type": "string", "format": "date-time"]
        case .words(let words): return ["type": "string", "enum": .array(words.map(JSONValue.string))]
        case .array(let items): return ["type": "array", "items": items.json]
        case .map(let values): return ["type": "object", "additionalProperties": values.json]
        case .object(let properties):
            return Schema.input(properties.map { ($0, $1, true) }).json
        case .input(let properties):
            let required = properties.filter(\.isRequired).map { JSONValue.string($0.name) }.sorted {
                "\($0)" < "\($1)"
            }
            return [
                "type": "object", "additionalProperties": false, "required": .array(required),
                "properties": .object(
                    Dictionary(properties.map { ($0.name, $0.schema.json) }) { first, _ in first }),
            ]
        case .optional(let schema): return ["anyOf": [schema.json, ["type": "null"]]]
        case .component(let name): return ["$ref": .string("#/components/schemas/\(name)")]
        }
    }
}
