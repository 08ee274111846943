import Foundation
import Hummingbird
import Logging
import Synchronization

/// An HTTP server on a free loopback port that answers as a test says, and remembers what it was asked.
final class WirePeer: Sendable {
    struct Call: Sendable {
        var method: String
        /// Without the query.
        var path: String
        var query: [String: String]
        /// By lower-case name.
        var headers: [String: String]
        var body: Data

        var json: [String: Any] { (try? JSONSerialization.jsonObject(with: body)) as? [String: Any] ?? [:] }
        var line: String { "\(method) \(path)" }
    }

    struct Reply: Sendable {
        var status: Int
        var headers: [String: String] = [:]
        var body = Data()

        static func json(_ value: Any, status: Int = 200, headers: [String: String] = [:]) -> Reply {
            let body = (try? JSONSerialization.data(withJSONObject: value, options: [.sortedKeys])) ?? Data()
            return Reply(status: status, headers: headers, body: body)
        }
    }

    let url: String
    private let log: Log

    private final class Log: Sendable {
        let calls = Mutex<[Call]>([])
        /// Those who are told of each answer.
        let watchers = Mutex<[Int: AsyncStream<Void>.Continuation]>([:])
    }

    private init(url: String, log: Log) {
        self.url = url
        self.log = log
    }

    var calls: [Call] { log.calls.withLock { $0 } }
    func calls(_ line: String) -> [Call] { calls.filter { $0.line == line } }

    /// Waits until a condition holds, which is looked at again after each answer.
    /// - Returns: whether it did within the time.
    func until(within limit: Duration = .seconds(60), _ condition: @escaping @Sendable () -> Bool) async -> Bool {
        let (answers, watcher) = AsyncStream<Void>.makeStream()
        let number = log.watchers.withLock { watchers in
            let number = (watchers.keys.max() ?? 0) + 1
            watchers[number] = watcher
            return number
        }
        defer { log.watchers.withLock { $0[number] = nil } }
        return await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                if condition() { return true }
                for await _ in answers where condition() { return true }
                return false
            }
            group.addTask {
                try? await Task.sleep(for: limit)
                return false
            }
            defer { group.cancelAll() }
            return await group.next() ?? false
        }
    }

    /// - Parameter answer: gets the request and how many of the same method and path came before it.
    static func start(_ answer: @escaping @Sendable (Call, Int) async -> Reply) async throws -> WirePeer {
        let log = Log()
        let (ports, listening) = AsyncStream<Int>.makeStream()
        let responder = CallbackResponder<BasicRequestContext> { request, _ in
            let call = try await Call(request)
            let index = log.calls.withLock { calls in
                defer { calls.append(call) }
                return calls.count { $0.line == call.line }
            }
            let reply = await answer(call, index)
            for watcher in log.watchers.withLock({ Array($0.values) }) { watcher.yield() }
            var headers = HTTPFields()
            for (name, value) in reply.headers {
                if let name = HTTPFields.Element.Name(name) { headers[name] = value }
            }
            return Response(
                status: .init(code: reply.status), headers: headers,
                body: .init(byteBuffer: ByteBuffer(bytes: reply.body)))
        }
        let application = Application(
            responder: responder, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in listening.yield(channel.localAddress?.port ?? 0) },
            logger: Logger(label: "peer") { _ in SwiftLogNoOpLogHandler() })
        // It serves until the test process ends: a server that is cancelled takes connections with it in mid-answer.
        Task { try await application.run() }
        var port = 0
        for await first in ports {
            port = first
            break
        }
        return WirePeer(url: "http://127.0.0.1:\(port)", log: log)
    }
}

extension WirePeer.Call {
    fileprivate init(_ request: Request) async throws {
        method = request.method.rawValue
        let parts = (request.head.path ?? "/").split(separator: "?", maxSplits: 1).map(String.init)
        // Kept as it was sent: GitLab's project is one component with an escaped slash.
        path = parts[0]
        query = (parts.count > 1 ? parts[1] : "").split(separator: "&").reduce(into: [:]) { query, pair in
            let words = pair.split(separator: "=", maxSplits: 1).map { $0.removingPercentEncoding ?? "" }
            query[words[0]] = words.count > 1 ? words[1] : ""
        }
        headers = request.headers.reduce(into: [:]) { $0[$1.name.canonicalName] = $1.value }
        body = Data(buffer: try await request.body.collect(upTo: 4 << 20))
    }
}
