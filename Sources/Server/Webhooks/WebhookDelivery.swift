import Crypto
import Foundation
import Hummingbird

/// One request of a webhook.
struct WebhookDelivery: Sendable {
    var headers: HTTPFields
    var body: Data
    /// The body is a form whose field `payload` holds the JSON, as GitHub sends it unless told otherwise.
    var isForm: Bool

    var bodyDigest: String { Keyed.hex(SHA256.hash(data: body)) }

    /// The JSON of the body.
    /// - Throws: `ServerError` with status 400 when it is none or lacks something.
    func decode<T: Decodable>(_ type: T.Type) throws(ServerError) -> T {
        guard isForm else { return try JSONText.decode(type, body) }
        guard let payload = FormText.fields(String(decoding: body, as: UTF8.self))["payload"] else {
            throw ServerError(.badRequest, "malformed", "The form has no field `payload`.")
        }
        return try JSONText.decode(type, Data(payload.utf8))
    }
}
