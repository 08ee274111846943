import Model

/// What a listener, or a rule of it, does with a request.
public enum ListenerAction: Hashable, Sendable {
    /// Hands it to a target group, named by its ARN.
    case forward(Reference)
    /// Sends the client to the same host, path and query elsewhere. `protocol` and `port` may be `#{protocol}` and
    /// `#{port}`; the status code is `HTTP_301` or `HTTP_302`.
    case redirect(protocol: String, port: String, statusCode: String)
    /// Answers by itself.
    case fixedResponse(statusCode: String, contentType: String? = nil, messageBody: String? = nil)
    /// Anything else that AWS holds, as text: it is shown, and equals none that can be declared.
    case other(String)
}

extension ListenerAction: FieldValue {
    public var fieldValue: Value? {
        switch self {
        case .forward(let targetGroup):
            var map: [String: Value] = ["type": "forward"]
            map["targetGroup"] = targetGroup.fieldValue
            return .map(map)
        case .redirect(let `protocol`, let port, let statusCode):
            return .map([
                "type": "redirect", "protocol": .string(`protocol`), "port": .string(port),
                "statusCode": .string(statusCode),
            ])
        case .fixedResponse(let statusCode, let contentType, let messageBody):
            var map: [String: Value] = ["type": "fixed-response", "statusCode": .string(statusCode)]
            // AWS fills in text/plain, and gives no body for an empty one.
            map["contentType"] = .string(contentType ?? Self.defaultContentType)
            map["messageBody"] = .string(messageBody ?? "")
            return .map(map)
        case .other(let text):
            return .map(["type": .string(text)])
        }
    }

    static let defaultContentType = "text/plain"
}
