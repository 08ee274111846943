import Foundation

/// Reads answers of the JSON protocols.
struct JSONResponseReader {
    let table: ServiceTable

    static func read(
        _ body: [UInt8],
        _ operation: ServiceTable.Operation,
        _ table: ServiceTable
    ) throws(WireProblem) -> WireValue {
        if body.isEmpty, table.members(of: operation.output).isEmpty { return .record([]) }
        guard let output = operation.output else {
            // A page of something in between is no answer of AWS, though there is nothing to read in one.
            _ = try document(body)
            return .record([])
        }
        return try JSONResponseReader(table: table).value(try document(body), output, at: operation.name)
    }

    /// The error's code and message in a body and its headers, empty where there are none.
    static func error(_ response: WireResponse) -> (code: String, message: String)? {
        let body = (try? document(response.body)) ?? .object([:])
        let named = response.headers["x-amzn-errortype"] ?? body["code"]?.stringValue ?? body["__type"]?.stringValue
        guard var code = named?[...] else { return nil }
        code = code.prefix { $0 != ":" }
        code = code.split(separator: "#").last ?? code
        if let query = response.headers["x-amzn-query-error"]?.split(separator: ";"), query.count == 2 {
            code = query[0]
        }
        let message = (body["message"] ?? body["Message"] ?? body["errorMessage"])?.stringValue
        return (String(code), message ?? "")
    }

    private static func document(_ body: [UInt8]) throws(WireProblem) -> JSONValue {
        do throws(JSONError) {
            return try JSONValue(parsing: body)
        } catch {
            throw WireProblem(description: error.description)
        }
    }

    private func value(_ json: JSONValue, _ reference: ShapeReference, at place: String) throws(WireProblem)
        -> WireValue
    {
        if json.isNull { return .null }
        switch (table.shape(of: reference), json) {
        case (.structure(let members)?, .object(let object)):
            var fields: [WireField] = []
            for member in members {
                guard let json = object[member.reference.locationName ?? member.name], !json.isNull else { continue }
                let value = try value(json, member.reference, at: "\(place).\(member.name)")
                fields.append(WireField(name: member.lowercasedName, value: value))
            }
            return .record(fields)
        case (.list(let item, _)?, .array(let array)):
            var items: [WireValue] = []
            let place = "\(place)[]"
            for json in array { items.append(try value(json, item, at: place)) }
            return .list(items)
        case (.map(_, let item, _)?, .object(let object)):
            var fields: [WireField] = []
            for (key, json) in object {
                // A place is made for every value below it: a long key must not become part of each.
                let place = "\(place).\(key.shortened(to: 64))"
                fields.append(WireField(name: key, value: try value(json, item, at: place)))
            }
            return .record(fields)
        case (nil, _): return try scalar(json, reference, at: place)
        default: throw WireProblem(description: "\(place) has the wrong type")
        }
    }

    private func scalar(_ json: JSONValue, _ reference: ShapeReference, at place: String) throws(WireProblem)
        -> WireValue
    {
        switch (reference.kind, json) {
        case (.string, .string(let text)): return .string(text)
        case (.boolean, .bool(let flag)): return .bool(flag)
        case (.integer, .int(let number)), (.long, .int(let number)): return .int(number)
        case (.integer, .double(let number)), (.long, .double(let number)):
            if let exact = Int64(exactly: number) { return .int(exact) }
        case (.double, .double(let number)): return .double(number)
        case (.double, .int(let number)): return .double(Double(number))
        case (.double, .string("NaN")): return .double(.nan)
        case (.double, .string("Infinity")): return .double(.infinity)
        case (.double, .string("-Infinity")): return .double(-.infinity)
        case (.blob, .string(let text)):
            if let data = Data(base64Encoded: text) { return .blob([UInt8](data)) }
        case (.timestamp, .int(let number)):
            if let seconds = WireTimestamp.known(Double(number)) { return .timestamp(seconds) }
        case (.timestamp, .double(let number)):
            if let seconds = WireTimestamp.known(number) { return .timestamp(seconds) }
        case (.timestamp, .string(let text)):
            if let seconds = WireTimestamp.seconds(text) { return .timestamp(seconds) }
        case (.document, _): return .document(json)
        default: break
        }
        throw WireProblem(description: "\(place) is no \(reference.kind)")
    }
}
