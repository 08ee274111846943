import AWSResources
import Blueprints
import Engine
import GitRepository
import Ledger
import Manifests
import Model

/// One run over a revision: load, plan, apply, record. Each function is one step; the command line and the controller
/// put them together.
public struct Run: Sendable {
    public private(set) var settings: RunSettings
    let repository: ConfigRepository
    let ledger: Ledger
    /// Connections that outlive the run; nil for its own.
    private(set) var pool: ConnectionPool?
    /// Looks at AWS that others made may be used; nil looks anew.
    private(set) var shared: SharedObservations<SharedLook>?

    public init(_ settings: RunSettings) throws(RunError) {
        self.settings = settings
        repository = try ConfigRepository(settings)
        ledger = Ledger(
            mirror: try repository.statusMirror(), branch: settings.statusBranch, author: settings.author,
            signingKey: settings.signingKey)
    }

    /// The same run over one environment only, through connections that are kept.
    /// - Parameter shared: looks that others made, which may be used to see that there is nothing to do.
    func only(_ name: String, _ pool: ConnectionPool, shared: SharedObservations<SharedLook>? = nil) -> Run {
        var run = self
        run.settings.environments = [name]
        run.pool = pool
        run.shared = shared
        return run
    }

    /// Reads and validates the manifests.
    public func load() async throws(RunError) -> LoadedRevision {
        try await repository.load()
    }

    /// What the status branch says.
    public func recorded() async throws(RunError) -> RecordedState {
        do throws(GitError) {
            let (statuses, inventories) = try await ledger.read()
            return RecordedState(statuses: statuses, inventories: inventories)
        } catch {
            throw RunError(error)
        }
    }

    /// The commits of the status branch.
    public func history(environment: String?, limit: Int) async throws(RunError) -> [GitCommit] {
        do throws(GitError) {
            return try await ledger.history(environment: environment, limit: limit)
        } catch {
            throw RunError(error)
        }
    }
}

/// What the status branch holds.
public struct RecordedState: Sendable {
    public var statuses: [EnvironmentStatus]
    public var inventories: [String: Inventory]

    func status(_ environment: String) -> EnvironmentStatus? { statuses.first { $0.environment == environment } }
}
