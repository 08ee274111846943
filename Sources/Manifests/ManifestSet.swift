import Model

/// Every manifest of one revision: decoded, with defaults filled in, valid, each kind sorted by name.
public struct ManifestSet: Sendable {
    /// By name.
    public internal(set) var environments: [Environment] = []
    /// By name.
    public internal(set) var repositories: [Repository] = []
    /// By environment, then name.
    public internal(set) var nodes: [Node] = []
    /// By environment, then node, then name.
    public internal(set) var extras: [Extra] = []
    /// By environment, then name.
    public internal(set) var databases: [Database] = []
    /// By environment, then name.
    public internal(set) var caches: [Cache] = []
    /// By environment.
    public internal(set) var suspensions: [SuspensionOrder] = []
    /// By environment.
    public internal(set) var approvals: [Approval] = []
    /// By environment, then name.
    public internal(set) var pipelines: [Pipeline] = []
    var sources = SourceTable()

    /// A set made by hand; it is not validated, and knows no locations.
    public init(
        environments: [Environment] = [],
        repositories: [Repository] = [],
        nodes: [Node] = [],
        extras: [Extra] = [],
        databases: [Database] = [],
        caches: [Cache] = [],
        pipelines: [Pipeline] = []
    ) {
        self.environments = environments
        self.repositories = repositories
        self.nodes = nodes
        self.extras = extras
        self.databases = databases
        self.caches = caches
        self.pipelines = pipelines
        sort()
    }

    public var isEmpty: Bool {
        environments.isEmpty && repositories.isEmpty && nodes.isEmpty && extras.isEmpty && databases.isEmpty
            && caches.isEmpty && pipelines.isEmpty
    }

    mutating func sort() {
        environments.sort { $0.name < $1.name }
        repositories.sort { $0.name < $1.name }
        nodes.sort { ($0.environment, $0.name) < ($1.environment, $1.name) }
        extras.sort { ($0.environment, $0.node, $0.name) < ($1.environment, $1.node, $1.name) }
        databases.sort { ($0.environment, $0.name) < ($1.environment, $1.name) }
        caches.sort { ($0.environment, $0.name) < ($1.environment, $1.name) }
        suspensions.sort { $0.key < $1.key }
        approvals.sort { $0.key < $1.key }
        pipelines.sort { $0.key < $1.key }
    }
}

extension ManifestSet {
    /// Where a value was written, in a manifest or in one of its bases.
    ///
    /// The path is of keys in `spec`, such as `service.cpu` or `loadBalancer.allowFrom[0]`, or `metadata.name`. Where
    /// nothing was written because a default holds, the place of what encloses it is the answer, and the document's
    /// in the end; nil only for a manifest that was not read from a file.
    public func location(of key: ManifestKey, _ path: String = "") -> SourceLocation? {
        sources.location(of: key, path)
    }

    /// The files that a manifest comes from: its own, then its bases'.
    public func files(of key: ManifestKey) -> [String] { sources.files(of: key) }
}
