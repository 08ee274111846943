import Engine
import Foundation
import Manifests
import Model
import Trials

/// Sends the calls that make environments, and those that look at all of them, at an AWS that counts as its guides say, on a clock
/// that is only counted: with the client's budgets none may be refused.
enum LimitMeasure {
    static func run(_ sizes: [Int]) throws {
        print("AWS's published limits, simulated\n")
        print("| environments | | calls | refused without budgets | refused with them | takes, s | limits demand, s |")
        print("|--:|---|--:|--:|--:|--:|--:|")
        var refused = 0
        for size in sizes {
            let declarations = try EngineMeasure.declare(try EngineMeasure.read(ConfigFiles.make(environments: size)))
            refused += row(size, "made", try LimitTrial.making(declarations))
            refused += row(size, "looked at in full", LimitTrial.looking(declarations))
        }
        print("")
        print("\(refused == 0 ? "✓" : "✗") \(refused) calls refused with the budgets; none may be")
        if refused > 0 { exit(1) }
    }

    /// Returns how many calls were refused in spite of the budgets.
    private static func row(_ size: Int, _ what: String, _ work: [LimitTrial.Work]) -> Int {
        let outcome = LimitTrial.run(work, width: Executor.standardWidth)
        let cells = [
            "\(size)", what, "\(outcome.taken + outcome.refused)",
            "\(LimitTrial.run(work, width: Executor.standardWidth, budgeted: false).refused)", "\(outcome.refused)",
            String(format: "%.0f", outcome.seconds), String(format: "%.0f", LimitTrial.least(work)),
        ]
        print("| " + cells.joined(separator: " | ") + " |")
        return outcome.refused
    }
}
