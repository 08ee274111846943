import Foundation
import Hummingbird
import Model
import ServiceLifecycle
import Synchronization

/// Streams of events to browsers and programs, as server-sent events
/// (https://html.spec.whatwg.org/multipage/server-sent-events.html).
///
/// A reader who is too slow loses the oldest of what waits for him; a page that hears of anything asks for the whole anyway.
final class EventStreams: Sendable {
    private let limit: Int
    private let metrics: MetricsRegistry
    private let open = Mutex(0)

    /// Proxies close what is silent for a minute.
    static let heartbeat = Duration.seconds(20)

    init(limit: Int, metrics: MetricsRegistry) {
        self.limit = limit
        self.metrics = metrics
        metrics.set(.eventStreams, 0)
    }

    /// An answer that lasts until the reader goes, the events end, or the server stops.
    /// - Throws: `ServerError` with status 503 when too many are open.
    func response(_ events: AsyncStream<ControllerEvent>, of environment: String?) throws(ServerError) -> Response {
        guard take() else {
            throw ServerError(
                .serviceUnavailable, "busy", "\(limit) streams of events are open already. Try again later.")
        }
        // Given back when the body is let go, written or not.
        let place = Place(self)
        let body = ResponseBody { writer in
            try await Self.write(events, of: environment, to: &writer)
            withExtendedLifetime(place) {}
        }
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"],
            body: body)
    }

    private static func write(
        _ events: AsyncStream<ControllerEvent>, of environment: String?, to writer: inout any ResponseBodyWriter
    ) async throws {
        // Something is sent at once, so that the reader knows that it listens.
        try await writer.write(ByteBuffer(string: "retry: 3000\n: listening\n\n"))
        let (texts, feed) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(256))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { feed.finish() }
                for await event in events.cancelOnGracefulShutdown() {
                    guard environment == nil || event.environment == nil || event.environment == environment else {
                        continue
                    }
                    let data = String(decoding: try JSONText.data(EventDocument(event)), as: UTF8.self)
                    feed.yield("data: \(data)\n\n")
                }
            }
            group.addTask {
                while true {
                    try await Task.sleep(for: heartbeat)
                    feed.yield(": \n\n")
                }
            }
            for await text in texts { try await writer.write(ByteBuffer(string: text)) }
            group.cancelAll()
        }
        try await writer.finish(nil)
    }

    private func take() -> Bool {
        let count = open.withLock { open -> Int? in
            guard open < limit else { return nil }
            open += 1
            return open
        }
        if let count { metrics.set(.eventStreams, Double(count)) }
        return count != nil
    }

    private func giveBack() {
        metrics.set(
            .eventStreams,
            Double(
                open.withLock { open in
                    open -= 1
                    return open
                }))
    }

    private final class Place: Sendable {
        private let streams: EventStreams
        init(_ streams: EventStreams) { self.streams = streams }
        deinit { streams.giveBack() }
    }
}
