/// What a value must be: how it is read from YAML, and how a schema says so.
struct FieldType<Value: Sendable>: Sendable {
    /// The members of the value's JSON Schema.
    var schema: @Sendable () -> [(String, JSON)]
    /// What the schema demands besides when the value is not completed by a base; nil when nothing.
    var demands: @Sendable () -> JSON? = { nil }
    /// The value, or nil after having reported why there is none. What is reported of a value that is returned all the
    /// same makes it unsound.
    var decode: @Sendable (YAMLNode, inout ManifestDecoder) -> Value?
    /// The value as JSON, for a schema's default; nil where a default says nothing to a reader.
    var encode: @Sendable (Value) -> JSON? = { _ in nil }
}

extension FieldType where Value == Bool {
    static let boolean = FieldType(
        schema: { [("type", .string("boolean"))] },
        decode: { node, decoder in
            if case .scalar(let scalar) = node.content, case .boolean(let flag) = scalar.meaning { return flag }
            decoder.expected("true or false", found: node)
            return nil
        },
        encode: { .boolean($0) }
    )
}

extension FieldType where Value == Int {
    static let port = integer(1...65535)

    static func integer(_ range: ClosedRange<Int>) -> FieldType {
        FieldType(
            schema: {
                [
                    ("type", .string("integer")), ("minimum", .integer(range.lowerBound)),
                    ("maximum", .integer(range.upperBound)),
                ]
            },
            decode: { node, decoder in
                guard let number = wholeNumber(node, &decoder) else { return nil }
                if range.contains(number) { return number }
                decoder.error(
                    "\(decoder.key) must be from \(range.lowerBound) to \(range.upperBound), not \(number)"
                )
                return nil
            },
            encode: { .integer($0) }
        )
    }

    static func integer(oneOf values: [Int]) -> FieldType {
        FieldType(
            schema: { [("type", .string("integer")), ("enum", .array(values.map(JSON.integer)))] },
            decode: { node, decoder in
                guard let number = wholeNumber(node, &decoder) else { return nil }
                if values.contains(number) { return number }
                let list = values.map(String.init).joined(separator: ", ")
                decoder.error("\(decoder.key) must be one of \(list), not \(number)")
                return nil
            },
            encode: { .integer($0) }
        )
    }

    private static func wholeNumber(_ node: YAMLNode, _ decoder: inout ManifestDecoder) -> Int? {
        if case .scalar(let scalar) = node.content {
            if case .integer(let number) = scalar.meaning { return number }
            if !scalar.isPlain, Int(scalar.text) != nil {
                decoder.error(
                    "\(decoder.key) must be a whole number, but \(scalar.description) is in quotes: remove them"
                )
                return nil
            }
        }
        decoder.expected("a whole number", found: node)
        return nil
    }
}

extension FieldType where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of the cases of an enumeration.
    static func choice() -> FieldType {
        FieldType(
            schema: { [("type", .string("string")), ("enum", .array(Value.allCases.map { .string($0.rawValue) }))] },
            decode: { node, decoder in
                guard let text = decoder.text(node) else { return nil }
                if let value = Value(rawValue: text) { return value }
                let choices = Value.allCases.map(\.rawValue)
                let hint = Suggestion.phrase(for: text, among: choices)
                decoder.error(
                    "\(decoder.key) must be \(Phrase.alternatives(choices)), not \(YAMLScalar.quoted(text))\(hint)"
                )
                return nil
            },
            encode: { .string($0.rawValue) }
        )
    }
}

extension FieldType where Value: ManifestObject {
    /// A mapping with a type of its own.
    static func object() -> FieldType {
        FieldType(
            schema: { ObjectSchema.members(of: Value.fields) },
            demands: { ObjectSchema.demands(of: Value.fields) },
            decode: { node, decoder in decoder.object(node) }
        )
    }
}

extension FieldType {
    /// A list whose elements are all of one type.
    static func list<Element>(of element: FieldType<Element>) -> FieldType where Value == [Element] {
        FieldType(
            schema: { [("type", .string("array")), ("items", .object(element.schema()))] },
            decode: { node, decoder in
                guard case .sequence(let nodes) = node.content else {
                    decoder.expected("a list", found: node)
                    return nil
                }
                return nodes.enumerated().compactMap { index, node in
                    decoder.inside(element: index, at: node.place) { decoder in element.decode(node, &decoder) }
                }
            },
            encode: { values in
                let elements = values.compactMap(element.encode)
                return elements.count == values.count ? .array(elements) : nil
            }
        )
    }
}
