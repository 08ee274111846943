/// One file of a commit's tree, as the manifests' reader takes it.
public struct ManifestFile: Sendable {
    /// What the tree's entry is.
    public enum Kind: Hashable, Sendable {
        case regular
        /// A symbolic link, with the text that it holds.
        case symlink(target: String)
        case submodule
    }

    /// From the repository's root, with slashes, such as `nodes/acme.yaml`.
    public var path: String
    /// The blob's id in git; the same id means the same content.
    public var blobID: String
    /// nil when the file is larger than `ManifestReader.sizeLimit` and was not loaded, or is no regular file.
    public var content: [UInt8]?
    /// Bytes.
    public var size: Int
    public var kind: Kind

    public init(path: String, blobID: String, content: [UInt8]?, size: Int, kind: Kind = .regular) {
        self.path = path
        self.blobID = blobID
        self.content = content
        self.size = size
        self.kind = kind
    }
}
