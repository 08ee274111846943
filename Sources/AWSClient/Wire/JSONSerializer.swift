import Foundation

/// Writes requests of the JSON protocols 1.0 and 1.1.
struct JSONSerializer {
    let table: ServiceTable

    static func serialize(
        _ value: WireValue,
        _ operation: ServiceTable.Operation,
        _ table: ServiceTable
    ) throws(WireProblem) -> WireRequest {
        let serializer = JSONSerializer(table: table)
        let body = try serializer.structure(value, table.members(of: operation.input), at: "the request")
        var headers = [
            ("X-Amz-Target", "\(table.targetPrefix ?? "").\(operation.name)"),
            ("Content-Type", "application/x-amz-json-\(table.jsonVersion ?? "1.1")"),
        ]
        if table.isQueryCompatible { headers.append(("x-amzn-query-mode", "true")) }
        return WireRequest(headers: headers, body: Array(body.text().utf8))
    }

    private func json(_ value: WireValue, _ reference: ShapeReference, at place: String) throws(WireProblem)
        -> JSONValue
    {
        if value == .null { return .null }
        switch (table.shape(of: reference), value) {
        case (.structure(let members)?, _): return try structure(value, members, at: place)
        case (.list(let item, _)?, .list(let items)):
            var array: [JSONValue] = []
            for element in items { array.append(try json(element, item, at: "\(place)[]")) }
            return .array(array)
        case (.map(_, let item, _)?, .record(let fields)):
            var object = JSONObject()
            for field in fields { object[field.name] = try json(field.value, item, at: "\(place).\(field.name)") }
            return .object(object)
        case (nil, _): return try scalar(value, reference, at: place)
        default: throw WireProblem(description: "\(place) must be a list or a map")
        }
    }

    private func structure(
        _ value: WireValue,
        _ members: [Shape.Member],
        at place: String
    ) throws(WireProblem) -> JSONValue {
        guard case .record(let fields) = value else { throw WireProblem(description: "\(place) must be a structure") }
        var object = JSONObject()
        for field in fields where field.value != .null {
            let lowercased = field.name.lowercased()
            guard let member = members.first(where: { $0.lowercasedName == lowercased }) else {
                throw WireProblem(description: "\(place) has no member \(field.name)")
            }
            let name = member.reference.locationName ?? member.name
            object[name] = try json(field.value, member.reference, at: "\(place).\(member.name)")
        }
        return .object(object)
    }

    private func scalar(_ value: WireValue, _ reference: ShapeReference, at place: String) throws(WireProblem)
        -> JSONValue
    {
        switch (reference.kind, value) {
        case (.string, .string(let text)): return .string(text)
        case (.boolean, .bool(let flag)): return .bool(flag)
        case (.integer, .int(let number)), (.long, .int(let number)), (.double, .int(let number)): return .int(number)
        case (.double, .double(let number)): return .double(number)
        case (.blob, .blob(let bytes)): return .string(Data(bytes).base64EncodedString())
        case (.timestamp, .timestamp(let seconds)), (.timestamp, .double(let seconds)):
            return timestamp(seconds, reference.timestampFormat ?? .unixTimestamp)
        case (.document, .document(let json)): return json
        default: throw WireProblem(description: "\(place) must be a \(reference.kind)")
        }
    }

    private func timestamp(_ seconds: Double, _ format: ShapeReference.TimestampFormat) -> JSONValue {
        guard format == .unixTimestamp else { return .string(WireTimestamp.text(seconds, format)) }
        return Int64(exactly: seconds).map(JSONValue.int) ?? .double((seconds * 1000).rounded() / 1000)
    }
}
