import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// An HTTP server on loopback that answers as a test says, one request per connection.
final class LoopbackServer: Sendable {
    struct Request: Sendable {
        var method = ""
        var path = ""
        var headers: [String: String] = [:]
        var body = ""

        /// The pairs of a form body, decoded.
        var form: [String: String] {
            let pairs = body.split(separator: "&").map { pair in
                pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                    .map { $0.removingPercentEncoding ?? "" }
            }
            return Dictionary(pairs.map { ($0[0], $0.count > 1 ? $0[1] : "") }, uniquingKeysWith: { $1 })
        }
    }

    enum Reply: Sendable {
        case http(Int, String, headers: [String: String] = [:])
        /// Closes the connection without a word.
        case hangUp
        /// Announces more than it sends.
        case truncated(String)
        /// Never answers; the connection stays open.
        case silence
        /// Announces a body of so many bytes, and sends nothing of it.
        case announced(Int)
        /// A body that goes on for as long as somebody reads it.
        case endless
    }

    private let socket: Int32
    private let handler: @Sendable (Request, Int) -> Reply
    private let log = Mutex<[Request]>([])
    private let silent = Mutex<[Int32]>([])
    let port: UInt16

    var url: String { "http://127.0.0.1:\(port)" }
    var requests: [Request] { log.withLock { $0 } }

    /// - Parameter handler: gets the request and how many came before it.
    init(_ handler: @escaping @Sendable (Request, Int) -> Reply) throws {
        self.handler = handler
        #if canImport(Glibc)
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
        socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listening = socket
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(listening, pointer, size) == 0 && listen(listening, 64) == 0
                    && getsockname(listening, pointer, &size) == 0
            }
        }
        guard bound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [weak self, listening] in
            while true {
                let connection = accept(listening, nil, nil)
                guard connection >= 0 else {
                    // Closed here and not by whoever stops it: the number could be another server's by the next accept.
                    _ = close(listening)
                    return
                }
                guard let self else {
                    _ = close(connection)
                    return
                }
                Thread.detachNewThread { self.serve(connection) }
            }
        }
    }

    /// Stops listening, so that connections are refused.
    func stop() {
        _ = shutdown(socket, Int32(SHUT_RDWR))
        silent.withLock { $0.forEach { _ = close($0) } }
    }

    private func serve(_ connection: Int32) {
        guard let request = Self.read(connection) else {
            _ = close(connection)
            return
        }
        let index = log.withLock { log in
            log.append(request)
            return log.count - 1
        }
        switch handler(request, index) {
        case .silence:
            silent.withLock { $0.append(connection) }
            return
        case .hangUp: break
        case .http(let status, let body, let headers):
            Self.write(connection, status, body, headers, length: body.utf8.count)
        case .truncated(let body):
            Self.write(connection, 200, body, [:], length: body.utf8.count + 100)
        case .announced(let length):
            Self.write(connection, 200, "", [:], length: length)
            silent.withLock { $0.append(connection) }
            return
        case .endless:
            _ = Self.transmit(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".utf8), connection)
            let piece = Array("100000\r\n\(String(repeating: " ", count: 1 << 20))\r\n".utf8)
            while Self.transmit(piece, connection) {}
        }
        _ = close(connection)
    }

    private static func write(
        _ connection: Int32,
        _ status: Int,
        _ body: String,
        _ headers: [String: String],
        length: Int
    ) {
        var text = "HTTP/1.1 \(status) Status\r\nConnection: close\r\nContent-Length: \(length)\r\n"
        for (name, value) in headers { text += "\(name): \(value)\r\n" }
        _ = transmit(Array((text + "\r\n" + body).utf8), connection)
    }

    /// False when the other side has gone.
    private static func transmit(_ bytes: [UInt8], _ connection: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    private static func read(_ connection: Int32) -> Request? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
            let text = String(decoding: bytes, as: UTF8.self)
            guard let end = text.range(of: "\r\n\r\n") else { continue }
            let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
            let words = lines[0].split(separator: " ")
            guard words.count == 3 else { return nil }
            var request = Request(method: String(words[0]), path: String(words[1]))
            for line in lines.dropFirst() {
                let sides = line.split(separator: ":", maxSplits: 1)
                let value = sides.count > 1 ? sides[1].trimmingCharacters(in: .whitespaces) : ""
                request.headers[sides[0].lowercased()] = value
            }
            request.body = String(text[end.upperBound...])
            let length = Int(request.headers["content-length"] ?? "0") ?? 0
            if request.body.utf8.count >= length { return request }
        }
    }
}
