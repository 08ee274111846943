import Blueprints
import Engine
import GitRepository
import Ledger
import Manifests
import Model

/// The config repository as it is opened now, with the secrets that opened it.
struct Source: Sendable {
    var run: Run
    var secrets: RepositorySecrets
}

/// One look at the config repository.
struct GitLook: Sendable {
    /// What a look finds.
    enum Finding: Sendable {
        /// The ref has not moved.
        case unmoved
        case moved(Moved)
        case trouble(RunError)
    }

    /// The ref stands for another commit than before.
    struct Moved: Sendable {
        /// The newest commit.
        var newest: LoadedRevision
        /// The commit that is in force: the newest when its manifests are valid; nil leaves the one before in force.
        var inForce: RevisionInForce?
        /// Whether the commit before is no ancestor of it.
        var isForced = false
        /// What the status branch says; read once, at the start.
        var recorded: RecordedState?
    }

    /// Whose records on the status branch are followed, and how far they have been read.
    struct Following: Sendable {
        /// Those that another replica works on, and those that the manifests no longer have.
        var environments: Set<String> = []
        var mark: LedgerMark?
    }

    /// How far it has been read who works here.
    struct ClaimMark: Sendable {
        /// Whether it matters.
        var isWanted = false
        var tip: String?
    }

    var source: Source?
    var finding: Finding
    /// Who works here, where the status branch has moved.
    var claim: ClaimReading?
    /// Why that could not be read.
    var claimTrouble: String?
    /// What the status branch says that is news of those who are followed.
    var followed: LedgerReading?
    /// Why it could not be read.
    var followTrouble: String?
    /// Why secrets cannot be had, or not anew. Those that chats, the forge or callers need hold up a look for some seconds at
    /// most.
    var secretTroubles: [SecretTrouble] = []
}

/// A valid commit, with what it means for each environment.
struct RevisionInForce: Sendable {
    var loaded: LoadedRevision
    var manifests: ManifestSet
    /// What it says about each work item.
    var contents: [String: Content]

    /// Everything that a commit says about one work item; two that are equal ask for the same.
    struct Content: Equatable {
        var declared: [String]
        var gates: Gates
        var own: Environment.Gates?
    }

    /// Pure, but for a large repository not quick.
    init?(_ loaded: LoadedRevision) {
        guard let manifests = loaded.manifests else { return nil }
        self.loaded = loaded
        self.manifests = manifests
        let hasRepositories = !manifests.repositories.isEmpty
        let names = manifests.environments.map(\.name) + (hasRepositories ? [Repository.addressScope] : [])
        contents = Dictionary(names.map { ($0, Self.content(of: $0, in: manifests)) }) { first, _ in first }
    }

    /// The account and region of an environment, or of the repositories; nil where those are in several.
    func scope(of name: String) -> AccountScope? {
        if let environment = manifests.environment(named: name) { return environment.scope }
        let places = Set(manifests.repositories.map(\.scope))
        return name == Repository.addressScope && places.count == 1 ? places.first : nil
    }

    private static func content(of name: String, in manifests: ManifestSet) -> Content {
        let declared = Blueprints.declarations(for: manifests, environments: [name])
        let lines = declared.flatMap { scope, declarations in
            declarations.filter { $0.address.scope == name }.map { declaration in
                "\(scope) \(scope.roleARN ?? "") \(declaration.contentHash) \(declaration.adopt) "
                    + declaration.after.map(\.path).joined(separator: ",")
            }
        }
        return Content(
            declared: lines.sorted(), gates: Gates(name, in: manifests), own: manifests.environment(named: name)?.gates)
    }
}

extension GitLook {
    /// Looks whether the ref has moved: lists the refs first, and reads only a commit that it does not know.
    ///
    /// - Parameters:
    ///   - known: the newest commit of the last look; nil for the first.
    ///   - refused: the trust by which that was refused, when its signature was: under another one it is judged anew.
    ///   - installation: whose the resources are, once that is known.
    ///   - claim: whether it matters who else works here, and how far that was read.
    ///   - following: the environments of which the status branch is read when it has moved.
    static func take(
        _ configuration: ServeConfiguration, _ store: SecretStore, variables: [String: String], from source: Source?,
        known: String?, refused: String?, installation: String?, following: Following,
        claim: ClaimMark = ClaimMark()
    ) async -> GitLook {
        var look = GitLook(source: source, finding: .unmoved)
        look.secretTroubles = await store.troubles(with: configuration.secretsBesideGit)
        do throws(RunError) {
            look.secretTroubles += try await store.refresh(RepositorySecrets.references(configuration))
            let secrets = try RepositorySecrets(configuration, store)
            let opened: Source
            if let source, source.secrets == secrets {
                opened = source
            } else {
                opened = Source(
                    run: try Run(configuration.runSettings(secrets, variables: variables)), secrets: secrets)
            }
            look.source = opened
            let (revision, refs) = try await opened.run.resolve()
            await look.follow(following, opened.run, refs)
            if claim.isWanted { await look.readClaim(since: claim.tip, opened.run, refs) }
            let isJudgedAnew = refused.map { $0 != opened.run.settings.trust?.fingerprint } ?? false
            guard revision.commit != known || isJudgedAnew else { return look }
            var moved = Moved(newest: try await opened.run.load(revision))
            if let installation, moved.newest.installation != installation {
                throw RunError(
                    .git,
                    "the repository's first commit is another one now, so its resources would belong to somebody else; "
                        + "the last valid commit stays in force. To follow it, set `installation: \(installation)` and "
                        + "start again")
            }
            moved.inForce = RevisionInForce(moved.newest)
            if let known {
                moved.isForced = try await !opened.run.isAncestor(known, of: revision.commit)
            } else {
                let recorded = try await opened.run.recorded()
                moved.recorded = recorded
                if moved.inForce == nil {
                    moved.inForce = try await opened.run.lastValid(before: revision, recorded.statuses)
                }
            }
            look.finding = .moved(moved)
        } catch {
            look.finding = .trouble(error)
            // The credential may have been renewed where it is kept; then the next look has it.
            if error.code == .git {
                _ = try? await store.refresh(RepositorySecrets.references(configuration), force: true)
            }
        }
        return look
    }
}

extension GitLook {
    /// Reads what other replicas recorded. A status repository that does not answer holds up no look at the manifests.
    /// - Parameter refs: those of the config repository, in which the status branch is unless another one was named.
    private mutating func follow(_ following: Following, _ run: Run, _ refs: GitRefs) async {
        guard !following.environments.isEmpty else { return }
        do throws(GitError) {
            followed = try await run.ledger.read(
                of: following.environments, since: following.mark,
                among: run.settings.statusRepository == nil ? refs : nil)
        } catch {
            followTrouble = error.description
        }
    }
}

extension Run {
    /// The commit that the ref stands for now, and all refs of that moment.
    func resolve() async throws(RunError) -> (Revision, GitRefs) {
        do throws(GitError) {
            let refs = try await repository.mirror.refs()
            let found = try await repository.mirror.resolve(ref: settings.ref, among: refs)
            return (Revision(ref: found.ref, commit: found.commit), refs)
        } catch {
            throw RunError(error)
        }
    }

    func load(_ revision: Revision) async throws(RunError) -> LoadedRevision {
        try await repository.load(revision)
    }
}
