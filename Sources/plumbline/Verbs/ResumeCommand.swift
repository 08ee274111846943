import ArgumentParser
import Controller

/// `plumbline resume`: commits the end of a suspension.
struct ResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Commits the end of a suspension.",
        discussion: "Removes suspensions/ENVIRONMENT.yaml from the branch --ref.")

    @Argument(help: "The environment, or Repository for what all of them share.")
    var environment: String

    @OptionGroup var repository: RepositoryOptions
    @OptionGroup var gate: GateOptions

    func run() async throws {
        try await gate.commit(.resume(environment, by: gate.person), to: repository) { commit in
            commit.map { "\(environment) goes on (\($0.prefix(7)))" } ?? "\(environment) was not suspended"
        }
    }
}
