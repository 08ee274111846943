import ArgumentParser
import Controller
import Model

/// `plumbline apply`: makes AWS agree with the manifests and records the outcome in git.
struct ApplyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Makes AWS agree with the manifests and records the outcome in git.",
        discussion: """
            On a terminal the plan is shown and has to be confirmed; --auto-approve asks nothing. Elsewhere nothing is \
            asked. A plan that deletes what holds data or network, or more than the limits allow, is carried out only \
            with --approve and the plan's digest; without it the exit code is 3 and nothing is changed.
            """)

    @OptionGroup var repository: RepositoryOptions

    @Option(help: ArgumentHelp("Only this environment; may be given several times.", valueName: "name"))
    var environment: [String] = []

    @Flag(name: .customLong("auto-approve"), help: "Ask nothing; what needs an approval by digest still needs it.")
    var autoApprove = false

    @Option(help: ArgumentHelp("The digest of the plan that is approved.", valueName: "digest"))
    var approve: String?

    @Flag(help: "Take over what is there already, as if every manifest said `adopt: true`.")
    var adopt = false

    @Flag(help: "Make changes also where a suspension is in force.")
    var evenIfSuspended = false

    @Flag(help: "Make changes also outside of sync windows.")
    var outsideWindow = false

    @Option(help: "text or json.")
    var output = OutputFormat.text

    func validate() throws {
        guard !autoApprove || approve == nil else {
            throw ValidationError("give either --auto-approve or --approve, not both")
        }
    }

    func run() async throws {
        let run = try await output.reportingErrors { try Run(settings()) }
        let loaded = try await output.reportingErrors { try await run.load() }
        if loaded.manifests == nil, let failure = await run.recordInvalid(loaded) { Console.error(failure) }
        let manifests = try output.requireValid(loaded)
        let planned = try await output.reportingErrors { try await run.plan(loaded, manifests) }
        try await Application(run: run, output: output, asks: !autoApprove && approve == nil)
            .carryOut(planned, approval: approve)
    }

    private func settings() throws -> RunSettings {
        var settings = try repository.settings(environments: environment)
        settings.adopts = adopt
        if evenIfSuspended { settings.opened.insert(.suspension) }
        if outsideWindow { settings.opened.insert(.syncWindow) }
        return settings
    }
}
