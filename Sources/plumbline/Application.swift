import Controller
import Foundation
import Model

/// Carries a plan out for the command line: shows it, asks if there is somebody to ask, shows progress and outcome.
struct Application {
    let run: Run
    let output: OutputFormat
    let asks: Bool

    func carryOut(_ planned: PlannedRun, approval: String?) async throws {
        if output == .text { Console.write(PlanText(paint: Paint(.output)).render(planned)) }
        if asks, output == .text, !planned.plan.isEmpty, !planned.plan.needsApproval, !confirmed() {
            await planned.close()
            Console.write("Nothing was changed.")
            throw Exit.approvalNeeded
        }
        let progress = ProgressPrinter()
        let applied = await Interruption.cancellable {
            await run.apply(planned, approval: approval) { progress.handle($0) }
        }
        await planned.close()
        switch output {
        case .json: output.write(json: PlanDocument.apply(applied))
        case .text: tell(applied)
        }
        switch applied.outcome {
        case .converged, .driftFound, .destroyed: return
        case .approvalNeeded, .suspended, .outsideWindow: throw Exit.approvalNeeded
        case .failed, .interrupted, .invalid: throw Exit.failure
        }
    }

    /// Asks where there is somebody to answer; a script is not asked.
    private func confirmed() -> Bool {
        guard isatty(STDIN_FILENO) == 1, Console.isTerminal(.output) else { return true }
        Console.write("\nMake these changes? Only `yes` does.")
        return readLine() == "yes"
    }

    private func tell(_ applied: AppliedRun) {
        let text = PlanText(paint: Paint(.error))
        if let refusal = applied.refusal {
            Console.error("\(refusal.message)\nNothing was changed. \(refusal.advice)")
            return
        }
        for diagnostic in applied.leftoverDiagnostics { Console.write(text.line(diagnostic), to: .error) }
        if let failure = applied.recordingFailure { Console.error(failure) }
        let outcomes = applied.outcomes.values
        let failed = outcomes.count { if case .failed = $0 { true } else { false } }
        let skipped = outcomes.count { if case .skipped = $0 { true } else { false } }
        switch applied.outcome {
        case .converged where applied.run.plan.isEmpty: Console.write("Converged: nothing had to be done.")
        case .converged:
            Console.write(
                "Converged: \(counted(applied.run.plan.changes.count, "change")) made, and the plan is empty now.")
        case .interrupted: Console.error("stopped; run it again to go on from here")
        case _ where failed + skipped == 0 && applied.run.plan.hasErrors:
            Console.error("what the errors above name was left as it is")
        case _ where failed + skipped == 0:
            Console.error(
                "\(counted(outcomes.count, "change")) made, but whether AWS agrees now is not known; run it again")
        default:
            Console.error("\(counted(failed, "change")) failed and \(skipped) skipped; run it again to go on from here")
        }
    }
}
