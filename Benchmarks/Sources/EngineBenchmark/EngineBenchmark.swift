import Engine
import Foundation
import Model

/// Measures the planner alone: everything is declared, everything is there, nothing has to change.
///
/// `engine-benchmark [ENVIRONMENTS [RESOURCES]]`: 1,000 environments of 60 resources unless said otherwise.
@main
struct EngineBenchmark {
    static func main() {
        let numbers = CommandLine.arguments.dropFirst().map { Int($0) ?? 0 }
        let environments = numbers.first ?? 1000
        let resources = numbers.dropFirst().first ?? 60
        guard environments > 0, resources > 0, numbers.count <= 2 else {
            print("usage: engine-benchmark [ENVIRONMENTS [RESOURCES]]")
            exit(1)
        }
        print("\nThe engine alone: \(environments) environments of \(resources) resources, no change")
        let whole = plan(environments: environments, resources: resources)
        figure("one plan of all", whole, "s")
        figure("of that, an environment", whole / Double(environments) * 1000, "ms")
        guard environments >= 10 else { return }
        let tenth = plan(environments: environments / 10, resources: resources)
        // 1 is as good as it gets: ten times as much takes ten times as long.
        figure("times a tenth of it, divided by 10", whole / tenth / 10, "")
        figure("highest resident memory", Double(residentPeak()) / 1_000_000, "MB")
    }

    /// Seconds that a plan takes: the median of five, after one that does not count.
    private static func plan(environments: Int, resources: Int) -> Double {
        let account = Account(environments: environments, resources: resources)
        let planner = Planner(kinds: Account.kinds)
        let times = (0..<6).map { _ in
            let clock = ContinuousClock()
            let began = clock.now
            let plan = planner.plan(account.basis, account.state)
            let taken = clock.now - began
            precondition(
                plan.isEmpty && !plan.hasErrors && plan.unchanged == environments * resources,
                "the plan is not empty: \(plan.changes.prefix(3)) \(plan.diagnostics.prefix(3))")
            return Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18
        }
        return times.dropFirst().sorted()[2]
    }

    private static func figure(_ name: String, _ value: Double, _ unit: String) {
        let text = String(format: value < 10 ? "%.3f" : "%.1f", value)
        print("  \(name.padding(toLength: 46, withPad: " ", startingAt: 0)) \(text) \(unit)")
    }

    /// Bytes, from the kernel; 0 where it does not tell.
    private static func residentPeak() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
    }
}
