import AsyncHTTPClient
import Dispatch
import Foundation
import Synchronization

/// Sends HTTP requests over pooled connections. TLS certificates are always checked; redirects are not followed.
final class HTTPTransport: Sendable {
    /// Why there was no answer. The message tells people what to check.
    enum Failure: Error, Sendable, Equatable {
        case connection(String)
        case timeout
        case tooLarge
        case cancelled
    }

    /// How much an answer may hold.
    static let maximumBody = 64 << 20
    /// How many connections to one address are kept.
    static let connections = 24

    private let http: HTTPClient
    private let isShutDown = Mutex(false)

    init(connectTimeout: Duration, caBundle: String?) {
        var configuration = HTTPClient.Configuration(certificateVerification: .fullVerification)
        if let caBundle { configuration.tlsConfiguration?.trustRoots = .file(caBundle) }
        configuration.redirectConfiguration = .disallow
        configuration.httpVersion = .http1Only
        configuration.timeout.connect = .nanoseconds(connectTimeout.wholeNanoseconds)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = Self.connections
        // Whether to try again is for the caller to decide, who counts.
        configuration.connectionPool.retryConnectionEstablishment = false
        http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    deinit {
        // The pool insists on being closed; whoever did not call shutdown has no use for the outcome.
        if !isShutDown.withLock({ $0 }) { http.shutdown(queue: .global()) { _ in } }
    }

    /// Sends a request and reads the whole answer.
    /// - Parameter deadline: for all of it, connecting included.
    func send(
        method: String,
        url: String,
        headers: [(name: String, value: String)],
        body: [UInt8],
        deadline: Duration
    ) async throws(Failure) -> WireResponse {
        var request = HTTPClientRequest(url: url)
        request.method = .RAW(value: method)
        for header in headers { request.headers.add(name: header.name, value: header.value) }
        // A body of no bytes is sent too, so that its length is told.
        if !body.isEmpty || ["POST", "PUT"].contains(method) { request.body = .bytes(body) }
        do {
            let response = try await http.execute(request, timeout: .nanoseconds(deadline.wholeNanoseconds))
            let bytes = try await response.body.collect(upTo: Self.maximumBody)
            var named: [String: String] = [:]
            for header in response.headers { named[header.name.lowercased()] = header.value }
            return WireResponse(status: Int(response.status.code), headers: named, body: Array(bytes.readableBytesView))
        } catch {
            throw Self.failure(error)
        }
    }

    /// Closes the connections; requests after it fail. Calling it again does nothing.
    func shutdown() async {
        let first = isShutDown.withLock { isShutDown in
            defer { isShutDown = true }
            return !isShutDown
        }
        // It fails only when it was shut down before.
        if first { try? await http.shutdown() }
    }

    private static func failure(_ error: any Error) -> Failure {
        if error is CancellationError { return .cancelled }
        guard let error = error as? HTTPClientError else {
            if String(describing: type(of: error)) == "NIOTooManyBytesError" { return .tooLarge }
            return .connection(message(of: error))
        }
        switch error {
        case .cancelled: return .cancelled
        case .deadlineExceeded, .connectTimeout, .readTimeout, .writeTimeout, .getConnectionFromPoolTimeout,
            .httpProxyHandshakeTimeout, .tlsHandshakeTimeout, .socksHandshakeTimeout:
            return .timeout
        case .remoteConnectionClosed: return .connection("the connection was closed before the answer")
        case .alreadyShutdown: return .connection("this client has been shut down")
        case .invalidURL, .emptyHost, .emptyScheme: return .connection("the URL is not valid")
        default: return .connection(message(of: error))
        }
    }

    private static func message(of error: any Error) -> String {
        let text = String(describing: error)
        let known = [
            ("ECONNREFUSED", "the connection was refused"), ("Connection refused", "the connection was refused"),
            ("errno: 111", "the connection was refused"),
            ("ECONNRESET", "the connection was reset"), ("Connection reset", "the connection was reset"),
            ("errno: 104", "the connection was reset"),
            ("Unknown host", "the host name is not known"), ("SocketAddressError", "the host name is not known"),
            ("dnsA", "the host name is not known"),
            ("CERTIFICATE_VERIFY_FAILED", "the server's certificate could not be verified; see AWS_CA_BUNDLE"),
            ("failedToValidateHostname", "the server's certificate is of another host; see AWS_ENDPOINT_URL"),
            ("Broken pipe", "the connection was closed"), ("invalidEOF", "the answer broke off"),
            ("unclean", "the connection was closed without notice"),
        ]
        return known.first { text.contains($0.0) }?.1 ?? "the connection failed (\(type(of: error)))"
    }
}

extension Duration {
    /// Saturates far past any deadline.
    var wholeNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return min(seconds, 1_000_000_000) * 1_000_000_000 + attoseconds / 1_000_000_000
    }

    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
