import Model
import Testing

@testable import Manifests

@Suite("Overrides in manifests")
struct OverrideProblemTests {
    private func node(_ lines: String) -> ManifestFile {
        let text = """
            apiVersion: plumbline.dev/v1
            kind: Environment
            metadata: { name: dev }
            spec:
              prefix: x-
              region: ap-southeast-1
              account: "123456789012"
              contactEmail: ops@example.com
              costCode: "0042"
            ---
            apiVersion: plumbline.dev/v1
            kind: Node
            metadata: { name: acme, environment: dev }
            spec:
              image: { repository: tooltwist-acme, tag: initial }
              service: { port: 4000 }
              loadBalancer: { healthCheckPath: /, allowFrom: [10.0.0.0/8] }
            """
        let all = text + "\n" + lines
        return ManifestFile(path: "all.yaml", blobID: "1", content: Array(all.utf8), size: all.utf8.count)
    }

    @Test("are read as patches, null as removal")
    func read() throws {
        let (set, diagnostics) = ManifestReader.read(files: [
            node(
                """
                  overrides:
                    TargetGroup:
                      identifier: arn:aws:x
                      tags: { Name: "0042" }
                      matcher: "200"
                      healthyThresholdCount: 5
                      unhealthyThresholdCount: null
                      attributes: { stickiness.enabled: "true", slow_start.duration_seconds: ~ }
                  omit: [Parameter]
                """)
        ])
        let manifest = try #require(set?.nodes.first, "\(diagnostics)")
        #expect(
            manifest.overrides["TargetGroup"]
                == ResourceOverride(
                    identifier: "arn:aws:x", tags: ["Name": "0042"],
                    properties: [
                        "matcher": .replace("200"), "healthyThresholdCount": .replace(5),
                        "unhealthyThresholdCount": .remove,
                        "attributes": .merge([
                            "stickiness.enabled": .replace("true"), "slow_start.duration_seconds": .remove,
                        ]),
                    ]))
        #expect(manifest.omit == ["Parameter"])
    }

    @Test(
        "that make no sense are told where they stand",
        arguments: [
            ("  overrides: [TargetGroup]", "18:3", "overrides must be a mapping of resources, not a list"),
            ("  overrides: { TargetGroup: {} }", "18:16", "TargetGroup must be a mapping of properties, not a mapping"),
            ("  overrides: { TargetGroup: { tags: { a: 1 } } }", "18:42", "a must be a text, not the number 1"),
            (
                "  overrides: { TargetGroup: { tags: { \"aws:x\": y } } }", "18:31",
                "the tag \"aws:x\" is not yours to set: remove it"
            ),
            ("  overrides: { TargetGroup: { matcher: yes } }", "18:40", "put it in quotes, \"yes\""),
            ("  omit: Parameter", "18:9", "omit must be a list"),
            ("  omit: [parameter]", "18:10", "a resource's name such as TargetGroup"),
        ])
    func problems(_ line: String, _ place: String, _ message: String) {
        let (set, diagnostics) = ManifestReader.read(files: [node(line)])
        #expect(set == nil)
        let errors = diagnostics.filter { $0.severity == .error }
        #expect(errors.count == 1, "\(errors)")
        #expect(errors.first?.message.contains(message) == true, "\(errors)")
        #expect(errors.first?.location.map { "\($0.line):\($0.column)" } == place, "\(errors)")
    }

    @Test("of names take the place of names that would be too long")
    func names() {
        let long = "application-with-a-very-long-name"
        let text = { (overrides: String) in
            var file = node("  overrides: { \(overrides) }")
            let content = String(decoding: file.content ?? [], as: UTF8.self).replacing(
                "name: acme", with: "name: \(long)")
            file.content = Array(content.utf8)
            return file
        }
        let (refused, _) = ManifestReader.read(files: [text("LogGroup: { logGroupName: l }")])
        #expect(refused == nil)
        let (set, diagnostics) = ManifestReader.read(files: [
            text("LoadBalancer: { loadBalancerName: short }, TargetGroup: { targetGroupName: short }")
        ])
        #expect(set != nil, "\(diagnostics)")
    }

    @Test(
        "nobody is said to be locked out where other groups or rules than the manifest's say who may connect",
        arguments: [
            ("  adopt: true", 1),
            ("  omit: [LoadBalancerSecurityGroup]\n  overrides: { LoadBalancer: { securityGroups: [sg-1] } }", 0),
            ("  overrides: { LoadBalancerSecurityGroup: { ingress: [] } }", 0),
        ])
    func reach(_ lines: String, _ warnings: Int) {
        var file = node(lines)
        let text = String(decoding: file.content ?? [], as: UTF8.self).replacing(", allowFrom: [10.0.0.0/8]", with: "")
        file = ManifestFile(path: "all.yaml", blobID: "1", content: Array(text.utf8), size: text.utf8.count)
        let (set, diagnostics) = ManifestReader.read(files: [file])
        #expect(set != nil, "\(diagnostics)")
        #expect(diagnostics.count { $0.message.hasPrefix("nobody can reach") } == warnings)
    }
}
