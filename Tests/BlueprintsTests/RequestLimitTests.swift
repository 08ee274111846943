import AWSClient
import AWSResources
import Model
import Testing

@testable import Blueprints
@testable import Trials

@Suite("AWS's published limits")
struct RequestLimitTests {
    private static func declarations() throws -> [Declaration] {
        let manifests = try ManyEnvironments.read(ManyEnvironments.files(20))
        return try #require(Blueprints.declarations(for: manifests).values.first)
    }

    @Test("are never tripped by twenty environments that are made at once, nor by a look at all of them")
    func environments() throws {
        let declarations = try Self.declarations()
        for work in [try LimitTrial.making(declarations), LimitTrial.looking(declarations)] {
            let calls = work.reduce(0) { $0 + $1.calls.count }
            let outcome = LimitTrial.run(work)
            #expect(outcome.refused == 0 && outcome.taken == calls)
            #expect(LimitTrial.run(work, budgeted: false).refused > 0)
            // Of AWS's limits four fifths are used; a graph as wide as that adds little to what they demand.
            #expect((1.0...1.6).contains(outcome.seconds / LimitTrial.least(work)))
        }
    }

    @Test("are tried with calls that the kinds make")
    func calls() throws {
        let known = KindCatalog.all.reduce(into: Set<AWSAction>()) { $0.formUnion($1.permissions.actions) }
        for type in Set(try Self.declarations().map(\.type)) {
            let kind = try #require(KindCatalog.all.first { $0.type == type })
            let making = Set(try #require(KindCalls.making(type), "\(type)"))
            #expect(making.subtracting(kind.permissions.actions).isEmpty, "\(type)")
            // What one kind lists may stand on another.
            #expect(Set(KindCalls.looking(type)).subtracting(known).isEmpty, "\(type)")
        }
    }
}
