import Model

extension ListenerAction {
    public init?(fieldValue: Value?) {
        guard case .map(let entries)? = fieldValue, let type = String(fieldValue: entries["type"]) else { return nil }
        func text(_ key: String) -> String? { String(fieldValue: entries[key]) }
        switch type {
        case "forward":
            guard let targetGroup = Reference(fieldValue: entries["targetGroup"]) else { return nil }
            self = .forward(targetGroup)
        case "redirect":
            guard let name = text("protocol"), let port = text("port"), let status = text("statusCode") else {
                return nil
            }
            self = .redirect(protocol: name, port: port, statusCode: status)
        case "fixed-response":
            guard let status = text("statusCode") else { return nil }
            let body = text("messageBody").flatMap { $0.isEmpty ? nil : $0 }
            self = .fixedResponse(statusCode: status, contentType: text("contentType"), messageBody: body)
        default:
            // It can be kept as AWS holds it, and is refused when it would have to be made.
            self = .other(type)
        }
    }
}
