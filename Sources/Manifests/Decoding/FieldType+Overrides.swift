import Model

extension FieldType where Value == [String: ResourceOverride] {
    /// Properties by resource. Which resources and properties there are is the blueprints' to say.
    static let overrides = FieldType(
        schema: { overridesSchema() },
        decode: { node, decoder in decoder.overrides(node) }
    )
}

/// The schema knows the two keys that every resource has; the others are the resources' own.
private func overridesSchema() -> [(String, JSON)] {
    let text: (String, JSON) = ("type", .string("string"))
    let identifier: [(String, JSON)] = [
        text, ("description", .string("What AWS names the resource by that is taken over.")),
    ]
    let tags: [(String, JSON)] = [
        ("type", .string("object")), ("additionalProperties", .object([text])),
        ("description", .string("In place of, or besides, the tags of the blueprint.")),
    ]
    let resource: [(String, JSON)] = [
        ("type", .string("object")),
        ("properties", .object([("identifier", .object(identifier)), ("tags", .object(tags))])),
        ("minProperties", .integer(1)),
    ]
    return [
        ("type", .string("object")),
        ("propertyNames", .object([("pattern", .string(FieldType<String>.resourcePattern))])),
        ("additionalProperties", .object(resource)),
    ]
}

extension FieldType where Value == String {
    fileprivate static var resourcePattern: String { "^[A-Z][A-Za-z0-9]*$" }

    /// The name of a resource below its manifest, such as `TargetGroup`.
    static let resourceName = text(pattern: resourcePattern, lengths: 1...64) { name in
        let isRight = name.consists(of: .letters, .digits) && name.first?.isUppercase == true
        return isRight ? nil : "a resource's name such as TargetGroup"
    }
}

extension ManifestDecoder {
    fileprivate mutating func overrides(_ node: YAMLNode) -> [String: ResourceOverride]? {
        guard case .mapping(let entries) = node.content else {
            expected("a mapping of resources", found: node)
            return nil
        }
        var result: [String: ResourceOverride] = [:]
        for entry in entries {
            result[entry.key] = inside(key: entry.key, at: entry.place) { $0.resourceOverride(entry.value) }
        }
        return result
    }

    private mutating func resourceOverride(_ node: YAMLNode) -> ResourceOverride? {
        guard case .mapping(let entries) = node.content, !entries.isEmpty else {
            expected("a mapping of properties", found: node)
            return nil
        }
        var result = ResourceOverride()
        for entry in entries {
            inside(key: entry.key, at: entry.place) { decoder in
                switch entry.key {
                case "identifier": result.identifier = decoder.text(entry.value)
                case "tags": result.tags = decoder.tags(entry.value)
                default: result.properties[entry.key] = decoder.patch(entry.value)
                }
            }
        }
        return result
    }

    private mutating func tags(_ node: YAMLNode) -> [String: String] {
        guard case .mapping(let entries) = node.content else {
            expected("a mapping of tags", found: node)
            return [:]
        }
        var result: [String: String] = [:]
        for entry in entries {
            if entry.key.hasPrefix("aws:") || entry.key.hasPrefix("plumbline:") {
                error("the tag \(YAMLScalar.quoted(entry.key)) is not yours to set: remove it")
            }
            inside(key: entry.key, at: entry.place) { decoder in
                result[entry.key] = decoder.text(entry.value)
            }
        }
        return result
    }

    private mutating func patch(_ node: YAMLNode) -> Patch? {
        guard !node.isNull else { return .remove }
        guard case .mapping(let entries) = node.content else { return value(node).map(Patch.replace) }
        var changes: [String: Patch] = [:]
        for entry in entries {
            changes[entry.key] = inside(key: entry.key, at: entry.place) { $0.patch(entry.value) }
        }
        return .merge(changes)
    }

    /// A value inside of a list, or a single one.
    private mutating func value(_ node: YAMLNode) -> Value? {
        switch node.content {
        case .scalar(let scalar):
            switch scalar.meaning {
            case .integer(let number): return .int(Int64(number))
            case .boolean(let flag): return .bool(flag)
            default: return text(node).map(Value.string)
            }
        case .sequence(let nodes):
            var items: [Value] = []
            for (index, node) in nodes.enumerated() {
                let item = inside(element: index, at: node.place) { $0.value(node) }
                if let item { items.append(item) }
            }
            return .list(items)
        case .mapping(let entries):
            var members: [String: Value] = [:]
            for entry in entries {
                members[entry.key] = inside(key: entry.key, at: entry.place) { $0.value(entry.value) }
            }
            return .map(members)
        }
    }
}
