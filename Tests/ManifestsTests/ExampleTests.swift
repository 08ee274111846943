import Foundation
import Testing

@testable import Manifests

@Suite("The example config repository")
struct ExampleTests {
    private static let manifests = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "manifests").resolvingSymlinksInPath()

    /// Every YAML file of an example, as a repository whose root is that folder or the folder around it.
    static func example(_ name: String = "basic", root prefix: String = "") throws -> RepositoryFixture {
        var fixture = RepositoryFixture()
        let folder = manifests.appending(path: "examples/\(name)")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        for path in paths.sorted() where RepositoryPath.isYAML(path) {
            fixture.add(prefix + path, Array(try Data(contentsOf: folder.appending(path: path))))
        }
        return fixture
    }

    @Test("it is valid without a warning, and has two environments, two repositories, three nodes and two extras")
    func isValid() throws {
        let (set, lines) = try Self.example().read()
        #expect(lines == [])
        let example = try #require(set)
        #expect(example.environments.map(\.name) == ["dev", "test"])
        #expect(example.repositories.map(\.name) == ["tooltwist-acme", "tooltwist-billing"])
        #expect(example.nodes.map(\.key.path) == ["dev/acme", "dev/billing", "test/acme"])
        #expect(example.extras.map(\.key.path) == ["dev/acme/api2", "test/acme/api2"])
    }

    @Test("it is as valid in the project's own repository, where it is a folder")
    func isValidInAFolder() throws {
        let (set, lines) = try Self.example(root: "config/").read(under: "config/")
        #expect(lines == [])
        #expect(set?.nodes.count == 3)
    }

    @Test("dev and test share their description and differ in a few values")
    func sharesBases() throws {
        let set = try #require(try Self.example().read().set)
        let dev = try #require(set.environment(named: "dev"))
        let test = try #require(set.environment(named: "test"))
        #expect(dev.network.resolvedPublicSubnets.map(\.description) == ["10.192.10.0/24", "10.192.11.0/24"])
        #expect(test.network.resolvedPrivateSubnets.map(\.description) == ["10.193.20.0/24", "10.193.21.0/24"])
        #expect(dev.network.natGateways == .perZone && test.network.natGateways == .single)
        #expect(dev.account == test.account && dev.costCode == "0042" && test.costCode == "0043")
        #expect(set.nodes.map(\.service.environment) == [["LOG_LEVEL": "debug"], [:], ["LOG_LEVEL": "info"]])
        #expect(set.nodes.map(\.service.cpu) == [256, 512, 512])
        #expect(set.extras.map(\.service.environment) == Array(repeating: ["IS_API2_SERVER": "true"], count: 2))
    }

    @Test("no damage to it makes the reader crash, and every problem has a place in a file of it")
    func survivesDamage() throws {
        let example = try Self.example()
        let paths = Set(example.files.map(\.path))
        let pieces = [
            "\t", "*a", "&a ", "- ", ": ", "{", "]", "\"", "\n", "!!x ", "null", "? ", "|", "\u{1}", "é", "<<", "---",
        ]
        for seed in 0..<UInt64(1500) {
            var random = SeededGenerator(state: seed)
            var damaged = example
            let index = Int.random(in: damaged.files.indices, using: &random)
            var bytes = damaged.files[index].content ?? []
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let start = Int.random(in: 0..<max(bytes.count, 1), using: &random)
                let end = min(bytes.count, start + Int.random(in: 0...12, using: &random))
                bytes.replaceSubrange(start..<end, with: Array((pieces.randomElement() ?? "").utf8))
            }
            damaged.files[index].content = bytes
            let (set, diagnostics) = ManifestReader.read(files: damaged.files)
            #expect((set == nil) == diagnostics.contains { $0.severity == .error }, "seed \(seed)")
            for diagnostic in diagnostics {
                let location = try #require(diagnostic.location, "seed \(seed): \(diagnostic)")
                #expect(paths.contains(location.file) && location.line > 0 && location.column > 0)
            }
        }
    }

    @Test(
        "the schemas that are checked in are the ones that the code makes; run with PLUMBLINE_WRITE_SCHEMAS=1 to write them"
    )
    func schemasAreCurrent() throws {
        let schemas = Self.manifests.appending(path: "schema")
        let isWriting = ProcessInfo.processInfo.environment["PLUMBLINE_WRITE_SCHEMAS"] == "1"
        for schema in ManifestSchemas.all() {
            let file = schemas.appending(path: schema.fileName)
            if isWriting { try Data(schema.json.utf8).write(to: file) }
            #expect(try String(contentsOf: file, encoding: .utf8) == schema.json, "\(schema.fileName) is not current")
        }
        let present = try FileManager.default.contentsOfDirectory(atPath: schemas.path).sorted()
        #expect(present == ManifestSchemas.all().map(\.fileName).sorted())
    }
}

/// SplitMix64: the same seed gives the same numbers, so that a failure can be repeated.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
