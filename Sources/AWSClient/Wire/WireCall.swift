import Foundation

/// One call on its way to the wire: the request's values beside the operation's entry in the table.
struct WireCall: Sendable {
    let action: AWSAction
    let table: ServiceTable
    let operation: ServiceTable.Operation
    private(set) var input: WireValue
    /// Whether the request carries a signature. Only the exchange of a web identity for credentials has none.
    var isSigned = true

    /// Throws `InvalidRequest` when the table lacks the operation. Idempotency tokens that are absent are filled.
    init<R: AWSRequest>(_ request: R) throws(AWSError) {
        action = R.action
        (table, operation) = try ServiceTable.operation(of: R.action)
        do {
            input = try WireEncoder.encode(request)
        } catch {
            throw AWSError(
                code: AWSError.Codes.invalidRequest,
                action: R.action,
                message: "the request holds a value that cannot be sent: \(error)"
            )
        }
        fillTokens { UUID().uuidString.lowercased() }
    }

    /// A call made of its parts.
    init(action: AWSAction, table: ServiceTable, operation: ServiceTable.Operation, input: WireValue) {
        self.action = action
        self.table = table
        self.operation = operation
        self.input = input
    }

    /// The request in the service's protocol. Throws `InvalidRequest` when a value does not fit the table.
    func serialized() throws(AWSError) -> WireRequest {
        do throws(WireProblem) {
            switch table.wireProtocol {
            case .ec2, .query: return try QuerySerializer.serialize(input, operation, table)
            case .json: return try JSONSerializer.serialize(input, operation, table)
            case .restXML: return try RESTSerializer.serialize(input, operation, table)
            }
        } catch {
            throw AWSError(code: AWSError.Codes.invalidRequest, action: action, message: error.description)
        }
    }

    mutating func fillTokens(_ token: () -> String) {
        for member in table.members(of: operation.input) where member.reference.isIdempotencyToken {
            if (input.member(member.name) ?? .null) == .null { set(member.name, .string(token())) }
        }
    }

    /// Asks for the largest page, unless the request says otherwise or names what it wants: AWS refuses a page size
    /// beside a list of names.
    mutating func setPageSize(_ pagination: Pagination) {
        guard let member = pagination.limitMember, let maximum = pagination.limitMaximum,
            case .record(let fields) = input,
            !fields.contains(where: { $0.name.lowercased() == member.lowercased() || $0.namesItems })
        else { return }
        set(member, .int(maximum))
    }

    mutating func setTokens(_ tokens: [WireValue], _ pagination: Pagination) {
        for (member, token) in zip(pagination.inputTokens, tokens) { set(member, token) }
    }

    private mutating func set(_ name: String, _ value: WireValue) {
        guard case .record(var fields) = input else { return }
        fields.removeAll { $0.name.lowercased() == name.lowercased() }
        fields.append(WireField(name: name, value: value))
        input = .record(fields)
    }
}

extension WireField {
    /// Whether the field lists the things that the request is about, and is no filter.
    fileprivate var namesItems: Bool {
        guard case .list(let items) = value else { return false }
        return !items.isEmpty && !name.lowercased().hasSuffix("filters")
    }
}
