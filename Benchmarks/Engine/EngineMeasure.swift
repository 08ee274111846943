import Blueprints
import Engine
import Foundation
import Manifests
import Model

/// Measures one size, in a process of its own, and prints the figures as JSON.
enum EngineMeasure {
    private static let installation = "benchmark"

    static func run(environments: Int) async throws {
        let files = ConfigFiles.make(environments: environments)
        var figures = EngineFigures(
            environments: environments, resources: environments * ConfigFiles.resources + 1, read: 0, blueprints: 0,
            unchanged: 0, oneImage: 0, everything: 0, memory: 0)
        let manifests: ManifestSet
        (manifests, figures.read) = try await median { try read(files) }
        let declarations: [Declaration]
        (declarations, figures.blueprints) = try await median { try declare(manifests) }
        precondition(declarations.count == figures.resources, "\(declarations.count) declarations")
        let basis = basis(declarations)

        let there = MemoryAWS(holding: declarations, installation: installation)
        let plan: Plan
        (plan, figures.unchanged) = await median { await Reconciler(there).plan(basis).plan }
        expect(plan, changes: 0, figures.resources)
        figures.memory = try residentPeak()

        var changed = files
        changed[2] = ConfigFiles.file("e0/n1.yaml", String(decoding: files[2].content ?? [], as: UTF8.self).oneImage)
        let other = Self.basis(try declare(try read(changed)))
        let change: Plan
        (change, figures.oneImage) = await median { await Reconciler(there).plan(other).plan }
        // The task definition and its service.
        expect(change, changes: 2, figures.resources)

        let empty = MemoryAWS(holding: [], installation: installation)
        let first: Plan
        (first, figures.everything) = await median { await Reconciler(empty).plan(basis).plan }
        expect(first, changes: figures.resources, figures.resources)
        print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
    }

    static func read(_ files: [ManifestFile]) throws -> ManifestSet {
        let (set, diagnostics) = ManifestReader.read(files: files)
        guard let set, diagnostics.isEmpty else { throw Wrong("\(diagnostics.prefix(3))") }
        return set
    }

    static func declare(_ manifests: ManifestSet) throws -> [Declaration] {
        let scopes = Blueprints.declarations(for: manifests)
        guard scopes.count == 1, let declarations = scopes.values.first else { throw Wrong("\(scopes.keys)") }
        return declarations
    }

    private static func basis(_ declarations: [Declaration]) -> PlanBasis {
        PlanBasis(
            declarations: declarations, installation: installation, scopes: Set(declarations.map(\.address.scope)))
    }

    private static func expect(_ plan: Plan, changes: Int, _ resources: Int) {
        precondition(
            plan.changes.count == changes && !plan.hasErrors && plan.unchanged == resources - changes,
            "\(plan.changes.count) changes, \(plan.unchanged) unchanged: \(plan.changes.prefix(2)) \(plan.diagnostics)")
    }

    /// The result, and the median of the seconds that it took in three runs.
    private static func median<Result>(_ work: () async throws -> Result) async rethrows -> (Result, Double) {
        var (result, first) = try await timed(work)
        var times = [first]
        for _ in 0..<2 {
            (result, first) = try await timed(work)
            times.append(first)
        }
        return (result, times.sorted()[1])
    }

    private static func timed<Result>(_ work: () async throws -> Result) async rethrows -> (Result, Double) {
        let began = ContinuousClock.now
        let result = try await work()
        return (result, (ContinuousClock.now - began) / .seconds(1))
    }

    /// Bytes, from the kernel.
    static func residentPeak() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) })
        else { throw Wrong("the kernel does not tell the resident memory") }
        return kilobytes * 1024
    }
}

/// Something that the benchmark relies on and that is not so.
struct Wrong: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

extension String {
    /// The node's own image, which is the first in its file.
    fileprivate var oneImage: String {
        guard let place = range(of: "tag: initial") else { return self }
        return replacingCharacters(in: place, with: "tag: next")
    }
}
