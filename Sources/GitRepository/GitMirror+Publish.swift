import GitMessages

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension GitMirror {
    /// Commits to a branch and pushes, so that no other writer's commit is ever lost.
    ///
    /// `update` is given the branch's files below `path` as they are on the remote now, and returns what changes:
    /// new contents by path from the root of the tree, nil to remove a file. It is called again, with the files as
    /// they then are, each time another writer was quicker. A branch that does not exist begins without a parent.
    /// With a key the commit is signed with it; the key stays in this process.
    /// Nothing is checked out, and repeating the call after an error is safe.
    ///
    /// - Returns: The new commit's id; nil when nothing changes, and then nothing was pushed.
    /// - Throws: `conflict` when others were quicker `attempts` times, `rejected` when the remote does not take the
    ///   commit (a protected branch, a hook), `updateFailed` with what `update` threw.
    public func publish(
        branch: String,
        message: String,
        author: GitSignature,
        signingKey: CommitSigningKey? = nil,
        under path: String = "",
        attempts: Int = 20,
        update: @Sendable (_ current: [String: [UInt8]]) throws -> [String: [UInt8]?]
    ) async throws(GitError) -> String? {
        let verb = "publish to \(branch) of"
        for attempt in 1...max(1, attempts) {
            let tip = try await tip(of: branch)
            let current = try await files(at: tip, under: path)
            let changes = try changes(to: current, verb: verb, update: update)
            if changes.isEmpty { return nil }
            var request = PublishRequest(
                mirror: directory,
                remote: connection.access,
                branch: branch,
                parent: tip,
                changes: changes,
                message: message,
                author: CommitAuthor(name: author.name, email: author.email, time: Int64(Date().timeIntervalSince1970))
            )
            if let signingKey {
                guard
                    case .commitText(let text) = try await ask(.commitText(request), to: verb, within: deadlines.local)
                else { throw unexpected(verb) }
                guard let text else { return nil }
                request.signature = try signingKey.signature(of: text)
            }
            switch try await send(.publish(request), to: verb, within: deadlines.push) {
            case .published(.published(let commit)):
                await noteCommit(on: branch)
                return commit
            case .published(.unchanged): return nil
            case .published(.conflict): try await pause(beforeAttempt: attempt + 1, verb: verb)
            case .published(.rejected(let reason)): throw rejected(reason, verb: verb)
            case .failed(let failure) where failure.code == .corruptMirror && attempt < attempts:
                try await fetch(["refs/heads/\(branch)"], replace: true)
            case .failed(let failure): throw error(failure, verb: verb)
            default: throw unexpected(verb)
            }
        }
        throw GitError(
            code: .conflict,
            operation: "\(verb) \(address)",
            message: "other writers were quicker \(attempts) times. Run it again when there is less going on."
        )
    }

    /// The remote's tip of a branch, present in the mirror; nil when there is no such branch.
    private func tip(of branch: String) async throws(GitError) -> String? {
        let name = "refs/heads/\(branch)"
        guard let tip = try await remoteRefs().first(where: { $0.name == name })?.id else {
            // The new branch needs a place to be made in.
            if !FileManager.default.fileExists(atPath: directory) { try await fetch([]) }
            return nil
        }
        if try await localCommit(tip) == nil { try await fetch([name]) }
        return tip
    }

    private func files(at tip: String?, under path: String) async throws(GitError) -> [String: [UInt8]] {
        guard let tip else { return [:] }
        do {
            let files = try await readTree(at: tip, under: path, where: .all)
            let contents = files.compactMap { file in
                file.kind == .file ? file.content.map { (file.path, $0) } : nil
            }
            return Dictionary(contents, uniquingKeysWith: { first, _ in first })
        } catch  where error.code == .pathNotFound {
            return [:]
        }
    }

    private func changes(
        to current: [String: [UInt8]],
        verb: String,
        update: ([String: [UInt8]]) throws -> [String: [UInt8]?]
    ) throws(GitError) -> [FileChange] {
        do {
            return try update(current)
                .filter { path, content in content != current[path] }
                .map { path, content in FileChange(path: path, content: content.map { Data($0) }) }
                .sorted { $0.path < $1.path }
        } catch {
            throw GitError(
                code: .updateFailed,
                operation: "\(verb) \(address)",
                message: "what to publish could not be computed from the branch's present files.",
                cause: error
            )
        }
    }

    /// Lets the others go first, for a random time that grows with each attempt, up to half a second.
    private func pause(beforeAttempt attempt: Int, verb: String) async throws(GitError) {
        do {
            try await Task.sleep(for: .milliseconds(Int.random(in: 1...min(500, 25 * attempt))))
        } catch {
            throw GitError(GitHelper.Failure.cancelled, operation: "\(verb) \(address)")
        }
    }

    private func rejected(_ reason: String, verb: String) -> GitError {
        GitError(
            code: .rejected,
            operation: "\(verb) \(address)",
            message: connection.redacted("the remote did not take the commit: \(reason). ")
                + "Check the branch's protection, the repository's hooks and what the credential may do."
        )
    }
}
