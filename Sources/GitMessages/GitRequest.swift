#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The version of what the two processes say to each other; both come from one build, and this proves it.
public let gitMessagesVersion = 4

/// What is asked of the helper process; each request gets exactly one ``GitReply``, in order.
public enum GitRequest: Codable, Sendable {
    /// The first request to every new process.
    case hello(version: Int, certificateAuthorityFile: String?)
    case listRefs(RemoteAccess)
    case fetch(FetchRequest)
    case findCommit(mirror: String, name: String)
    case readTree(TreeRequest)
    case rootCommit(mirror: String, commit: String)
    /// A commit's own bytes: headers, signature and message.
    case rawCommit(mirror: String, commit: String)
    case log(LogRequest)
    /// Whether a commit is the other one or among its ancestors.
    case isAncestor(mirror: String, commit: String, of: String)
    /// The commit that a publish would make, as it is to be signed; nothing is pushed.
    case commitText(PublishRequest)
    case publish(PublishRequest)
}

/// Brings refs of a remote into the mirror; makes the mirror when there is none, and again when it is damaged.
public struct FetchRequest: Codable, Sendable {
    /// The mirror's directory; its lock file stands beside it.
    public var mirror: String
    public var remote: RemoteAccess
    /// Full ref names; `refs/heads/*` for a whole kind.
    public var refs: [String]
    /// Throws the present mirror away even if it seems to be in order.
    public var replace: Bool
    /// With more packs than this, a fresh clone takes the mirror's place.
    public var packLimit: Int
    /// How many bytes a remote may send for it.
    public var byteLimit: Int

    public init(
        mirror: String, remote: RemoteAccess, refs: [String], replace: Bool, packLimit: Int, byteLimit: Int
    ) {
        self.mirror = mirror
        self.remote = remote
        self.refs = refs
        self.replace = replace
        self.packLimit = packLimit
        self.byteLimit = byteLimit
    }
}

/// Reads files of a commit's tree.
public struct TreeRequest: Codable, Sendable {
    public var mirror: String
    public var commit: String
    /// The directory to read, or one file; empty for the root.
    public var path: String
    /// Ends of file names to read; empty for every file. Symbolic links and submodules always come.
    public var suffixes: [String]
    /// Larger files come without content, in bytes.
    public var maximumFileSize: Int
    /// The sum of contents past which the request fails, in bytes.
    public var maximumTotalSize: Int

    public init(
        mirror: String,
        commit: String,
        path: String,
        suffixes: [String],
        maximumFileSize: Int,
        maximumTotalSize: Int
    ) {
        self.mirror = mirror
        self.commit = commit
        self.path = path
        self.suffixes = suffixes
        self.maximumFileSize = maximumFileSize
        self.maximumTotalSize = maximumTotalSize
    }
}

/// Reads the history of a commit, newest first.
public struct LogRequest: Codable, Sendable {
    public var mirror: String
    public var commit: String
    /// Only commits that changed this file or directory.
    public var path: String?
    /// Only the line of first parents: what the branch stood for, one after the other.
    public var firstParent: Bool
    public var limit: Int

    public init(mirror: String, commit: String, path: String?, firstParent: Bool = false, limit: Int) {
        self.firstParent = firstParent
        self.mirror = mirror
        self.commit = commit
        self.path = path
        self.limit = limit
    }
}

/// Commits changes on top of a known tip and pushes them, only if the remote's branch is still there.
public struct PublishRequest: Codable, Sendable {
    public var mirror: String
    public var remote: RemoteAccess
    /// The branch's short name.
    public var branch: String
    /// The tip that the changes were computed from; nil when the branch must not exist yet.
    public var parent: String?
    public var changes: [FileChange]
    public var message: String
    public var author: CommitAuthor
    /// The armoured signature of the commit's text; nil leaves it unsigned.
    public var signature: String?

    public init(
        mirror: String,
        remote: RemoteAccess,
        branch: String,
        parent: String?,
        changes: [FileChange],
        message: String,
        author: CommitAuthor
    ) {
        self.mirror = mirror
        self.remote = remote
        self.branch = branch
        self.parent = parent
        self.changes = changes
        self.message = message
        self.author = author
    }
}

/// The new content of one file; nil removes it.
public struct FileChange: Codable, Sendable {
    public var path: String
    public var content: Data?

    public init(path: String, content: Data?) {
        self.path = path
        self.content = content
    }
}

/// Who made a commit and when; a fixed time makes the commit's id the same when the request is repeated.
public struct CommitAuthor: Codable, Sendable {
    public var name: String
    public var email: String
    /// Seconds since 1970, UTC.
    public var time: Int64

    public init(name: String, email: String, time: Int64) {
        self.name = name
        self.email = email
        self.time = time
    }
}
