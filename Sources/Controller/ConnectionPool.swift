import Model
import Synchronization

/// Connections to AWS that are kept while a controller runs: those of each account apart, so that one account's
/// throttling slows no other one's calls.
final class ConnectionPool: Sendable {
    private let kept = Mutex<[String: AccountConnections]>([:])

    func connections(
        _ settings: RunSettings, _ scope: AccountScope, _ installation: String
    ) throws(RunError) -> AccountConnections {
        let key = "\(scope.account) \(installation)"
        return try kept.withLock { kept throws(RunError) in
            if let connections = kept[key] { return connections }
            let made = try AccountConnections(settings, region: scope.region, installation: installation)
            kept[key] = made
            return made
        }
    }

    /// The calls made so far, by action.
    var calls: [String: Int] {
        kept.withLock { $0.values.reduce(into: [:]) { $0.merge($1.calls, uniquingKeysWith: +) } }
    }

    /// How often AWS turned calls away for coming too fast, by action.
    var throttles: [String: Int] {
        kept.withLock { $0.values.reduce(into: [:]) { $0.merge($1.throttles, uniquingKeysWith: +) } }
    }

    /// Closes all of them; calls after it fail.
    func close() async {
        let all = kept.withLock { kept in
            defer { kept = [:] }
            return Array(kept.values)
        }
        for connections in all { await connections.close() }
    }
}
