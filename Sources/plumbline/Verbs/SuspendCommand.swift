import ArgumentParser
import Controller
import Foundation
import Manifests
import Model

/// `plumbline suspend`: commits that an environment is to be left alone for a while.
struct SuspendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend", abstract: "Commits that an environment is to be left alone for a while.",
        discussion: """
            Writes suspensions/ENVIRONMENT.yaml to the branch --ref. While it is in force, serve and apply change nothing \
            there; it ends by itself.
            """)

    @Argument(help: "The environment, or Repository for what all of them share.")
    var environment: String

    @Option(help: "Why, for the others.")
    var reason: String

    @Option(name: .customLong("for"), help: ArgumentHelp("How long, such as 30m, 2h or 7d.", valueName: "duration"))
    var length: String

    @OptionGroup var repository: RepositoryOptions
    @OptionGroup var gate: GateOptions

    func validate() throws {
        guard Duration(words: length) != nil else {
            throw ValidationError("--for must be a duration such as 30m, 2h or 7d, not \(length)")
        }
        guard !reason.allSatisfy(\.isWhitespace) else { throw ValidationError("--reason must say why") }
    }

    func run() async throws {
        let whole = (Date() + (Duration(words: length) ?? .zero).seconds).timeIntervalSince1970.rounded(.up)
        let until = Date(timeIntervalSince1970: whole)
        let suspension = Suspension(reason: reason, by: gate.person, until: until)
        try await gate.commit(.suspend(environment, suspension), to: repository) { commit in
            "\(environment) is suspended until \(until.rfc3339)" + (commit.map { " (\($0.prefix(7)))" } ?? "")
        }
    }
}
