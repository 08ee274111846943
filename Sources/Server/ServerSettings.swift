import Foundation

/// Where the server listens, and what it has to know of the outside.
public struct ServerSettings: Sendable {
    /// An address of this host.
    public var host = "0.0.0.0"
    /// 0 takes a free one, which `ServerService` tells.
    public var port = 8080
    /// The address at which people reach the pages, such as `https://plumbline.example.com`; nil when it is the one that
    /// their browsers name.
    public var publicURL: String?
    /// The config repository's URL, without credentials: for links to commits, and to tell its pull requests from others'.
    public var repository = ""
    /// What the forge calls the config repository, `owner/name`; nil when its URL says it.
    public var project: String?
    /// The repository that holds the status branch, when it is another.
    public var statusRepository: String?
    /// The branch or tag that counts.
    public var ref = "main"
    /// Pushes to it wake nothing.
    public var statusBranch = "plumbline/status"
    /// What the config repository's host runs, where its name does not tell.
    public var forge: ForgeKind?
    /// A reverse proxy that knows who people are; nil when there is none.
    public var trustedProxy: TrustedProxy?
    /// Bytes that a webhook's body may have; more is answered 413.
    public var webhookBodyLimit = 1 << 20
    /// How long a webhook's body may take to arrive; one that takes longer is answered 408.
    public var webhookBodyTimeout = Duration.seconds(10)
    /// For how long a delivery is remembered, and how far a signed timestamp may lie from now, in seconds.
    public var replayWindow: TimeInterval = 300
    /// Streams of events that may be open at once; more are answered 503.
    public var streamLimit = 100
    /// Connections that may be open at once; more wait until one is closed.
    public var connectionLimit = 500

    public init() {}
}
