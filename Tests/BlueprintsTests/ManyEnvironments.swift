import Manifests
import Testing

/// A config repository of environments of three nodes with two extras each.
enum ManyEnvironments {
    static func files(_ environments: Int) -> [ManifestFile] {
        var texts = [
            """
            apiVersion: plumbline.dev/v1
            kind: Repository
            metadata: { name: app }
            spec: { region: eu-west-1, account: "123456789012" }
            """
        ]
        for number in 0..<environments {
            texts.append(environment("e\(number)", "10.\(number / 16).\(number % 16 * 16).0/20"))
            for node in ["n1", "n2", "n3"] {
                texts.append(
                    ([self.node(node, "e\(number)")] + ["x1", "x2"].map { extra($0, node, "e\(number)") })
                        .joined(separator: "\n---\n"))
            }
        }
        return texts.enumerated().map { index, text in
            let content = Array(text.utf8)
            return ManifestFile(path: "\(index).yaml", blobID: "\(index)", content: content, size: content.count)
        }
    }

    private static func environment(_ name: String, _ network: String) -> String {
        """
        apiVersion: plumbline.dev/v1
        kind: Environment
        metadata: { name: \(name) }
        spec:
          prefix: x-
          region: eu-west-1
          account: "123456789012"
          contactEmail: ops@example.com
          costCode: "0042"
          network: { cidr: \(network) }
        """
    }

    private static func node(_ name: String, _ environment: String) -> String {
        """
        apiVersion: plumbline.dev/v1
        kind: Node
        metadata: { name: \(name), environment: \(environment) }
        spec:
          image: { repository: app, tag: "1" }
          service: { port: 4000 }
          loadBalancer: { healthCheckPath: /up, allowFrom: [10.0.0.0/8] }
        """
    }

    private static func extra(_ name: String, _ node: String, _ environment: String) -> String {
        """
        apiVersion: plumbline.dev/v1
        kind: Extra
        metadata: { name: \(name), environment: \(environment), node: \(node) }
        spec:
          image: { repository: app, tag: "1" }
          service: { port: 4000 }
          route: { path: /\(name), healthCheckPath: /\(name)/up }
        """
    }

    static func read(_ files: [ManifestFile]) throws -> ManifestSet {
        let (set, diagnostics) = ManifestReader.read(files: files)
        #expect(diagnostics.isEmpty)
        return try #require(set)
    }
}
