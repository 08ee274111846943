import Synchronization

/// What must be known of one AWS service to speak to it: its protocol, its operations and the shapes they use.
struct ServiceTable: Sendable {
    enum WireProtocol: String, Sendable {
        case ec2, query, json
        case restXML = "rest-xml"
    }

    struct Operation: Sendable {
        var name: String
        /// Nil when the operation takes nothing.
        var input: ShapeReference?
        /// Nil when the operation answers nothing.
        var output: ShapeReference?
        /// The element of a query response that holds the output.
        var resultWrapper: String?
        var pagination: Pagination?
        /// The HTTP status of each modelled error code, where the model gives one.
        var errors: [String: Int] = [:]
        /// The method and the URI of an operation of a REST protocol; nil in the others, where all are `POST /`.
        var http: HTTPBinding?
        /// Whether AWS refuses the request without a checksum of its body.
        var needsChecksum = false
    }

    var id = ""
    var wireProtocol = WireProtocol.json
    var apiVersion = ""
    var endpointPrefix = ""
    var signingName = ""
    /// The service's name in settings: `AWS_ENDPOINT_URL_<NAME>` in capitals, and the key in a `services` section.
    var settingsName = ""
    var targetPrefix: String?
    var jsonVersion: String?
    /// Whether error codes of the former query protocol come in a header.
    var isQueryCompatible = false
    /// Whether requests are signed in S3's way; see `SigV4Signer.Form`.
    var isSignedAsS3 = false
    var operations: [String: Operation] = [:]
    var shapes: [Shape] = []

    /// The shape that a reference names, or nil when it is a scalar.
    func shape(of reference: ShapeReference) -> Shape? {
        guard case .shape(let number) = reference.kind, shapes.indices.contains(number) else { return nil }
        return shapes[number]
    }

    /// The members of the structure that a reference names, none when it names none.
    func members(of reference: ShapeReference?) -> [Shape.Member] {
        guard let reference, case .structure(let members)? = shape(of: reference) else { return [] }
        return members
    }
}

extension ServiceTable {
    private static let cache = Mutex<[String: ServiceTable]>([:])

    /// The services in the table.
    static var serviceIDs: [String] { ServiceTableText.all.keys.sorted() }

    /// The table of a service, read at the first use and kept. Nil when the service is not in the table.
    static func named(_ id: String) -> ServiceTable? {
        cache.withLock { cache in
            if let table = cache[id] { return table }
            guard let text = ServiceTableText.all[id], let table = ServiceTableReader.table(from: text) else {
                return nil
            }
            cache[id] = table
            return table
        }
    }

    /// The table and entry of an action. Throws `InvalidRequest` when the table lacks it.
    static func operation(of action: AWSAction) throws(AWSError) -> (ServiceTable, Operation) {
        guard let table = named(action.service.id), let operation = table.operations[action.operation] else {
            throw AWSError(
                code: AWSError.Codes.invalidRequest,
                action: action,
                message: "the operation is not in the service table; add it to operations.txt and run `make table`"
            )
        }
        return (table, operation)
    }
}
