import Crypto
import GitMessages

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A remote repository with its bare mirror in the cache, from which commits are read and to which they are published.
///
/// The mirror is kept between runs, shared with other processes under a lock, and made again when it is damaged or
/// has grown. Every request has a deadline; the work is done in a helper process of this mirror's own.
public actor GitMirror {
    /// The mirror's directory.
    public nonisolated let directory: String
    /// The remote's address, without any secret.
    public nonisolated let address: String
    /// The process that does the work.
    public nonisolated let helper: GitHelper

    let connection: RemoteConnection
    let deadlines: GitDeadlines
    private let packLimit: Int
    private let byteLimit: Int
    /// How many commits were published through this mirror.
    private var published = 0
    /// Refs that this mirror was asked for, to be brought along when it is made again.
    private var knownRefs: Set<String> = []

    /// - Parameters:
    ///   - cacheDirectory: Where mirrors lie; made when it is missing. The mirror's name in it is a hash of the address.
    ///   - executable: The path of `plumbline-git`; nil looks beside the running executable.
    ///   - packLimit: With more packs than this, a fresh clone takes the mirror's place.
    ///   - byteLimit: How many bytes a remote may send for one fetch; more are refused with `tooLarge`.
    ///   - patience: How long a helper that nobody asks is kept: it holds 20 MB, and starts within milliseconds.
    /// - Throws: `invalidURL` and `authenticationFailed` for what cannot work, before anything is tried.
    public init(
        remote: GitRemote,
        cacheDirectory: String,
        executable: String? = nil,
        deadlines: GitDeadlines = GitDeadlines(),
        packLimit: Int = 200,
        byteLimit: Int = 4 << 30,
        patience: Duration = .milliseconds(200)
    ) throws(GitError) {
        connection = try RemoteConnection(remote)
        address = connection.address.display
        let digest = SHA256.hash(data: Data(address.utf8)).prefix(16).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
        directory = cacheDirectory + "/" + digest.joined() + ".git"
        helper = GitHelper(
            executable: executable, certificateAuthorityFile: remote.certificateAuthorityFile, patience: patience)
        self.deadlines = deadlines
        self.packLimit = packLimit
        self.byteLimit = byteLimit
        do {
            try FileManager.default.createDirectory(
                atPath: cacheDirectory,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw GitError(
                code: .other,
                operation: "make the cache directory \(cacheDirectory)",
                message: "it cannot be made. Choose a directory that can be written to.",
                cause: error
            )
        }
    }

    /// Notes that a commit was published, and now and then lets a fetch look whether the mirror has grown: a branch
    /// that nobody else writes is never fetched, and its loose objects would pile up for ever.
    func noteCommit(on branch: String) async {
        published += 1
        guard published.isMultiple(of: packLimit) else { return }
        // The commit is where it belongs; what cannot be fetched now is fetched another time.
        try? await fetch(["refs/heads/\(branch)"])
    }

    /// Brings refs into the mirror.
    func fetch(_ refs: Set<String>, replace: Bool = false) async throws(GitError) {
        // Pull requests come and go: a mirror that is made again begins without them.
        knownRefs.formUnion(refs.filter { $0.hasPrefix("refs/heads/") || $0.hasPrefix("refs/tags/") })
        let request = FetchRequest(
            mirror: directory,
            remote: connection.access,
            refs: (replace ? knownRefs.union(refs) : refs).sorted(),
            replace: replace,
            packLimit: packLimit,
            byteLimit: byteLimit
        )
        _ = try await ask(.fetch(request), to: "fetch from", within: deadlines.fetch)
    }

    /// Asks about a commit that the mirror should hold; fetches when it does not, and makes a damaged mirror again.
    func read(_ request: GitRequest, to verb: String) async throws(GitError) -> GitReply {
        var healed: Set<GitFailure.Code> = []
        while true {
            switch try await send(request, to: verb, within: deadlines.local) {
            case .failed(let failure) where failure.code == .corruptMirror && healed.insert(.corruptMirror).inserted:
                try await fetch(knownRefs.isEmpty ? ["refs/heads/*"] : [], replace: true)
            case .failed(let failure) where failure.code == .missingCommit && healed.insert(.missingCommit).inserted:
                try await fetch(["refs/heads/*"])
            case .failed(let failure):
                throw error(failure, verb: verb)
            case let reply:
                return reply
            }
        }
    }

    /// Asks the helper; a failure of git's becomes an error.
    func ask(_ request: GitRequest, to verb: String, within limit: Duration) async throws(GitError) -> GitReply {
        let reply = try await send(request, to: verb, within: limit)
        if case .failed(let failure) = reply { throw error(failure, verb: verb) }
        return reply
    }

    /// Asks the helper; a failure of git's is a reply like any other.
    func send(_ request: GitRequest, to verb: String, within limit: Duration) async throws(GitError) -> GitReply {
        do {
            return try await helper.perform(request, within: limit)
        } catch {
            var failure = GitError(error, operation: "\(verb) \(address)")
            failure.message = connection.redacted(failure.message)
            throw failure
        }
    }

    func error(_ failure: GitFailure, verb: String) -> GitError {
        var error = GitError(
            failure,
            operation: "\(verb) \(address)",
            address: connection.address,
            usesRSA: connection.usesRSA
        )
        error.message = connection.redacted(error.message)
        return error
    }

    /// The error for a reply of another kind than was asked for, which a helper of the same build never gives.
    func unexpected(_ verb: String) -> GitError {
        GitError(
            code: .helperDied,
            operation: "\(verb) \(address)",
            message: "plumbline-git gave an answer to another question. Install both executables from one release."
        )
    }
}
