import Model

@testable import Manifests

/// A config repository written down in a test.
struct RepositoryFixture {
    var files: [ManifestFile] = []

    init(_ files: KeyValuePairs<String, String> = [:]) {
        for (path, text) in files { add(path, text) }
    }

    mutating func add(_ path: String, _ text: String) { add(path, Array(text.utf8)) }

    mutating func add(_ path: String, _ content: [UInt8]) {
        files.append(ManifestFile(path: path, blobID: "", content: content, size: content.count))
    }

    mutating func link(_ path: String, to target: String) {
        files.append(
            ManifestFile(path: path, blobID: "", content: nil, size: target.utf8.count, kind: .symlink(target: target))
        )
    }

    mutating func submodule(_ path: String) {
        files.append(ManifestFile(path: path, blobID: "", content: nil, size: 0, kind: .submodule))
    }

    func read(under path: String = "") -> (set: ManifestSet?, lines: [String]) {
        let (set, diagnostics) = ManifestReader.read(files: files, under: path)
        return (set, diagnostics.map(\.description))
    }

    /// The text of every diagnostic.
    var lines: [String] { read().lines }
}

extension RepositoryFixture {
    /// A valid repository of one manifest of each kind, as a start for tests that break one of them.
    static func valid(
        environment: String? = nil,
        repository: String? = nil,
        node: String? = nil,
        extra: String? = nil
    ) -> RepositoryFixture {
        RepositoryFixture([
            "environment.yaml": environment ?? self.environment(),
            "extra.yaml": extra ?? self.extra(),
            "node.yaml": node ?? self.node(),
            "repository.yaml": repository ?? self.repository,
        ])
    }

    static let repository = """
        apiVersion: plumbline.dev/v1
        kind: Repository
        metadata: { name: app }
        spec: { region: eu-west-1, account: "123456789012" }

        """

    /// Line 5 is the spec's first key; what is added begins in line 10.
    static func environment(
        _ name: String = "dev",
        prefix: String = "x-",
        region: String = "eu-west-1",
        account: String = "\"123456789012\"",
        adding lines: String = ""
    ) -> String {
        """
        apiVersion: plumbline.dev/v1
        kind: Environment
        metadata: { name: \(name) }
        spec:
          prefix: \(prefix)
          region: \(region)
          account: \(account)
          contactEmail: ops@example.com
          costCode: "0042"
        \(lines)
        """
    }

    /// Line 5 is the image, 6 the service, 7 the load balancer; what is added begins in line 8.
    static func node(
        _ name: String = "acme",
        environment: String = "dev",
        image: String = "{ repository: app, tag: one }",
        service: String = "{ port: 4000 }",
        loadBalancer: String = "{ healthCheckPath: /up, allowFrom: [10.0.0.0/8] }",
        adding lines: String = ""
    ) -> String {
        """
        apiVersion: plumbline.dev/v1
        kind: Node
        metadata: { name: \(name), environment: \(environment) }
        spec:
          image: \(image)
          service: \(service)
          loadBalancer: \(loadBalancer)
        \(lines)
        """
    }

    /// Line 7 is the route; what is added begins in line 8.
    static func extra(
        _ name: String = "api2",
        environment: String = "dev",
        node: String = "acme",
        service: String = "{ port: 4000 }",
        route: String = "{ path: /api2, healthCheckPath: /api2/up }",
        adding lines: String = ""
    ) -> String {
        """
        apiVersion: plumbline.dev/v1
        kind: Extra
        metadata: { name: \(name), environment: \(environment), node: \(node) }
        spec:
          image: { repository: app, tag: one }
          service: \(service)
          route: \(route)
        \(lines)
        """
    }
}
