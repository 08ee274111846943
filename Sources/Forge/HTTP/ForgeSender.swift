import Foundation
import Model
import Synchronization

/// Sends requests as one identity: with its token, within the other side's limits, and again where that may help.
///
/// Trouble of the other side and of the network is tried again with growing pauses. A limit is waited for, up to
/// `longestWait`; all requests wait then. A token that was refused is not sent again for a while, unless it has changed: an
/// expired token costs one request and no loop.
public final class ForgeSender: Sendable {
    /// How requests carry the token.
    enum Credential: Sendable {
        case none
        case bearer(@Sendable () async throws -> Secret)
    }

    private struct State {
        /// No request goes before.
        var opens = Date.distantPast
        var refused: (token: Secret, until: Date)?
    }

    let transport: ForgeTransport
    let clock: ForgeClock
    private let credential: Credential
    private let attempts: Int
    private let longestWait: Duration
    private let state = Mutex(State())
    static let refusalLasts = 600.0

    init(
        _ credential: Credential, transport: ForgeTransport, clock: ForgeClock, attempts: Int = 4,
        longestWait: Duration = .seconds(120)
    ) {
        self.credential = credential
        self.transport = transport
        self.clock = clock
        self.attempts = attempts
        self.longestWait = longestWait
    }

    func send(_ request: ForgeRequest) async throws(ForgeError) -> ForgeResponse {
        var failures = 0
        var mayAskAnew = true
        while true {
            try await waitForOpening(request.operation)
            let token = try await token(request.operation)
            let failure: ForgeError
            do throws(ForgeError) {
                return try await sendOnce(request, token)
            } catch {
                failure = error
            }
            if failure.code == .unauthorized, let token {
                let until = clock.steady() + Self.refusalLasts
                state.withLock { $0.refused = (token, until) }
                // It may have been renewed since it was read.
                let isNew = try await self.token(request.operation, evenRefused: true) != token
                guard mayAskAnew, isNew else { throw failure }
                mayAskAnew = false
                continue
            }
            failures += 1
            guard failures < attempts, failure.passesBy, request.isRepeatable || !failure.isAmbiguous else {
                throw failure
            }
            // A limit is waited for at the beginning of the loop, by all requests.
            if failure.code != .rateLimited { try await pause(failures, failure) }
        }
    }

    private func sendOnce(_ request: ForgeRequest, _ token: Secret?) async throws(ForgeError) -> ForgeResponse {
        var outgoing = request
        if let token { outgoing.headers.append(("Authorization", "Bearer \(token.reveal())")) }
        let response = try await transport.send(outgoing)
        let answer = ForgeAnswer(response: response, operation: request.operation, now: clock.now())
        if let patience = answer.patience {
            let opens = clock.steady() + patience.inSeconds
            state.withLock { $0.opens = max($0.opens, opens) }
        }
        if let error = answer.error { throw error }
        return response
    }

    private func waitForOpening(_ operation: String) async throws(ForgeError) {
        while true {
            let left = state.withLock(\.opens).timeIntervalSince(clock.steady())
            guard left > 0 else { return }
            guard left <= longestWait.inSeconds else {
                throw ForgeError(
                    .rateLimited, operation: operation,
                    message: "fewer requests are wanted; the next one may go in \(Int(left.rounded(.up))) seconds",
                    retryAfter: .seconds(left))
            }
            try await sleep(.seconds(left), operation)
        }
    }

    private func pause(_ failures: Int, _ failure: ForgeError) async throws(ForgeError) {
        let bound = min(30, pow(2, Double(failures - 1)))
        let wait = Duration.seconds(bound / 2 + bound / 2 * clock.random())
        try await sleep(max(wait, failure.retryAfter ?? .zero), failure.operation)
    }

    private func sleep(_ duration: Duration, _ operation: String) async throws(ForgeError) {
        do { try await clock.sleep(duration) } catch {
            throw ForgeError(.cancelled, operation: operation, message: "it was stopped")
        }
    }

    private func token(_ operation: String, evenRefused: Bool = false) async throws(ForgeError) -> Secret? {
        guard case .bearer(let read) = credential else { return nil }
        let token: Secret
        do { token = try await read() } catch {
            throw ForgeError(
                .unauthorized, operation: operation,
                message: "the token cannot be read (\(type(of: error))); see `forge.token`")
        }
        let isRefused = state.withLock { state in
            guard let refused = state.refused else { return false }
            return refused.token == token && clock.steady() < refused.until
        }
        if isRefused, !evenRefused {
            throw ForgeError(
                .unauthorized, operation: operation,
                message: "the token was not accepted a moment ago, and is not sent again before it is renewed",
                status: 401)
        }
        return token
    }
}
