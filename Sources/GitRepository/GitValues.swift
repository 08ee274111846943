#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A commit with the name by which it was asked for.
public struct GitRevision: Sendable, Hashable, CustomStringConvertible {
    /// The short name of a branch or tag, or the commit's id.
    public var ref: String
    /// The full id.
    public var commit: String

    public init(ref: String, commit: String) {
        self.ref = ref
        self.commit = commit
    }

    /// `main@sha1:3f2a1bc…`.
    public var description: String { "\(ref)@sha1:\(commit)" }
}

/// One entry of a commit's tree.
public struct GitFile: Sendable, Hashable {
    public enum Kind: Sendable {
        case file
        /// The content is the path that the link points at.
        case symlink
        /// Another repository; the id is that repository's commit.
        case submodule
    }

    /// From the root of the tree, with `/`.
    public var path: String
    /// The same content has the same id, in every revision.
    public var blobID: String
    /// In bytes.
    public var size: Int
    /// Nil when the file is larger than was asked for.
    public var content: [UInt8]?
    public var kind: Kind

    public init(path: String, blobID: String, size: Int, content: [UInt8]?, kind: Kind) {
        self.path = path
        self.blobID = blobID
        self.size = size
        self.content = content
        self.kind = kind
    }
}

/// Which files of a tree to read.
public struct GitFileFilter: Sendable {
    /// Ends of file names; empty for every file. Symbolic links and submodules are listed whatever their name.
    public var suffixes: [String]
    /// Larger files come without content, in bytes.
    public var maximumFileSize: Int
    /// The read fails with `tooLarge` when the contents together hold more, in bytes.
    public var maximumTotalSize: Int

    public init(suffixes: [String], maximumFileSize: Int = 1 << 20, maximumTotalSize: Int = 128 << 20) {
        self.suffixes = suffixes
        self.maximumFileSize = maximumFileSize
        self.maximumTotalSize = maximumTotalSize
    }

    /// `*.yaml` and `*.yml` up to 1 MiB.
    public static let manifests = GitFileFilter(suffixes: [".yaml", ".yml"])
    /// Every file up to 16 MiB.
    public static let all = GitFileFilter(suffixes: [], maximumFileSize: 16 << 20)
}

/// One commit of a history.
public struct GitCommit: Sendable, Hashable {
    public var id: String
    /// The first paragraph of the message.
    public var subject: String
    /// The rest of the message, trailers included.
    public var body: String
    /// The `Key: value` lines that end the message; values of a repeated key are joined by `, `.
    public var trailers: [String: String]
    public var author: GitSignature
    /// When it was committed.
    public var time: Date
}

/// The name under which commits are made.
public struct GitSignature: Sendable, Hashable {
    public var name: String
    public var email: String

    public init(name: String, email: String) {
        self.name = name
        self.email = email
    }
}
