import Manifests
import Model

/// A file of the config repository, written for what was found.
public struct ManifestFileText: Hashable, Sendable {
    /// Below the directory, with slashes.
    public var path: String
    public var text: String

    public init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}

extension Discovered {
    /// The manifests as files, in a fixed order: an environment, each node with its extras, each database, cache and
    /// repository has its own.
    public var files: [ManifestFileText] {
        let environments = manifests.environments.map { manifest in
            ManifestFileText(path: "environments/\(manifest.name).yaml", text: manifest.tree.document)
        }
        let nodes = manifests.nodes.map { node in
            let documents = [node.tree] + manifests.extras(of: node).map(\.tree)
            return ManifestFileText(
                path: "nodes/\(node.environment)/\(node.name).yaml",
                text: documents.map(\.document).joined(separator: "---\n"))
        }
        let databases = manifests.databases.map { manifest in
            ManifestFileText(
                path: "databases/\(manifest.environment)/\(manifest.name).yaml", text: manifest.tree.document)
        }
        let caches = manifests.caches.map { manifest in
            ManifestFileText(path: "caches/\(manifest.environment)/\(manifest.name).yaml", text: manifest.tree.document)
        }
        let repositories = manifests.repositories.map { manifest in
            ManifestFileText(
                path: "repositories/\(manifest.name.replacing("/", with: "-")).yaml", text: manifest.tree.document)
        }
        return environments + nodes + databases + caches + repositories
    }
}

extension YAMLTree {
    /// A manifest's document.
    static func manifest(_ kind: String, _ metadata: [(String, String)], _ spec: [(String, YAMLTree?)]) -> YAMLTree {
        .map([
            ("apiVersion", .text("plumbline.dev/v1")), ("kind", .text(kind)),
            ("metadata", .map(metadata.map { ($0.0, .text($0.1)) })), ("spec", .map(spec)),
        ])
    }

    /// The keys with which every manifest that was found ends.
    static func ending(_ manifest: some OverridableManifest, adopt: Bool) -> [(String, YAMLTree?)] {
        [
            ("adopt", adopt ? .flag(true) : nil),
            ("overrides", manifest.overrides.isEmpty ? nil : .sorted(manifest.overrides) { $0.tree }),
            ("omit", manifest.omit.isEmpty ? nil : .texts(manifest.omit)),
        ]
    }
}

extension ResourceOverride {
    fileprivate var tree: YAMLTree {
        let own: [(String, YAMLTree?)] = [
            ("identifier", identifier.map(YAMLTree.text)),
            ("tags", tags.isEmpty ? nil : .sorted(tags) { .text($0) }),
        ]
        return .map(own + properties.sorted { $0.key < $1.key }.map { ($0.key, YAMLTree($0.value)) })
    }
}
