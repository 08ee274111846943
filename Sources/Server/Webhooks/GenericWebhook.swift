import Foundation
import Model

/// A webhook that any script can send: `X-Plumbline-Timestamp` holds the seconds since 1970, `X-Plumbline-Signature`
/// `sha256=` and the HMAC-SHA256 of the timestamp, a full stop and the body, in hexadecimal digits.
///
/// The body is empty, or JSON with `ref` and `commit`, both optional.
struct GenericWebhook: WebhookManner {
    func isGenuine(_ delivery: WebhookDelivery, secret: Secret) -> Bool {
        guard let timestamp = delivery.headers.text("x-plumbline-timestamp"),
            let header = delivery.headers.text("x-plumbline-signature"), header.hasPrefix("sha256=")
        else { return false }
        let signed = Data("\(timestamp).".utf8) + delivery.body
        return Keyed.isValid(header.dropFirst(7), for: signed, key: secret)
    }

    func identity(_ delivery: WebhookDelivery) -> String {
        "\(delivery.headers.text("x-plumbline-timestamp") ?? "").\(delivery.bodyDigest)"
    }

    func signed(_ delivery: WebhookDelivery) -> Date? {
        let seconds = delivery.headers.text("x-plumbline-timestamp").flatMap(Int64.init)
        return Date(timeIntervalSince1970: seconds.map(Double.init) ?? 0)
    }

    func event(_ delivery: WebhookDelivery) throws(ServerError) -> WebhookEvent {
        guard !delivery.body.isEmpty else { return .push(ref: nil, commit: nil) }
        let told = try delivery.decode(Notice.self)
        return .push(ref: told.ref, commit: told.commit.flatMap(WebhookRoutes.commit))
    }

    private struct Notice: Decodable {
        var ref: String?
        var commit: String?
    }
}
