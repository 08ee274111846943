import Foundation
import GitRepository
import Ledger
import Model

extension Run {
    /// How long is looked for a valid commit: longer than thousands of commits take, and not for ever.
    private static let patience = Duration.seconds(120)

    /// Whether a commit is the other one or among its ancestors.
    func isAncestor(_ commit: String, of other: String) async throws(RunError) -> Bool {
        do throws(GitError) { return try await repository.mirror.isAncestor(commit, of: other) } catch {
            throw RunError(error)
        }
    }

    /// The valid commit that stays in force before one that is not: the newest with which AWS was made to agree, as the
    /// status branch says, else the newest that is valid of all for which the branch ever stood, one after the other.
    ///
    /// A hundred commits are held at a time.
    /// - Returns: nil when there is none, when it is too far back to be found in two minutes, or when the one with which AWS
    ///   was made to agree is not signed by anybody who counts today.
    func lastValid(
        before revision: Revision, _ statuses: [EnvironmentStatus]
    ) async throws(RunError) -> RevisionInForce? {
        let end = ContinuousClock.now + Self.patience
        if let applied = try await lastApplied(before: revision, statuses) {
            let loaded = try await load(Revision(ref: revision.ref, commit: applied))
            if let found = RevisionInForce(loaded) { return found }
            // Its signer counts no more. One further back would take AWS back, which nobody asked for.
            guard loaded.refusal == nil else { return nil }
        }
        var from = revision.commit
        while true {
            let page = try await line(from: from)
            for commit in page {
                guard ContinuousClock.now < end else { return nil }
                let loaded = try await load(Revision(ref: revision.ref, commit: commit))
                if let found = RevisionInForce(loaded) { return found }
            }
            guard let last = page.last else { return nil }
            from = last
        }
    }

    /// The hundred commits for which the branch stood before one, the newest first.
    private func line(from commit: String) async throws(RunError) -> [String] {
        do throws(GitError) {
            let commits = try await repository.mirror.log(ref: commit, firstParent: true, limit: 101)
            return commits.dropFirst().map(\.id)
        } catch {
            throw RunError(error)
        }
    }

    /// The newest commit of the branch with which an environment was made to agree.
    private func lastApplied(
        before revision: Revision, _ statuses: [EnvironmentStatus]
    ) async throws(RunError) -> String? {
        var newest: String?
        for commit in Set(statuses.compactMap { $0.appliedRevision.flatMap(EnvironmentStatus.commit(in:)) }).sorted() {
            // One that a force push has taken away is not this branch's any more.
            guard try await isAncestor(commit, of: revision.commit) else { continue }
            if let best = newest {
                if try await isAncestor(best, of: commit) { newest = commit }
            } else {
                newest = commit
            }
        }
        return newest
    }
}

extension EnvironmentStatus {
    /// The commit of a revision such as `main@sha1:3f2a1bc…`.
    static func commit(in revision: String) -> String? {
        revision.range(of: "@sha1:", options: .backwards).map { String(revision[$0.upperBound...]) }
    }
}
