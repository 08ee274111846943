import Engine
import GitRepository
import Ledger
import Model

/// What a run needs to be told.
public struct RunSettings: Sendable {
    /// The config repository.
    public var repository: GitRemote
    /// A branch, tag or commit of it.
    public var ref = "main"
    /// The directory in it below which the manifests are; empty for the root.
    public var path = ""
    /// Only these environments; empty for all.
    public var environments: Set<String> = []
    /// Take over what is there already for every manifest, as if each said `adopt: true`.
    public var adopts = false
    /// Where the status branch is; nil for the config repository itself.
    public var statusRepository: GitRemote?
    public var statusBranch = Ledger.defaultBranch
    /// Whose the resources are; nil derives it from the config repository's first commit, which stays the same when
    /// the repository moves.
    public var installation: String?
    /// Where mirrors and immutable answers are kept between runs.
    public var cacheDirectory: String
    /// The process environment, from which AWS is configured.
    public var environmentVariables: [String: String]
    public var limits = DeletionLimits()
    public var deadlines = GitDeadlines()
    /// The path of `plumbline-git`; nil looks beside the running executable.
    public var gitHelper: String?
    public var pacing = Pacing()
    /// How many changes are under way at the same time in one account and region, those that wait included.
    public var width = Executor.standardWidth
    /// The author of what is committed.
    public var author = GitSignature(name: "Plumbline", email: "plumbline@localhost")
    /// Signs what is committed; nil leaves it unsigned.
    public var signingKey: CommitSigningKey?
    /// Whose signature the revision has to carry; nil lets unsigned ones count.
    public var trust: CommitTrust?
    /// Gates that a person has opened by hand.
    public var opened: Set<OpenedGate> = []

    public init(repository: GitRemote, cacheDirectory: String, environmentVariables: [String: String]) {
        self.repository = repository
        self.cacheDirectory = cacheDirectory
        self.environmentVariables = environmentVariables
    }
}

/// The process environment holds secrets, so it is not shown.
extension RunSettings: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(repository) \(ref)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["repository": repository, "ref": ref]) }
}

/// A gate of the manifests that a person opens for one run.
public enum OpenedGate: Sendable, Hashable {
    case suspension
    case syncWindow
}
