import Manifests
import Testing

extension ManifestSet {
    /// What the texts of files, by path, declare.
    static func reading(_ texts: [String: String]) throws -> ManifestSet {
        let files = texts.map { path, text in
            ManifestFile(path: path, blobID: path, content: Array(text.utf8), size: text.utf8.count)
        }
        let (set, diagnostics) = ManifestReader.read(files: files)
        return try #require(set, "\(diagnostics)")
    }
}
