import Foundation
import Manifests
import Model
import Testing

@testable import Blueprints

/// Whether a larger repository takes no more than its share. No time is asserted, only how times compare; the wide limit is
/// for a machine that does something else meanwhile.
@Suite("Ten times as many environments", .serialized)
struct GrowthTests {
    private static let few = 40
    private static let many = 400
    /// Walks through all nodes for each node, which once were here, made it three.
    private static let limit = 2.0

    /// Environments of three nodes with two extras each.
    private static func files(_ environments: Int) -> [ManifestFile] {
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

    private static func read(_ files: [ManifestFile]) throws -> ManifestSet {
        let (set, diagnostics) = ManifestReader.read(files: files)
        #expect(diagnostics.isEmpty)
        return try #require(set)
    }

    /// Seconds of this thread's own work, which others on the machine do not lengthen: the lesser of two runs.
    private static func seconds(_ work: () throws -> Void) rethrows -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        var least = Double.infinity
        for _ in 0..<2 {
            let began = now()
            try work()
            least = min(least, now() - began)
        }
        return least
    }

    /// How much longer one environment takes among many than among few.
    private static func growth<Input>(
        _ input: (Int) throws -> Input, _ work: (Input) throws -> Void
    ) rethrows -> Double {
        let (small, large) = (try input(few), try input(many))
        return try seconds { try work(large) } / seconds { try work(small) } / Double(many / few)
    }

    @Test("take ten times as long to read and validate")
    func reading() throws {
        let growth = try Self.growth(Self.files) { _ = try Self.read($0) }
        #expect(growth < Self.limit)
    }

    @Test("take ten times as long to be turned into declarations")
    func blueprints() throws {
        let growth = try Self.growth({ try Self.read(Self.files($0)) }) { manifests in
            #expect(Blueprints.declarations(for: manifests).values.first.map(\.isEmpty) == false)
        }
        #expect(growth < Self.limit)
    }
}
