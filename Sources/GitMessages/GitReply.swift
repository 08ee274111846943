#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The helper's answer to one ``GitRequest``.
public enum GitReply: Codable, Sendable {
    case hello(version: Int)
    case refs([RemoteRef])
    case fetched(FetchResult)
    /// The full id of the commit that was looked for; nil when the mirror does not hold it.
    case commit(String?)
    case bytes(Data)
    case files([TreeFile])
    case log([LoggedCommit])
    case truth(Bool)
    /// nil when the changes are what the branch already holds.
    case commitText(String?)
    case published(PublishResult)
    case failed(GitFailure)
}

/// A ref as the remote advertises it.
public struct RemoteRef: Codable, Sendable, Hashable {
    /// The full name, such as `refs/heads/main`, or `HEAD`.
    public var name: String
    public var id: String
    /// What an annotated tag points at in the end.
    public var peeled: String?
    /// The full name of the ref that a symbolic ref stands for.
    public var symbolicTarget: String?

    public init(name: String, id: String, peeled: String? = nil, symbolicTarget: String? = nil) {
        self.name = name
        self.id = id
        self.peeled = peeled
        self.symbolicTarget = symbolicTarget
    }
}

/// What a fetch did to the mirror.
public struct FetchResult: Codable, Sendable {
    /// True when the mirror was made from nothing.
    public var cloned: Bool
    public var packs: Int

    public init(cloned: Bool, packs: Int) {
        self.cloned = cloned
        self.packs = packs
    }
}

/// One entry of a commit's tree.
public struct TreeFile: Codable, Sendable {
    public enum Kind: String, Codable, Sendable {
        case file, symlink, submodule
    }

    public var path: String
    public var id: String
    public var size: Int
    public var content: Data?
    public var kind: Kind

    public init(path: String, id: String, size: Int, content: Data?, kind: Kind) {
        self.path = path
        self.id = id
        self.size = size
        self.content = content
        self.kind = kind
    }
}

/// One commit of a history.
public struct LoggedCommit: Codable, Sendable {
    public var id: String
    public var subject: String
    public var body: String
    public var trailers: [String: String]
    public var authorName: String
    public var authorEmail: String
    /// Seconds since 1970, of the committer.
    public var time: Int64

    public init(
        id: String,
        subject: String,
        body: String,
        trailers: [String: String],
        authorName: String,
        authorEmail: String,
        time: Int64
    ) {
        self.id = id
        self.subject = subject
        self.body = body
        self.trailers = trailers
        self.authorName = authorName
        self.authorEmail = authorEmail
        self.time = time
    }
}

/// How an attempt to publish ended.
public enum PublishResult: Codable, Sendable {
    /// The changes are what the branch already holds.
    case unchanged
    case published(commit: String)
    /// The remote's branch is not where the request took it to be.
    case conflict
    /// The remote's own words for not taking the commit.
    case rejected(String)
}

/// Why the helper could not do what was asked.
public struct GitFailure: Codable, Sendable, Error {
    public enum Code: String, Codable, Sendable {
        case authenticationFailed, credentialMissing, credentialUnusable
        case hostKeyMismatch, unknownHost, untrustedCertificate
        case unreachable, repositoryNotFound
        case corruptMirror, missingCommit, ambiguousCommit, pathNotFound, tooLarge, historyTooLarge, diskFull
        case versionMismatch, other
    }

    public var code: Code
    /// What libgit2 or the remote said, for people.
    public var text: String

    public init(code: Code, text: String) {
        self.code = code
        self.text = text
    }
}
