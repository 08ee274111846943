/// How long each kind of request may take before the helper process is killed.
public struct GitDeadlines: Sendable {
    /// Asking a remote for its refs.
    public var list: Duration
    /// A fetch, which is a whole clone the first time; waiting for another process at the same mirror counts.
    public var fetch: Duration
    public var push: Duration
    /// Whatever needs no network.
    public var local: Duration

    public init(
        list: Duration = .seconds(30),
        fetch: Duration = .seconds(300),
        push: Duration = .seconds(60),
        local: Duration = .seconds(60)
    ) {
        self.list = list
        self.fetch = fetch
        self.push = push
        self.local = local
    }
}
