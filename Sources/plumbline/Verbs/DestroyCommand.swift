import ArgumentParser
import Controller
import Model

/// `plumbline destroy`: takes one environment down, once its plan is approved.
struct DestroyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "destroy", abstract: "Takes an environment down, in the reverse order of its dependencies.",
        discussion: """
            Without --approve the plan is shown and the exit code is 3. Repositories are shared and stay. Remove the \
            environment's manifests too: the next apply makes it again otherwise.
            """)

    @OptionGroup var repository: RepositoryOptions

    @Option(help: ArgumentHelp("The environment.", valueName: "name"))
    var environment: String

    @Option(help: ArgumentHelp("The digest of the plan that is approved.", valueName: "digest"))
    var approve: String?

    @Flag(help: "Also while a suspension is in force.")
    var evenIfSuspended = false

    @Option(help: "text or json.")
    var output = OutputFormat.text

    func run() async throws {
        let run = try await output.reportingErrors { try Run(settings()) }
        let planned = try await output.reportingErrors {
            let loaded = try await run.load()
            return try await run.plan(loaded, try output.requireValid(loaded), emptying: [environment])
        }
        guard !planned.plan.isEmpty, approve == nil else {
            try await Application(run: run, output: output, asks: false).carryOut(planned, approval: approve)
            return
        }
        await planned.close()
        switch output {
        case .json: output.write(json: PlanDocument.plan(planned))
        case .text:
            Console.write(PlanText(paint: Paint(.output)).render(planned))
            Console.error("nothing was changed. To take \(environment) down: --approve \(planned.plan.digest)")
        }
        throw planned.plan.hasErrors ? Exit.failure : Exit.approvalNeeded
    }

    private func settings() throws -> RunSettings {
        var settings = try repository.settings(environments: [environment])
        settings.opened = evenIfSuspended ? [.suspension, .syncWindow] : [.syncWindow]
        return settings
    }
}
