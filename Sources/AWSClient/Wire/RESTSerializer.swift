import Crypto
import Foundation

/// Writes requests of the protocol rest-xml: members go into the path, the query, headers and an XML body.
struct RESTSerializer {
    private let table: ServiceTable
    private let binding: HTTPBinding
    private var request = WireRequest(headers: [], body: [])
    /// Query parameters of maps, which give way to those with a name of their own.
    private var further: [(name: String, value: String)] = []

    static func serialize(
        _ value: WireValue, _ operation: ServiceTable.Operation, _ table: ServiceTable
    ) throws(WireProblem) -> WireRequest {
        guard let binding = operation.http else { throw WireProblem(description: "\(operation.name) has no URI") }
        var serializer = RESTSerializer(table: table, binding: binding)
        try serializer.bind(value, table.members(of: operation.input))
        try serializer.writeBody(value, operation)
        if operation.needsChecksum { serializer.addChecksum() }
        return serializer.request
    }

    private init(table: ServiceTable, binding: HTTPBinding) {
        self.table = table
        self.binding = binding
        request.method = binding.method
        request.path = binding.path
        request.query = binding.query
    }

    /// Puts the members that do not belong to the body where they do belong.
    private mutating func bind(_ value: WireValue, _ members: [Shape.Member]) throws(WireProblem) {
        guard case .record(let fields) = value else { throw WireProblem(description: "the request is no structure") }
        for field in fields where field.value != .null {
            let lowercased = field.name.lowercased()
            guard let member = members.first(where: { $0.lowercasedName == lowercased }) else {
                throw WireProblem(description: "the request has no member \(field.name)")
            }
            let name = member.reference.locationName ?? member.name
            switch member.reference.location {
            case .uri: try setLabel(name, field.value, member.reference)
            case .query: try addQuery(name, field.value, member.reference)
            case .header: try addHeader(name, field.value, member.reference)
            case .headers: try addHeaders(prefix: name, field.value, member.reference)
            case .status, nil: break
            }
        }
        let named = Set(request.query.map(\.name))
        request.query += further.filter { !named.contains($0.name) }.map { ($0.name, $0.value) }
        if let open = request.path.firstIndex(of: "{") {
            throw WireProblem(description: "the request lacks \(request.path[open...].prefix { $0 != "/" })")
        }
    }

    private mutating func setLabel(
        _ name: String, _ value: WireValue, _ reference: ShapeReference
    ) throws(WireProblem) {
        let text = try value.text(reference, .iso8601, at: name)
        // Without it the request would mean something else: a bucket's name gone, it lists all buckets.
        if text.isEmpty { throw WireProblem(description: "\(name) must not be empty") }
        request.path = request.path
            .replacing("{\(name)}", with: PercentEncoding.encode(text))
            .replacing("{\(name)+}", with: PercentEncoding.encode(text, keeping: "/"))
    }

    private mutating func addQuery(
        _ name: String, _ value: WireValue, _ reference: ShapeReference
    ) throws(WireProblem) {
        switch (table.shape(of: reference), value) {
        case (.list(let item, _)?, .list(let items)):
            for element in items { request.query.append((name, try element.text(item, .iso8601, at: name))) }
        case (.map(_, let item, _)?, .record(let fields)):
            for field in fields { try addFurther(field, item) }
        default: request.query.append((name, try value.text(reference, .iso8601, at: name)))
        }
    }

    private mutating func addFurther(_ field: WireField, _ reference: ShapeReference) throws(WireProblem) {
        if case .list(let item, _)? = table.shape(of: reference), case .list(let items) = field.value {
            for element in items { further.append((field.name, try element.text(item, .iso8601, at: field.name))) }
        } else {
            further.append((field.name, try field.value.text(reference, .iso8601, at: field.name)))
        }
    }

    private mutating func addHeader(
        _ name: String, _ value: WireValue, _ reference: ShapeReference
    ) throws(WireProblem) {
        guard case .list(let item, _)? = table.shape(of: reference), case .list(let items) = value else {
            request.headers.append((name, try value.text(reference, .rfc822, at: name)))
            return
        }
        var texts: [String] = []
        for element in items { texts.append(try element.text(item, .rfc822, at: name)) }
        request.headers.append((name, texts.joined(separator: ", ")))
    }

    private mutating func addHeaders(
        prefix: String, _ value: WireValue, _ reference: ShapeReference
    ) throws(WireProblem) {
        guard case .map(_, let item, _)? = table.shape(of: reference), case .record(let fields) = value else {
            throw WireProblem(description: "\(prefix) must be a map")
        }
        for field in fields {
            request.headers.append((prefix + field.name, try field.value.text(item, .rfc822, at: field.name)))
        }
    }

    /// The payload member as it is, or what no other place takes as one document; nothing when there is nothing.
    private mutating func writeBody(_ value: WireValue, _ operation: ServiceTable.Operation) throws(WireProblem) {
        let members = table.members(of: operation.input)
        if let payload = members.first(where: \.reference.isPayload) {
            guard let body = value.member(payload.name), body != .null else { return }
            try writePayload(body, payload)
            return
        }
        let inside = members.filter { $0.reference.location == nil }
        guard let input = operation.input, inside.contains(where: { (value.member($0.name) ?? .null) != .null }) else {
            return
        }
        let root = try XMLBodyWriter(table: table)
            .element(input.locationName ?? operation.name + "Request", structure: value, inside, input.namespace)
        setXML(root)
    }

    private mutating func writePayload(_ value: WireValue, _ member: Shape.Member) throws(WireProblem) {
        switch (member.reference.kind, value) {
        case (.blob, .blob(let bytes)):
            request.headers.append(("Content-Type", "application/octet-stream"))
            request.body = bytes
        case (.string, .string(let text)):
            request.headers.append(("Content-Type", "text/plain"))
            request.body = Array(text.utf8)
        default:
            let name = member.reference.locationName ?? member.name
            let elements = try XMLBodyWriter(table: table).elements(name, value, member.reference)
            guard elements.count == 1, let root = elements.first else {
                throw WireProblem(description: "\(member.name) must be a structure")
            }
            setXML(root)
        }
    }

    private mutating func setXML(_ root: XMLElement) {
        request.headers.append(("Content-Type", "application/xml"))
        request.body = Array(root.markup.utf8)
    }

    /// Of the algorithms that S3 takes, the one whose hash is at hand
    /// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html).
    private mutating func addChecksum() {
        let checksum = Data(SHA256.hash(data: request.body)).base64EncodedString()
        request.headers.append(("x-amz-sdk-checksum-algorithm", "SHA256"))
        request.headers.append(("x-amz-checksum-sha256", checksum))
    }
}
