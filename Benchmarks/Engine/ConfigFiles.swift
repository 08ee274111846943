import Manifests

/// A config repository of environments with three nodes each, and two extras on each node, as the manifests' reader takes it.
enum ConfigFiles {
    static let nodes = 3
    static let extras = 2
    /// The resources of one environment: its network and cluster, its nodes, their extras.
    static let resources = 19 + nodes * (12 + extras * 5)

    /// One file for each environment and one for each node with its extras.
    static func make(environments: Int) -> [ManifestFile] {
        var files = [file("repository.yaml", repository)]
        for number in 0..<environments {
            let name = "e\(number)"
            files.append(file("\(name)/environment.yaml", environment(name, number)))
            for index in 1...nodes {
                let services = [node(name, "n\(index)")] + (1...extras).map { extra(name, "n\(index)", "x\($0)") }
                files.append(file("\(name)/n\(index).yaml", services.joined(separator: "---\n")))
            }
        }
        return files
    }

    static func file(_ path: String, _ text: String) -> ManifestFile {
        let content = Array(text.utf8)
        return ManifestFile(path: path, blobID: path, content: content, size: content.count)
    }

    private static let repository = """
        apiVersion: plumbline.dev/v1
        kind: Repository
        metadata: { name: tooltwist-acme }
        spec: { region: ap-southeast-1, account: "123456789012" }

        """

    static func environment(_ name: String, _ number: Int) -> String {
        """
        apiVersion: plumbline.dev/v1
        kind: Environment
        metadata: { name: \(name) }
        spec:
          prefix: x-
          region: ap-southeast-1
          account: "123456789012"
          contactEmail: ops@example.com
          costCode: "0042"
          network: { cidr: \(network(number)), zones: 2, natGateways: perZone }
          cluster: { capacity: fargate }

        """
    }

    /// A /20 of its own: 4,096 in 10.0.0.0/8, and then those in 100.64.0.0/10.
    private static func network(_ number: Int) -> String {
        let (first, rest) = number < 4096 ? ("10.\(number / 16)", number) : ("100.\(64 + (number - 4096) / 16)", number)
        return "\(first).\(rest % 16 * 16).0/20"
    }

    static func node(_ environment: String, _ name: String, tag: String = "initial") -> String {
        """
        apiVersion: plumbline.dev/v1
        kind: Node
        metadata: { name: \(name), environment: \(environment) }
        spec:
          image: { repository: tooltwist-acme, tag: \(tag) }
          service: { count: 1, cpu: 256, memory: 512, port: 4000, environment: { LOG_LEVEL: info } }
          loadBalancer: { healthCheckPath: /health, allowFrom: [10.0.0.0/8] }

        """
    }

    private static func extra(_ environment: String, _ node: String, _ name: String) -> String {
        """
        apiVersion: plumbline.dev/v1
        kind: Extra
        metadata: { name: \(name), environment: \(environment), node: \(node) }
        spec:
          image: { repository: tooltwist-acme, tag: initial }
          service: { count: 1, cpu: 256, memory: 512, port: 4000 }
          route: { path: /\(name), healthCheckPath: /\(name)/health }

        """
    }
}
