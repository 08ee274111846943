import ArgumentParser
import Controller
import Model

/// `plumbline plan`: shows what an apply would do, and changes nothing.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Compares the manifests with AWS and shows what an apply would do.")

    @OptionGroup var repository: RepositoryOptions

    @Option(help: ArgumentHelp("Only this environment; may be given several times.", valueName: "name"))
    var environment: [String] = []

    @Flag(help: "Take over what is there already, as if every manifest said `adopt: true`.")
    var adopt = false

    @Option(help: "text or json.")
    var output = OutputFormat.text

    @Flag(name: .customLong("detailed-exitcode"), help: "Exit with 2 when there are changes.")
    var detailedExitcode = false

    func run() async throws {
        let run = try await output.reportingErrors { try Run(settings()) }
        let planned = try await output.reportingErrors {
            let loaded = try await run.load()
            return try await run.plan(loaded, try output.requireValid(loaded))
        }
        await planned.close()
        switch output {
        case .json: output.write(json: PlanDocument.plan(planned))
        case .text: Console.write(PlanText(paint: Paint(.output)).render(planned))
        }
        if planned.plan.hasErrors { throw Exit.failure }
        if detailedExitcode, !planned.plan.isEmpty { throw Exit.changesPresent }
    }

    private func settings() throws -> RunSettings {
        var settings = try repository.settings(environments: environment)
        settings.adopts = adopt
        return settings
    }
}
