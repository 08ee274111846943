import Foundation
import GitRepository
import Model

/// The record of what Plumbline did, on a branch of its own in git.
///
/// One commit for each thing that happened in an environment, none when nothing did. The branch is never checked out;
/// writers that meet are put in a row by compare-and-swap, and none is lost.
public struct Ledger: Sendable {
    public static let defaultBranch = "plumbline/status"

    let mirror: GitMirror
    let branch: String
    let author: GitSignature
    let signingKey: CommitSigningKey?
    private let memory = LedgerMemory()

    public init(
        mirror: GitMirror, branch: String = defaultBranch,
        author: GitSignature = GitSignature(name: "Plumbline", email: "plumbline@localhost"),
        signingKey: CommitSigningKey? = nil
    ) {
        self.mirror = mirror
        self.branch = branch
        self.author = author
        self.signingKey = signingKey
    }

    /// What is recorded now; empty when the branch is not there yet. The refs are asked for each time, the files only
    /// when the branch has moved.
    public func read() async throws(GitError) -> (statuses: [EnvironmentStatus], inventories: [String: Inventory]) {
        let revision: GitRevision
        do {
            revision = try await mirror.resolve(ref: "refs/heads/\(branch)")
        } catch  where error.code == .unknownRef || error.code == .emptyRepository {
            return ([], [:])
        }
        let ledger: LedgerFiles
        if let known = memory.files(of: revision.commit) {
            ledger = known
        } else {
            let files = try await mirror.readTree(at: revision.commit)
            let contents = files.compactMap { file in file.content.map { (file.path, $0) } }
            ledger = memory.read(Dictionary(contents) { first, _ in first }, of: revision.commit)
        }
        return (ledger.statuses.values.sorted { $0.environment < $1.environment }, ledger.inventories)
    }

    /// What is recorded of some environments, where the branch is not where it was.
    ///
    /// Nothing is fetched while the branch has not moved, and of a file that is the same as at the mark nothing is said.
    /// - Parameters:
    ///   - mark: of the last reading; nil reads all.
    ///   - listed: the refs of the status repository, where they were listed already.
    /// - Returns: nil when the branch has not moved, or is not there.
    public func read(
        of environments: Set<String>, since mark: LedgerMark?, among listed: GitRefs? = nil
    ) async throws(GitError) -> LedgerReading? {
        let refs: GitRefs
        if let listed { refs = listed } else { refs = try await mirror.refs() }
        guard let tip = refs.tip(of: branch) else { return nil }
        if let mark, mark.commit == tip, environments.isSubset(of: mark.environments) { return nil }
        let revision = try await mirror.resolve(ref: "refs/heads/\(branch)", among: refs)
        let wanted = Set(environments.flatMap { [LedgerFiles.status($0), LedgerFiles.inventory($0)] })
        let files = try await mirror.readTree(at: revision.commit).filter { wanted.contains($0.path) }
        let news = files.filter { mark?.files[$0.path] != $0.blobID }
        let contents = news.compactMap { file in file.content.map { (file.path, $0) } }
        let ledger = LedgerFiles(Dictionary(contents) { first, _ in first })
        return LedgerReading(
            mark: LedgerMark(
                commit: revision.commit, environments: environments,
                files: Dictionary(files.map { ($0.path, $0.blobID) }) { first, _ in first }),
            statuses: ledger.statuses.values.sorted { $0.environment < $1.environment },
            inventories: ledger.inventories)
    }

    /// Records how an environment stands.
    ///
    /// - Parameters:
    ///   - happened: something was done or tried; without it a status that says the same as before is not written.
    ///   - inventory: what is there now; nil leaves the recorded one.
    ///   - isPartial: the status tells of one run only; what it says nothing of stays as it is recorded.
    ///   - mayWrite: asked right before each push; once it is somebody else's to say how the environment stands, nothing is
    ///     written over that.
    /// - Returns: the new commit, nil when there was nothing to write.
    public func record(
        _ status: EnvironmentStatus, inventory: Inventory?, happened: Bool, subject: String, isPartial: Bool = false,
        mayWrite: @escaping @Sendable () -> Bool = { true }
    ) async throws(GitError) -> String? {
        let message = """
            \(subject)

            Plumbline-Revision: \(status.revision)
            Plumbline-Plan: \(status.plan.isEmpty ? "none" : status.plan)
            Plumbline-Outcome: \(status.outcome.rawValue)

            """
        return try await mirror.publish(
            branch: branch, message: message, author: author, signingKey: signingKey
        ) { [memory] current in
            guard mayWrite() else { return [:] }
            var files = memory.read(current, of: nil)
            let name = status.environment
            let status = isPartial ? status.completed(by: files.statuses[name], at: Date()) : status
            if !happened, let recorded = files.statuses[name], recorded.agrees(with: status),
                inventory == nil || inventory == files.inventories[name]
            {
                return [:]
            }
            files.statuses[name] = status.keepingTimes(of: files.statuses[name])
            files.inventories[name] = inventory ?? files.inventories[name]
            var changes: [String: [UInt8]?] = [
                LedgerFiles.status(name): try (files.statuses[name] ?? status)
                    .yaml(over: current[LedgerFiles.status(name)]),
                LedgerFiles.readme: Array(files.renderedReadme().utf8),
            ]
            if let inventory { changes[LedgerFiles.inventory(name)] = try inventory.yaml() }
            return changes
        }
    }

    /// The newest commits that tell of an environment, or of all.
    public func history(environment: String?, limit: Int) async throws(GitError) -> [GitCommit] {
        do {
            // A few more, in place of those that tell of controllers: these are rare.
            let commits = try await mirror.log(
                ref: "refs/heads/\(branch)", path: environment.map(LedgerFiles.status), limit: limit + 20)
            return Array(commits.filter { $0.trailers[Self.claimTrailer] == nil }.prefix(limit))
        } catch  where error.code == .unknownRef || error.code == .emptyRepository {
            return []
        }
    }
}
