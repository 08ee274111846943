import Foundation

/// One HTTP request to a forge or a chat.
struct ForgeRequest: Sendable {
    var method = "GET"
    var url: String
    var headers: [(name: String, value: String)] = []
    var body: Data?
    /// For people, such as `comment on pull request 7`.
    var operation: String
    /// A second effect of the same request would do no harm.
    var isRepeatable = true
}

/// Its headers hold a token, and a chat's address is a secret: neither is shown.
extension ForgeRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { operation }
    var debugDescription: String { operation }
    var customMirror: Mirror { Mirror(self, children: ["operation": operation]) }
}

/// The whole answer to a request.
struct ForgeResponse: Sendable {
    var status: Int
    /// By lower-case name.
    var headers: [String: String]
    var body: Data

    /// - Throws: `unreadable` when the body is something else.
    func decoded<Answer: Decodable>(_ type: Answer.Type, of operation: String) throws(ForgeError) -> Answer {
        do {
            return try JSONDecoder().decode(type, from: body)
        } catch {
            throw ForgeError(
                .unreadable, operation: operation,
                message: "the answer is not what this API gives; check that `forge.url` is the API's address",
                status: status)
        }
    }
}
