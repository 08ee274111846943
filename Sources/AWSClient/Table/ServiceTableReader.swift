/// Reads the text that Scripts/generate-service-table writes for one service.
///
/// Each line is words between spaces, the first one telling what it is:
///
///     service id=… protocol=ec2|query|json|rest-xml version=… endpoint=… signing=… settings=… [target=… json=…]
///     op Name [http=METHOD:URI] [checksum=1] [in=N] [out=N] [wrap=Element] [page=In>Out] [more=Member] [limit=Member[:max]] [error=Code:status]…
///     struct Member=reference…
///     list [flat] reference
///     map [flat] reference reference
///
/// Shapes are numbered from zero in the order of their lines. A reference is a shape's number or a scalar's letter
/// (`s` string, `b` boolean, `i` integer, `l` long, `d` double, `B` blob, `t` timestamp, `J` any JSON), and after commas
/// its traits: `name:…`, `query:…`, `time:…`, `flat`, `attribute`, `token`, in the REST protocols `at:…` (the place outside
/// the body), `ns:…` and `prefix:…` (the XML namespace) and `payload`, and `required` for members.
enum ServiceTableReader {
    /// The table in a text, or nil when the text is not of this form.
    static func table(from text: String) -> ServiceTable? {
        var table = ServiceTable()
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let first = words.first else { continue }
            guard read(first, words.dropFirst(), into: &table) else { return nil }
        }
        return table.id.isEmpty ? nil : table
    }

    private static func read(_ kind: Substring, _ words: ArraySlice<Substring>, into table: inout ServiceTable) -> Bool
    {
        switch kind {
        case "service": return readFacts(words, into: &table)
        case "op":
            guard let operation = operation(words) else { return false }
            table.operations[operation.name] = operation
        case "struct":
            let members = words.compactMap(member)
            guard members.count == words.count else { return false }
            table.shapes.append(.structure(members))
        case "list":
            guard let item = words.last.flatMap(reference) else { return false }
            table.shapes.append(.list(item, flattened: words.first == "flat"))
        case "map":
            guard words.count >= 2, let value = words.last.flatMap(reference),
                let key = words.dropLast().last.flatMap(reference)
            else { return false }
            table.shapes.append(.map(key: key, value: value, flattened: words.first == "flat"))
        default: return false
        }
        return true
    }

    private static func readFacts(_ words: ArraySlice<Substring>, into table: inout ServiceTable) -> Bool {
        for (key, value) in words.compactMap(pair) {
            switch key {
            case "id": table.id = value
            case "protocol":
                guard let wireProtocol = ServiceTable.WireProtocol(rawValue: value) else { return false }
                table.wireProtocol = wireProtocol
            case "version": table.apiVersion = value
            case "endpoint": table.endpointPrefix = value
            case "signing": table.signingName = value
            case "settings": table.settingsName = value
            case "target": table.targetPrefix = value
            case "json": table.jsonVersion = value
            case "querycompatible": table.isQueryCompatible = true
            case "signature": table.isSignedAsS3 = value == "s3"
            default: return false
            }
        }
        return true
    }

    private static func operation(_ words: ArraySlice<Substring>) -> ServiceTable.Operation? {
        guard let name = words.first else { return nil }
        var operation = ServiceTable.Operation(name: String(name))
        var pagination: Pagination?
        for (key, value) in words.dropFirst().compactMap(pair) {
            switch key {
            case "in": operation.input = reference(Substring(value))
            case "out": operation.output = reference(Substring(value))
            case "wrap": operation.resultWrapper = value
            case "http":
                guard let binding = HTTPBinding(value) else { return nil }
                operation.http = binding
            case "checksum": operation.needsChecksum = true
            case "page": pagination = Self.pagination(value)
            case "more": pagination?.moreResults = path(Substring(value))
            case "limit":
                let parts = value.split(separator: ":")
                pagination?.limitMember = parts.first.map(String.init)
                pagination?.limitMaximum = parts.count > 1 ? Int64(parts[1]) : nil
            case "error":
                let parts = value.split(separator: ":", omittingEmptySubsequences: false)
                if parts.count == 2, let status = Int(parts[1]) { operation.errors[String(parts[0])] = status }
            default: return nil
            }
        }
        operation.pagination = pagination
        return operation
    }

    private static func pagination(_ text: String) -> Pagination? {
        let sides = text.split(separator: ">")
        guard sides.count == 2 else { return nil }
        return Pagination(
            inputTokens: sides[0].split(separator: ",").map(String.init),
            outputTokens: sides[1].split(separator: ",").map { $0.split(separator: "|").map(path) }
        )
    }

    private static func path(_ text: Substring) -> [String] {
        text.split(separator: ".").map(String.init)
    }

    private static func member(_ word: Substring) -> Shape.Member? {
        guard let (name, text) = pair(word), let reference = reference(Substring(text)) else { return nil }
        return Shape.Member(name: name, reference: reference, isRequired: text.hasSuffix(",required"))
    }

    private static func reference(_ text: Substring) -> ShapeReference? {
        let parts = text.split(separator: ",")
        guard let first = parts.first, let kind = kind(first) else { return nil }
        var reference = ShapeReference(kind)
        for trait in parts.dropFirst() {
            let sides = trait.split(separator: ":", maxSplits: 1)
            let value = sides.count == 2 ? String(sides[1]) : ""
            switch sides[0] {
            case "name": reference.locationName = value
            case "query": reference.queryName = value
            case "time": reference.timestampFormat = .init(rawValue: value)
            case "flat": reference.isFlattened = true
            case "attribute": reference.isAttribute = true
            case "token": reference.isIdempotencyToken = true
            case "at":
                guard let location = ShapeReference.Location(rawValue: value) else { return nil }
                reference.location = location
            case "ns": reference.namespace = .init(uri: value, prefix: reference.namespace?.prefix)
            case "prefix": reference.namespace = .init(uri: reference.namespace?.uri ?? "", prefix: value)
            case "payload": reference.isPayload = true
            case "required": break
            default: return nil
            }
        }
        return reference
    }

    private static func kind(_ text: Substring) -> ShapeReference.Kind? {
        switch text {
        case "s": .string
        case "b": .boolean
        case "i": .integer
        case "l": .long
        case "d": .double
        case "B": .blob
        case "t": .timestamp
        case "J": .document
        default: Int(text).map { .shape($0) }
        }
    }

    private static func pair(_ word: Substring) -> (String, String)? {
        guard let equals = word.firstIndex(of: "=") else { return nil }
        return (String(word[..<equals]), String(word[word.index(after: equals)...]))
    }
}
