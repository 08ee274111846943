import Hummingbird
import Logging
import NIOCore

/// What is known of a request beside the request.
struct ServerContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The peer's IP address.
    let remoteAddress: String?
    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress?.ipAddress
        channel = source.channel
    }

    /// Closes the connection when whoever sends has had time to read the answer: one that is closed at once, with bytes on
    /// the way, loses the answer (RFC 9112, section 9.6).
    func closeSoon() {
        channel.eventLoop.scheduleTask(in: .seconds(5)) { [channel] in channel.close(promise: nil) }
    }

    /// A part of the path that stands for something, such as an environment's name.
    func parameter(_ name: String) -> String {
        let text = parameters.get(name) ?? ""
        return text.removingPercentEncoding ?? text
    }
}
