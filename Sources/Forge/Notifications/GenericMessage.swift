import Crypto
import Foundation
import Model

/// A message for programs. docs/notifications.md describes it; keys are only ever added.
struct GenericMessage: Encodable {
    var version = 1
    var time: String
    var environment: String?
    var severity: String
    var reason: String
    var message: String
    /// It tells the end of trouble that was told before.
    var recovered: Bool
    var revision: String?
    var commit: String?
    var address: String?
    var page: String?

    init(_ event: ControllerEvent, isRecovery: Bool, page: String?) {
        time = event.time.formatted(.iso8601)
        environment = event.environment
        severity = event.severity.rawValue
        reason = event.reason
        message = event.message
        recovered = isRecovery
        revision = event.revision?.description
        commit = event.revision?.commit
        address = event.address?.path
        self.page = page
    }

    /// The headers that prove where a body comes from, and when: the same form that Plumbline's own generic webhook takes.
    static func signature(of body: Data, secret: Secret, at time: Date) -> [(name: String, value: String)] {
        let timestamp = String(Int(time.timeIntervalSince1970))
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("\(timestamp).".utf8) + body, using: SymmetricKey(data: Data(secret.reveal().utf8)))
        let digits = code.map { byte in
            let text = String(byte, radix: 16)
            return byte < 16 ? "0" + text : text
        }
        return [("X-Plumbline-Timestamp", timestamp), ("X-Plumbline-Signature", "sha256=" + digits.joined())]
    }
}
