import AsyncHTTPClient
import Foundation
import Synchronization

/// Sends HTTP requests over pooled connections. Certificates are always checked; redirects are not followed, so that no
/// token goes where nobody said it should.
public final class ForgeTransport: Sendable {
    private let http: HTTPClient
    private let isShutDown = Mutex(false)
    private static let largestAnswer = 16 << 20
    /// For a whole request and its answer.
    private let timeout: Duration

    /// - Parameter caFile: certificates in PEM form that servers are checked against, instead of the system's.
    public init(timeout: Duration = .seconds(30), caFile: String? = nil) {
        self.timeout = timeout
        var configuration = HTTPClient.Configuration(certificateVerification: .fullVerification)
        if let caFile { configuration.tlsConfiguration?.trustRoots = .file(caFile) }
        configuration.redirectConfiguration = .disallow
        configuration.httpVersion = .http1Only
        configuration.timeout.connect = .seconds(10)
        configuration.connectionPool.retryConnectionEstablishment = false
        http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    deinit {
        if !isShutDown.withLock({ $0 }) { http.shutdown(queue: .global()) { _ in } }
    }

    /// Closes the connections; requests after it fail. Safe to repeat.
    public func shutdown() async {
        let isFirst = isShutDown.withLock { isShutDown in
            defer { isShutDown = true }
            return !isShutDown
        }
        if isFirst { try? await http.shutdown() }
    }

    /// - Throws: `unreachable`, `timeout`, `unreadable` or `cancelled`; never anything that holds the URL.
    func send(_ request: ForgeRequest) async throws(ForgeError) -> ForgeResponse {
        var outgoing = HTTPClientRequest(url: request.url)
        outgoing.method = .RAW(value: request.method)
        outgoing.headers.add(name: "User-Agent", value: "plumbline")
        for header in request.headers { outgoing.headers.add(name: header.name, value: header.value) }
        if let body = request.body { outgoing.body = .bytes([UInt8](body)) }
        do {
            let response = try await http.execute(outgoing, timeout: .nanoseconds(timeout.wholeNanoseconds))
            let bytes = try await response.body.collect(upTo: Self.largestAnswer)
            var headers: [String: String] = [:]
            for header in response.headers { headers[header.name.lowercased()] = header.value }
            return ForgeResponse(
                status: Int(response.status.code), headers: headers, body: Data(bytes.readableBytesView))
        } catch {
            throw Self.failure(error, request.operation)
        }
    }

    private static func failure(_ error: any Error, _ operation: String) -> ForgeError {
        if error is CancellationError { return cancelled(operation) }
        if String(describing: type(of: error)) == "NIOTooManyBytesError" {
            return ForgeError(.unreadable, operation: operation, message: "the answer is larger than any such answer")
        }
        switch error as? HTTPClientError {
        case .cancelled?: return cancelled(operation)
        case .deadlineExceeded?, .connectTimeout?, .readTimeout?, .writeTimeout?, .getConnectionFromPoolTimeout?,
            .tlsHandshakeTimeout?:
            return ForgeError(.timeout, operation: operation, message: "there was no answer in time")
        case .invalidURL?, .emptyHost?, .emptyScheme?:
            return ForgeError(
                .refused, operation: operation,
                message: "its address is no http or https URL; correct the configuration")
        default:
            // Whatever TLS calls it, and wherever it comes out.
            let text = String(describing: error)
            guard !["CERTIFICATE_VERIFY_FAILED", "failedToValidateHostname"].contains(where: text.contains) else {
                return ForgeError(
                    .unreachable, operation: operation,
                    message:
                        "the server's certificate is not of a trusted authority, has expired or is of another name; "
                        + "see forge.caFile for an authority of your own")
            }
            return ForgeError(
                .unreachable, operation: operation,
                message: "the connection failed (\(type(of: error))); check the address and the network")
        }
    }

    private static func cancelled(_ operation: String) -> ForgeError {
        ForgeError(.cancelled, operation: operation, message: "it was stopped")
    }
}

extension Duration {
    /// Saturates far past any deadline.
    var wholeNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return min(seconds, 1_000_000_000) * 1_000_000_000 + attoseconds / 1_000_000_000
    }

    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
