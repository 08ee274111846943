import Foundation
import Hummingbird
import Model

@testable import Server

/// A delivery: `github`, or `github form`; headers, an empty line, the body.
///
/// Nothing is genuine that was not signed. What is told of a delivery is the same each time, and what is wrong with it is a 400 in a
/// few words. A cookie that nobody signed is no session.
enum WebhooksTarget {
    private static let secret = Secret("what no fuzzer will ever guess, 7b1f0c2d9e4a")

    static func take(_ input: [UInt8]) throws(BrokenPromise) {
        let text = HTTPText(input)
        var headers = HTTPFields()
        for header in text.headers {
            guard let name = HeaderName(header.name) else { continue }
            headers.append(HTTPFields.Element(name: name, value: header.value))
        }
        let sender = text.words.first.flatMap(WebhookSender.init(rawValue:)) ?? .github
        let delivery = WebhookDelivery(headers: headers, body: Data(text.body), isForm: text.words.contains("form"))
        try check(delivery, from: sender.manner)
        try checkForm(text.body)
        try checkSuspension(text.body)
        let session = PageSession.read(
            text.headersByName["cookie"] ?? "", tokens: [AccessToken(name: "", token: secret, rights: [.act])],
            now: Date())
        try promise(session == nil, "a session that nobody signed")
    }

    private static func check(_ delivery: WebhookDelivery, from manner: any WebhookManner) throws(BrokenPromise) {
        try promise(!manner.isGenuine(delivery, secret: secret), "a delivery that nobody signed is genuine")
        try promise(!manner.identity(delivery).isEmpty, "a delivery without identity")
        let (first, second) = (told(by: manner, delivery), told(by: manner, delivery))
        try promise(first == second, "a delivery tells something else each time")
        switch first {
        case .success(.push(_, let commit?)):
            try promise(WebhookRoutes.commit(commit) != nil, "a push of \(commit), which is no commit")
        case .failure(let error):
            try promise(error.status == .badRequest, "a delivery that makes no sense is a \(error.status)")
            try promise(error.message.count < 500, "\(error.message.count) characters of an error")
        default: break
        }
    }

    private static func told(
        by manner: any WebhookManner, _ delivery: WebhookDelivery
    ) -> Result<WebhookEvent, ServerError> {
        Result { () throws(ServerError) in try manner.event(delivery) }
    }

    private static func checkForm(_ body: [UInt8]) throws(BrokenPromise) {
        let fields = FormText.fields(String(decoding: body, as: UTF8.self))
        let text = fields.map { "\(FormText.encoded($0.key))=\(FormText.encoded($0.value))" }.joined(separator: "&")
        try promise(FormText.fields(text) == fields, "a form read again says something else: \(text.prefix(400))")
    }

    private static func checkSuspension(_ body: [UInt8]) throws(BrokenPromise) {
        guard let request = try? JSONText.decode(SuspensionRequest.self, Data(body)) else { return }
        let now = Date(timeIntervalSince1970: 1_795_000_000)
        guard let suspension = try? request.suspension(by: "oncall", now: now) else { return }
        try promise(suspension.until > now && !suspension.reason.isEmpty, "a suspension without end or reason")
    }
}
