import AWSClient
import ArgumentParser
import Controller
import Model

/// `plumbline validate`: reads the manifests and tells every problem.
struct ValidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Checks the manifests of a revision and tells every problem at once.")

    @OptionGroup var repository: RepositoryOptions

    @Option(help: "text or json.")
    var output = OutputFormat.text

    func run() async throws {
        let loaded = try await output.reportingErrors { try await Run(repository.settings()).load() }
        try output.requireValid(loaded)
        guard let manifests = loaded.manifests else { return }
        switch output {
        case .json: output.write(json: PlanDocument.problems(loaded.revision, loaded.diagnostics))
        case .text:
            let paint = PlanText(paint: Paint(.output))
            for diagnostic in loaded.diagnostics { Console.write(paint.line(diagnostic)) }
            let counts = [
                counted(manifests.environments.count, "environment"),
                counted(manifests.repositories.count, "repository"), counted(manifests.nodes.count, "node"),
                counted(manifests.extras.count, "extra"), counted(manifests.databases.count, "database"),
                counted(manifests.caches.count, "cache"), counted(manifests.pipelines.count, "pipeline"),
            ].filter { !$0.hasPrefix("0 ") }
            Console.write("\(loaded.revision.short) is valid: \(counts.joined(separator: ", ")).")
        }
    }
}
