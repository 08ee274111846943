/// Writes values as XML elements, members in the order of the model.
struct XMLBodyWriter {
    let table: ServiceTable

    /// The elements for a value: one, or as many as a flattened list or map has items.
    func elements(_ name: String, _ value: WireValue, _ reference: ShapeReference) throws(WireProblem) -> [XMLElement] {
        switch table.shape(of: reference) {
        case .structure(let members)?:
            return [try element(name, structure: value, members, reference.namespace)]
        case .list(let item, let flattened)?:
            return try list(name, value, item, reference, isFlat: flattened || reference.isFlattened)
        case .map(let key, let item, let flattened)?:
            return try map(name, value, key, item, reference, isFlat: flattened || reference.isFlattened)
        case nil:
            let element = XMLElement(name: name, attributes: Self.attributes(reference.namespace))
            element.append(text: try value.text(reference, .iso8601, at: name))
            return [element]
        }
    }

    /// - Parameter members: those that belong into the element; a field of any other is left out.
    func element(
        _ name: String, structure value: WireValue, _ members: [Shape.Member], _ namespace: ShapeReference.Namespace?
    ) throws(WireProblem) -> XMLElement {
        guard case .record(let fields) = value else { throw WireProblem(description: "\(name) must be a structure") }
        var attributes = Self.attributes(namespace)
        var children: [XMLElement] = []
        for member in members {
            guard let field = fields.first(where: { $0.name.lowercased() == member.lowercasedName }),
                field.value != .null
            else { continue }
            let childName = member.reference.locationName ?? member.name
            if member.reference.isAttribute {
                attributes[childName] = try field.value.text(member.reference, .iso8601, at: childName)
            } else {
                children += try elements(childName, field.value, member.reference)
            }
        }
        let element = XMLElement(name: name, attributes: attributes)
        for child in children { element.append(child) }
        return element
    }

    private func list(
        _ name: String, _ value: WireValue, _ item: ShapeReference, _ reference: ShapeReference, isFlat: Bool
    ) throws(WireProblem) -> [XMLElement] {
        guard case .list(let items) = value else { throw WireProblem(description: "\(name) must be a list") }
        var elements: [XMLElement] = []
        for each in items {
            elements += try self.elements(isFlat ? name : item.locationName ?? "member", each, item)
        }
        return isFlat ? elements : [Self.element(name, around: elements, reference.namespace)]
    }

    private func map(
        _ name: String, _ value: WireValue, _ key: ShapeReference, _ item: ShapeReference,
        _ reference: ShapeReference, isFlat: Bool
    ) throws(WireProblem) -> [XMLElement] {
        guard case .record(let fields) = value else { throw WireProblem(description: "\(name) must be a map") }
        var entries: [XMLElement] = []
        for field in fields {
            let keys = try elements(key.locationName ?? "key", .string(field.name), key)
            let values = try elements(item.locationName ?? "value", field.value, item)
            let namespace = isFlat ? reference.namespace : nil
            entries.append(Self.element(isFlat ? name : "entry", around: keys + values, namespace))
        }
        return isFlat ? entries : [Self.element(name, around: entries, reference.namespace)]
    }

    private static func element(
        _ name: String, around children: [XMLElement], _ namespace: ShapeReference.Namespace?
    ) -> XMLElement {
        let element = XMLElement(name: name, attributes: attributes(namespace))
        for child in children { element.append(child) }
        return element
    }

    private static func attributes(_ namespace: ShapeReference.Namespace?) -> [String: String] {
        guard let namespace else { return [:] }
        return [namespace.prefix.map { "xmlns:\($0)" } ?? "xmlns": namespace.uri]
    }
}
