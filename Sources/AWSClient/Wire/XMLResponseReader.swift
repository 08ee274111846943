import Foundation

/// Reads answers of the query protocol and of its EC2 variant, and the bodies of the REST protocol.
struct XMLResponseReader {
    let table: ServiceTable

    static func read(
        _ body: [UInt8],
        _ operation: ServiceTable.Operation,
        _ table: ServiceTable
    ) throws(WireProblem) -> WireValue {
        let reader = XMLResponseReader(table: table)
        let members = table.members(of: operation.output)
        if body.isEmpty, members.isEmpty { return .record([]) }
        var element = try document(body)
        // A page of something in between can be well-formed too; reading it would look as if nothing were there.
        guard element.name.hasSuffix("Response") else {
            throw WireProblem(description: "the answer is <\(element.name)>, not an AWS response")
        }
        if members.isEmpty { return .record([]) }
        if let wrapper = operation.resultWrapper {
            guard let inner = element.child(wrapper) else {
                throw WireProblem(description: "the answer has no element \(wrapper)")
            }
            element = inner
        }
        return try reader.structure(element, members, at: operation.name)
    }

    /// The error's code, message and request id, or nil when the body is no error document.
    static func error(_ response: WireResponse) -> (code: String, message: String, requestID: String?)? {
        guard let root = try? document(response.body) else { return nil }
        // S3's error is the root itself.
        let own = root.name == "Error" ? root : nil
        guard let error = own ?? root.child("Error") ?? root.child("Errors")?.child("Error"),
            let code = error.child("Code")?.text
        else { return nil }
        let message = (error.child("Message") ?? error.child("message"))?.text ?? ""
        return (code, message, requestID(root))
    }

    private static func requestID(_ root: XMLElement) -> String? {
        let element =
            root.child("RequestId") ?? root.child("RequestID") ?? root.child("requestId")
            ?? root.child("ResponseMetadata")?.child("RequestId")
        return element?.text
    }

    static func document(_ body: [UInt8]) throws(WireProblem) -> XMLElement {
        do throws(XMLError) {
            return try XMLParser.parse(body)
        } catch {
            throw WireProblem(description: error.description)
        }
    }

    func structure(_ element: XMLElement, _ members: [Shape.Member], at place: String) throws(WireProblem)
        -> WireValue
    {
        let children = Dictionary(grouping: element.children, by: \.name)
        var fields: [WireField] = []
        for member in members {
            let reference = member.reference
            if reference.isAttribute {
                guard let text = element.attributes[reference.locationName ?? member.name] else { continue }
                fields.append(WireField(name: member.lowercasedName, value: .string(text)))
                continue
            }
            guard let found = children[reference.locationName ?? member.name], let first = found.first else { continue }
            let place = "\(place).\(member.name)"
            let value =
                isFlat(reference) ? try flat(found, reference, at: place) : try value(first, reference, at: place)
            fields.append(WireField(name: member.lowercasedName, value: value))
        }
        return .record(fields)
    }

    private func isFlat(_ reference: ShapeReference) -> Bool {
        switch table.shape(of: reference) {
        case .list(_, let flattened)?, .map(_, _, let flattened)?: flattened || reference.isFlattened
        default: false
        }
    }

    /// A list or map whose items stand directly in the structure.
    private func flat(_ elements: [XMLElement], _ reference: ShapeReference, at place: String) throws(WireProblem)
        -> WireValue
    {
        switch table.shape(of: reference) {
        case .list(let item, _)?: return try list(elements, item, at: place)
        case .map(let key, let item, _)?: return try map(elements, key, item, at: place)
        default: return .null
        }
    }

    private func value(_ element: XMLElement, _ reference: ShapeReference, at place: String) throws(WireProblem)
        -> WireValue
    {
        switch table.shape(of: reference) {
        case .structure(let members)?: return try structure(element, members, at: place)
        case .list(let item, _)?: return try list(element.children, item, at: place)
        case .map(let key, let item, _)?: return try map(element.children, key, item, at: place)
        case nil: return try scalar(element.text, reference, at: place)
        }
    }

    private func list(_ elements: [XMLElement], _ item: ShapeReference, at place: String) throws(WireProblem)
        -> WireValue
    {
        var items: [WireValue] = []
        let place = "\(place)[]"
        for element in elements { items.append(try value(element, item, at: place)) }
        return .list(items)
    }

    private func map(
        _ entries: [XMLElement],
        _ key: ShapeReference,
        _ item: ShapeReference,
        at place: String
    ) throws(WireProblem) -> WireValue {
        var fields: [WireField] = []
        for entry in entries {
            guard let name = entry.child(key.locationName ?? "key")?.text,
                let element = entry.child(item.locationName ?? "value")
            else { throw WireProblem(description: "\(place) has an entry without key or value") }
            // A place is made for every value below it: a long key must not become part of each.
            let place = "\(place).\(name.shortened(to: 64))"
            fields.append(WireField(name: name, value: try value(element, item, at: place)))
        }
        return .record(fields)
    }

    func scalar(_ text: String, _ reference: ShapeReference, at place: String) throws(WireProblem) -> WireValue {
        if reference.kind == .string { return .string(text) }
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        switch reference.kind {
        case .boolean:
            if ["true", "false"].contains(trimmed.lowercased()) { return .bool(trimmed.lowercased() == "true") }
        case .integer, .long:
            if let number = Int64(trimmed) { return .int(number) }
        case .double:
            if let number = Double(trimmed) { return .double(number) }
        case .blob:
            if let data = Data(base64Encoded: trimmed) { return .blob([UInt8](data)) }
        case .timestamp:
            if let seconds = WireTimestamp.seconds(trimmed) { return .timestamp(seconds) }
        case .string, .document, .shape: return .string(text)
        }
        // An empty element stands for an absent value.
        if trimmed.isEmpty { return .null }
        throw WireProblem(description: "\(place) is no \(reference.kind)")
    }
}
