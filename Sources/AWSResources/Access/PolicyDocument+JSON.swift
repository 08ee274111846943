import AWSClient
import Model

extension PolicyDocument {
    /// Reads a document as AWS gives it: JSON, in IAM's answers percent-encoded. A text that is no policy document
    /// becomes an `unreadable` one: decoded where that makes an object of it, or else as it came, so that whoever reads it
    /// again reads the same.
    public init(parsing text: String) {
        let object = text.looksLikeAnObject ? text : text.percentDecoded.flatMap { $0.looksLikeAnObject ? $0 : nil }
        guard let object, let json = try? JSONValue(parsing: object), let document = Self(json) else {
            self.init(unreadable: object ?? text)
            return
        }
        self = document
    }

    private init?(_ json: JSONValue) {
        guard let object = json.objectValue, let statement = object["Statement"] else { return nil }
        // `Id` says nothing about what is allowed; any other element is not of the grammar.
        guard object.keys.allSatisfy(["Version", "Id", "Statement"].contains) else { return nil }
        var statements: [PolicyStatement] = []
        for item in statement.arrayValue ?? [statement] {
            guard let read = PolicyStatement(item) else { return nil }
            statements.append(read)
        }
        self.init(version: object["Version"]?.stringValue ?? Self.versionWhenAbsent, statements: statements)
    }

    /// The document as JSON, the same text for equal documents.
    /// - Parameter text: gives the text of a reference.
    public func json(_ text: (Reference) throws(ResourceError) -> String) throws(ResourceError) -> String {
        if let unreadable { return unreadable }
        var items: [JSONValue] = []
        for statement in statements { items.append(try statement.json(text)) }
        let document: JSONValue = ["Version": .string(version), "Statement": .array(items)]
        return document.text()
    }
}

extension PolicyStatement {
    private static let elements: Set<String> = [
        "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition",
    ]

    fileprivate init?(_ json: JSONValue) {
        guard let object = json.objectValue, object.keys.allSatisfy(Self.elements.contains),
            let effect = object["Effect"]?.stringValue.flatMap(Effect.init(rawValue:)),
            let principals = Self.principals(object["Principal"]),
            let notPrincipals = Self.principals(object["NotPrincipal"]),
            let actions = Self.texts(object["Action"]), let notActions = Self.texts(object["NotAction"]),
            let resources = Self.texts(object["Resource"]), let notResources = Self.texts(object["NotResource"]),
            let conditions = Self.conditions(object["Condition"])
        else { return nil }
        self.init(
            sid: object["Sid"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }, effect: effect,
            principals: principals, actions: actions, resources: Set(resources.map(Reference.known)),
            conditions: conditions, notActions: notActions, notResources: Set(notResources.map(Reference.known)),
            notPrincipals: notPrincipals)
    }

    /// A string or a list of strings; conditions may also hold numbers and truth values, which AWS reads as text.
    private static func texts(_ json: JSONValue?) -> Set<String>? {
        guard let json else { return [] }
        var result: Set<String> = []
        for item in json.arrayValue ?? [json] {
            switch item {
            case .string(let text): result.insert(text)
            case .bool, .int, .uint, .double: result.insert(item.text())
            case .null, .array, .object: return nil
            }
        }
        return result
    }

    private static func principals(_ json: JSONValue?) -> [String: Set<String>]? {
        guard let json else { return [:] }
        if json.stringValue == "*" { return ["AWS": ["*"]] }
        guard let object = json.objectValue else { return nil }
        var result: [String: Set<String>] = [:]
        for (kind, value) in object {
            guard let texts = texts(value) else { return nil }
            result[kind] = texts
        }
        return result
    }

    private static func conditions(_ json: JSONValue?) -> [String: [String: Set<Reference>]]? {
        guard let json else { return [:] }
        guard let operators = json.objectValue else { return nil }
        var result: [String: [String: Set<Reference>]] = [:]
        for (name, keys) in operators {
            guard let keys = keys.objectValue else { return nil }
            for (key, value) in keys {
                guard let texts = texts(value) else { return nil }
                result[name, default: [:]][key] = Set(texts.map(Reference.known))
            }
        }
        return result
    }

    fileprivate func json(_ text: (Reference) throws(ResourceError) -> String) throws(ResourceError) -> JSONValue {
        var object = JSONObject()
        object["Sid"] = sid.map(JSONValue.string)
        object["Effect"] = .string(effect.rawValue)
        object["Principal"] = Self.json(ofPrincipals: principals)
        object["NotPrincipal"] = Self.json(ofPrincipals: notPrincipals)
        object["Action"] = Self.json(of: actions)
        object["NotAction"] = Self.json(of: notActions)
        object["Resource"] = Self.json(of: try Self.texts(of: resources, text))
        object["NotResource"] = Self.json(of: try Self.texts(of: notResources, text))
        if !conditions.isEmpty {
            var operators = JSONObject()
            for (name, keys) in conditions.sorted(by: { $0.key < $1.key }) {
                var entries = JSONObject()
                for (key, values) in keys.sorted(by: { $0.key < $1.key }) {
                    entries[key] = Self.json(of: try Self.texts(of: values, text))
                }
                operators[name] = .object(entries)
            }
            object["Condition"] = .object(operators)
        }
        return .object(object)
    }

    private static func texts(
        of references: Set<Reference>, _ text: (Reference) throws(ResourceError) -> String
    ) throws(ResourceError) -> Set<String> {
        var result: Set<String> = []
        for reference in references { result.insert(try text(reference)) }
        return result
    }

    private static func json(of texts: Set<String>) -> JSONValue? {
        let items = texts.sorted().map(JSONValue.string)
        return items.count > 1 ? .array(items) : items.first
    }

    private static func json(ofPrincipals principals: [String: Set<String>]) -> JSONValue? {
        if principals.isEmpty { return nil }
        return .object(JSONObject(principals.sorted { $0.key < $1.key }.map { ($0.key, json(of: $0.value) ?? []) }))
    }
}

extension String {
    fileprivate var looksLikeAnObject: Bool { drop(while: \.isWhitespace).hasPrefix("{") }

    /// The text with every `%XX` decoded; nil when what they stand for is not UTF-8.
    fileprivate var percentDecoded: String? {
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            let digits = String(rest.prefix(2)) ?? ""
            if byte == UInt8(ascii: "%"), digits.count == 2, let code = UInt8(digits, radix: 16) {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
