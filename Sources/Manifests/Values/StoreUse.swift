/// A database or cache that a service uses, such as `database/main`.
public struct StoreUse: Hashable, Sendable, CustomStringConvertible {
    public var kind: Kind
    public var name: String

    public enum Kind: String, Hashable, Sendable, CaseIterable { case database, cache }

    public init(_ kind: Kind, _ name: String) {
        self.kind = kind
        self.name = name
    }

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), !parts[1].isEmpty else { return nil }
        self.init(kind, String(parts[1]))
    }

    public var description: String { "\(kind.rawValue)/\(name)" }

    /// The beginning of its variables' names: the name in capitals, with `_` for `-`.
    public var variablePrefix: String {
        String(name.uppercased().map { $0 == "-" ? "_" : $0 })
    }

    /// The variables that a container gets of it.
    public enum Variable: String, Sendable, CaseIterable {
        case host = "HOST"
        case port = "PORT"
        /// Databases only: the secret with the master user's name and password.
        case secretArn = "SECRET_ARN"
        /// Databases only, when the manifest names a database.
        case name = "NAME"
    }

    public func variable(_ variable: Variable) -> String { "\(variablePrefix)_\(variable.rawValue)" }

    /// Every name that it may give, so that a database's name added later clashes with nothing.
    var variables: [String] {
        let kinds: [Variable] = kind == .database ? Variable.allCases : [.host, .port]
        return kinds.map(variable)
    }
}

/// What may use databases and caches.
protocol StoreUser {
    var key: ManifestKey { get }
    var environment: String { get }
    var service: ServiceSettings { get }
    var uses: [StoreUse] { get }
}

extension Node: StoreUser {}
extension Extra: StoreUser {}
