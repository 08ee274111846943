import Foundation
import Model
import Testing

@testable import Server

@Suite struct ViewTests {
    @Test func aDifferenceShowsWhatGoesBeforeWhatComes() {
        let lines = DiffLine.lines(before: ["a", "b", "c"], after: ["a", "x", "c", "d"])
        let marked = lines.map { ($0.isAdded ? "+" : $0.isRemoved ? "-" : " ") + $0.text }
        #expect(marked == [" a", "-b", "+x", " c", "+d"])
        #expect(DiffLine.lines(before: [], after: []).isEmpty)
        #expect(DiffLine.lines(before: ["a"], after: []).map(\.isRemoved) == [true])
    }

    @Test func longValuesTakeSeveralLinesAndShortOnesOne() {
        #expect(ValueText.lines(.map(["a": 1])) == ["{a: 1}"])
        let long = String(repeating: "x", count: 60)
        #expect(
            ValueText.lines(.map(["list": .list([.string(long), 2]), "b": true])) == [
                "{", "  b: true", "  list: [", "    \"\(long)\"", "    2", "  ]", "}",
            ])
        #expect(ValueText.lines(nil).isEmpty)
    }

    @Test func resourcesMakeATree() throws {
        let tree = TreeNode.tree(Sample.resources("dev"), of: "dev")
        #expect(tree.map(\.name) == ["ApplicationSecurityGroup", "Cluster", "VPC", "acme"])
        let acme = try #require(tree.last)
        #expect(acme.size == 3)
        #expect(acme.children.map(\.name) == ["Service", "TargetGroup", "api2"])
        #expect(acme.badge.tone == "good")
    }

    @Test func aGroupSaysTheWorstOfWhatIsInIt() throws {
        var resources = Sample.resources("dev")
        resources[5].health = .drifted
        #expect(TreeNode.tree(resources, of: "dev").last?.badge.text == "drifted")
        resources[3].health = .failed
        #expect(TreeNode.tree(resources, of: "dev").last?.badge.text == "failed")
    }

    @Test(arguments: [
        (0.0, "now"), (-5, "5 s ago"), (-119, "1 min ago"), (7200, "in 2 h"), (-172_800, "2 days ago"),
        (1e12, "in 100000 days"),
    ])
    func timesAreToldByTheirDistance(_ seconds: TimeInterval, _ text: String) {
        #expect(Moment(Sample.now.addingTimeInterval(seconds), now: Sample.now).text == text)
    }

    @Test(arguments: EnvironmentState.Phase.allCases)
    func everyPhaseIsToldByAWord(_ phase: EnvironmentState.Phase) {
        let badge = Badge(Sample.environment("dev", phase, ready: true, ""))
        #expect(!badge.text.isEmpty && badge.text != "Unknown")
    }

    @Test func whatIsDriftedIsNotToldAsReady() {
        var state = Sample.dev
        #expect(Badge(state).text == "Ready")
        state.drifted = ["dev/acme/Service"]
        #expect(Badge(state).text == "Drifted")
    }
}
