import Foundation

/// Reads answers of the protocol rest-xml: members come from the status, from headers and from the body.
struct RESTResponseReader {
    private let table: ServiceTable
    private let response: WireResponse

    static func read(
        _ response: WireResponse, _ operation: ServiceTable.Operation, _ table: ServiceTable
    ) throws(WireProblem) -> WireValue {
        let reader = RESTResponseReader(table: table, response: response)
        let members = table.members(of: operation.output)
        var fields = try reader.outside(members)
        if let payload = members.first(where: \.reference.isPayload) {
            if let field = try reader.payload(payload) { fields.append(field) }
            return .record(fields)
        }
        // What a request says in its path or query, an answer says in its body.
        let inside = members.filter { [nil, .uri, .query].contains($0.reference.location) }
        guard !inside.isEmpty else {
            // Where there is nothing to be told, a page of something in between is no success all the same.
            let start = response.body.first { $0 != UInt8(ascii: " ") && !(9...13).contains($0) }
            if start == UInt8(ascii: "<") { _ = try reader.root() }
            return .record(fields)
        }
        let root = try reader.root()
        guard case .record(let more) = try XMLResponseReader(table: table).structure(root, inside, at: operation.name)
        else { return .record(fields) }
        return .record(fields + more)
    }

    /// The members that are not in the body.
    private func outside(_ members: [Shape.Member]) throws(WireProblem) -> [WireField] {
        var fields: [WireField] = []
        for member in members {
            let name = (member.reference.locationName ?? member.name).lowercased()
            switch member.reference.location {
            case .status: fields.append(WireField(name: member.lowercasedName, value: .int(Int64(response.status))))
            case .header:
                guard let text = response.headers[name] else { continue }
                let value = try header(text, member.reference, at: name)
                fields.append(WireField(name: member.lowercasedName, value: value))
            case .headers:
                let found = response.headers.filter { $0.key.hasPrefix(name) }.sorted { $0.key < $1.key }
                let entries = found.map {
                    WireField(name: String($0.key.dropFirst(name.count)), value: .string($0.value))
                }
                fields.append(WireField(name: member.lowercasedName, value: .record(entries)))
            case .uri, .query, nil: continue
            }
        }
        return fields
    }

    private func header(_ text: String, _ reference: ShapeReference, at place: String) throws(WireProblem) -> WireValue
    {
        guard case .list(let item, _)? = table.shape(of: reference) else {
            return try XMLResponseReader(table: table).scalar(text, reference, at: place)
        }
        var items: [WireValue] = []
        for part in Self.parts(text, item) {
            items.append(try XMLResponseReader(table: table).scalar(part, item, at: place))
        }
        return .list(items)
    }

    /// A date of RFC 822, which is what a time in a header is by default, has a comma of its own.
    private static func parts(_ text: String, _ item: ShapeReference) -> [String] {
        let parts = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        guard item.kind == .timestamp, (item.timestampFormat ?? .rfc822) == .rfc822 else { return parts }
        return stride(from: 0, to: parts.count - 1, by: 2).map { "\(parts[$0]), \(parts[$0 + 1])" }
    }

    /// Nil when the body is empty.
    private func payload(_ member: Shape.Member) throws(WireProblem) -> WireField? {
        guard !response.body.isEmpty else { return nil }
        switch member.reference.kind {
        case .blob: return WireField(name: member.lowercasedName, value: .blob(response.body))
        case .string:
            guard let text = String(validating: response.body, as: UTF8.self) else {
                throw WireProblem(description: "\(member.name) is no text")
            }
            let start = text.drop(while: \.isWhitespace).prefix(9).lowercased()
            guard !start.hasPrefix("<html"), start != "<!doctype" else { throw Self.webPage }
            return WireField(name: member.lowercasedName, value: .string(text))
        default:
            let members = table.members(of: member.reference)
            let value = try XMLResponseReader(table: table).structure(try root(), members, at: member.name)
            return WireField(name: member.lowercasedName, value: value)
        }
    }

    /// The document. The models do not name its root; what is known of it is that it is neither an error, which S3 sends
    /// with status 200 at times, nor a page of something in between, which would look as if nothing were there.
    private func root() throws(WireProblem) -> XMLElement {
        let root = try XMLResponseReader.document(response.body)
        if root.name == "Error" {
            let reason = root.child("Message")?.text ?? root.child("Code")?.text ?? "no reason given"
            throw WireProblem(description: "it is an error in the place of an answer: \(reason)")
        }
        guard root.name.lowercased() != "html" else {
            throw Self.webPage
        }
        return root
    }

    private static let webPage = WireProblem(description: "it is a web page, not an AWS response")
}
