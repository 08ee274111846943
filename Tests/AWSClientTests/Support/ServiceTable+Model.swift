@testable import AWSClient

extension ServiceTable {
    /// A table made from a model in botocore's JSON form, as the published protocol suites bring it.
    init(model: JSONValue, operation given: JSONValue) {
        self.init()
        let metadata = model["metadata"]
        id = "suite"
        wireProtocol = WireProtocol(rawValue: metadata?["protocol"]?.stringValue ?? "") ?? .json
        apiVersion = metadata?["apiVersion"]?.stringValue ?? ""
        targetPrefix = metadata?["targetPrefix"]?.stringValue
        jsonVersion = metadata?["jsonVersion"]?.stringValue
        isQueryCompatible = metadata?["awsQueryCompatible"] != nil

        let isREST = wireProtocol == .restXML
        let models = model["shapes"]?.objectValue ?? JSONObject()
        let numbers = Dictionary(uniqueKeysWithValues: models.keys.enumerated().map { ($1, $0) })
        func reference(_ value: JSONValue?) -> ShapeReference? {
            guard let value, let name = value["shape"]?.stringValue, let shape = models[name] else { return nil }
            return Self.reference(value, shape, number: numbers[name] ?? -1, isREST: isREST)
        }
        for (_, shape) in models {
            shapes.append(Self.shape(shape, reference))
        }
        var operation = Operation(name: given["name"]?.stringValue ?? "")
        operation.input = reference(given["input"])
        if isREST {
            // The name of an element as a whole: the structure's own before the operation's.
            let shape = given["input"]?["shape"]?.stringValue.flatMap { models[$0] }
            operation.input?.locationName = (shape?["locationName"] ?? given["input"]?["locationName"])?.stringValue
            operation.http = HTTPBinding(
                method: given["http"]?["method"]?.stringValue ?? "",
                uri: given["http"]?["requestUri"]?.stringValue ?? "")
        }
        operation.output = reference(given["output"])
        if wireProtocol == .query { operation.resultWrapper = operation.name + "Result" }
        operations[operation.name] = operation
    }

    private static func reference(_ use: JSONValue, _ shape: JSONValue, number: Int, isREST: Bool) -> ShapeReference {
        var reference = ShapeReference(kind(shape, number))
        reference.locationName = (use["locationName"] ?? (isREST ? nil : shape["locationName"]))?.stringValue
        reference.location = use["location"]?.stringValue.flatMap(ShapeReference.Location.init)
        if let namespace = use["xmlNamespace"] ?? shape["xmlNamespace"] {
            reference.namespace = .init(
                uri: (namespace["uri"] ?? namespace).stringValue ?? "", prefix: namespace["prefix"]?.stringValue)
        }
        reference.queryName = (use["queryName"] ?? shape["queryName"])?.stringValue
        reference.isFlattened = (use["flattened"] ?? shape["flattened"])?.boolValue ?? false
        reference.isAttribute = (use["xmlAttribute"] ?? shape["xmlAttribute"])?.boolValue ?? false
        reference.isIdempotencyToken = use["idempotencyToken"]?.boolValue ?? false
        let format = (use["timestampFormat"] ?? shape["timestampFormat"])?.stringValue
        reference.timestampFormat = format.flatMap(ShapeReference.TimestampFormat.init)
        return reference
    }

    private static func kind(_ shape: JSONValue, _ number: Int) -> ShapeReference.Kind {
        if shape["document"]?.boolValue == true { return .document }
        switch shape["type"]?.stringValue {
        case "string", "character": return .string
        case "boolean": return .boolean
        case "integer", "short", "byte": return .integer
        case "long", "bigInteger": return .long
        case "float", "double", "bigDecimal": return .double
        case "blob": return .blob
        case "timestamp": return .timestamp
        default: return .shape(number)
        }
    }

    private static func shape(_ shape: JSONValue, _ reference: (JSONValue?) -> ShapeReference?) -> Shape {
        let flattened = shape["flattened"]?.boolValue ?? false
        switch shape["type"]?.stringValue {
        case "list":
            return .list(reference(shape["member"]) ?? ShapeReference(.string), flattened: flattened)
        case "map":
            return .map(
                key: reference(shape["key"]) ?? ShapeReference(.string),
                value: reference(shape["value"]) ?? ShapeReference(.string),
                flattened: flattened
            )
        default:
            let payload = shape["payload"]?.stringValue
            let members = (shape["members"]?.objectValue ?? JSONObject()).compactMap { name, use in
                reference(use).map { reference in
                    var reference = reference
                    reference.isPayload = name == payload
                    return Shape.Member(name: name, reference: reference)
                }
            }
            return .structure(members)
        }
    }
}
