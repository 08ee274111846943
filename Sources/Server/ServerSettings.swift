import Hummingbird
import Mustache

/// Where the server listens.
public struct ServerSettings: Sendable {
    /// An address of this host.
    public var host = "0.0.0.0"
    public var port = 8080

    public init() {}
}
