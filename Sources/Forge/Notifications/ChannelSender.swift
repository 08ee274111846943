import Foundation
import Model

/// Tells one channel one event after the other, each until it is taken or cannot be.
struct ChannelSender: Sendable {
    let channel: NotificationChannel
    let transport: ForgeTransport
    let clock: ForgeClock
    /// The page of an environment (nil: of all), when people can reach it.
    let page: @Sendable (String?) -> String?
    static let attempts = 8

    /// - Throws: what nobody but a person can mend, or what did not pass by in time.
    func send(_ event: ControllerEvent, isRecovery: Bool) async throws(ForgeError) {
        let request = try await request(event, isRecovery)
        // A sender of its own for each message: a limit that was reached for one is waited for within it.
        let sender = ForgeSender(
            .none, transport: transport, clock: clock, attempts: Self.attempts, longestWait: .seconds(600))
        _ = try await sender.send(request)
    }

    private func request(_ event: ControllerEvent, _ isRecovery: Bool) async throws(ForgeError) -> ForgeRequest {
        let operation = "notify \(channel.name)"
        var request = ForgeRequest(
            method: "POST", url: try await read(channel.url, "url", operation), operation: operation)
        let page = page(event.environment)
        switch channel.kind {
        case .slack: try request.carry(SlackMessage(event, isRecovery: isRecovery, page: page))
        case .generic(let secret):
            try request.carry(GenericMessage(event, isRecovery: isRecovery, page: page))
            request.headers.append(("X-Plumbline-Delivery", UUID().uuidString.lowercased()))
            guard let secret, let body = request.body else { break }
            let key = Secret(try await read(secret, "secret", operation))
            request.headers += GenericMessage.signature(of: body, secret: key, at: clock.now())
        }
        return request
    }

    private func read(
        _ secret: @Sendable () async throws -> Secret, _ what: String, _ operation: String
    ) async throws(ForgeError) -> String {
        do { return try await secret().reveal() } catch {
            throw ForgeError(
                .unauthorized, operation: operation,
                message: "its \(what) cannot be read (\(type(of: error))); see `notifications`")
        }
    }
}
