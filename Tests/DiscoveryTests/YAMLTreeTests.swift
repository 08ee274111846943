import Manifests
import Model
import Testing

@testable import Discovery

@Suite("The YAML that is written")
struct YAMLTreeTests {
    @Test(
        "a text comes back as that text, whatever other readers would take it for",
        arguments: [
            "plain", "yes", "No", "null", "0042", "1e3", "10.0.0.0/8", "arn:aws:iam::123456789012:role/a b", "a: b",
            "# none", "- a", "", " ", "two\nlines", "quote\"d", "back\\slash", "tab\there", "snow ☃", "{a}", "@x", "*",
            "%d", "a #b", "key:", "10:30", "~", "!tag", "&a", "\u{2028}",
        ])
    func texts(_ text: String) throws {
        var node = Node(
            name: "acme", environment: "dev", image: ImageReference(repository: "acme", tag: "one"),
            service: ServiceSettings(port: 4000), loadBalancer: .init(healthCheckPath: "/"))
        node.service.environment = ["TEXT": text]
        #expect(try read(node).service.environment == ["TEXT": text])
    }

    @Test("overrides come back as they were")
    func overrides() throws {
        var node = Node(
            name: "acme", environment: "dev", image: ImageReference(repository: "acme", digest: digest),
            service: ServiceSettings(port: 4000), loadBalancer: .init(healthCheckPath: "/"))
        let rule = Value.map(["protocol": "tcp", "fromPort": 80, "toPort": 80, "cidr": "10.0.0.0/8"])
        node.overrides = [
            "TargetGroup": ResourceOverride(
                identifier: "arn:aws:x", tags: ["Name": "0042"],
                properties: [
                    "matcher": .replace("200"), "port": .remove, "attributes": .merge(["a.b": .replace("yes")]),
                ]),
            "LoadBalancerSecurityGroup": ResourceOverride(properties: [
                "ingress": .replace(.list([rule, rule])), "egress": .replace(.list([])),
            ]),
            "Service": ResourceOverride(properties: ["tree": .merge(["deep": .merge(["gone": .remove])])]),
        ]
        node.omit = ["Parameter", "TaskRole"]
        let back = try read(node)
        #expect(back.overrides == node.overrides)
        #expect(back.omit == node.omit)
    }

    private let digest = "sha256:" + String(repeating: "ab", count: 32)

    private func read(_ node: Node) throws -> Node {
        let environment = Environment(
            name: "dev", prefix: "x-", region: "ap-southeast-1", account: "123456789012",
            contactEmail: "ops@example.com", costCode: "0042")
        let text = environment.tree.document + "---\n" + node.tree.document
        let file = ManifestFile(path: "all.yaml", blobID: "1", content: Array(text.utf8), size: text.utf8.count)
        let (set, diagnostics) = ManifestReader.read(files: [file])
        let manifests = try #require(set, "\(diagnostics)\n\(text)")
        #expect(manifests.environments == [environment])
        return manifests.nodes[0]
    }
}
