import AWSClient
import ArgumentParser
import Controller
import Foundation

/// `plumbline history`: the commits of the status branch.
struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Shows what was done, newest first, from the status branch.")

    @OptionGroup var repository: RepositoryOptions

    @Option(help: ArgumentHelp("Only this environment.", valueName: "name"))
    var environment: String?

    @Option(help: ArgumentHelp("How many entries at most.", valueName: "count"))
    var limit = 50

    @Option(help: "text or json.")
    var output = OutputFormat.text

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit has to be at least 1") }
    }

    func run() async throws {
        let commits = try await output.reportingErrors {
            try await Run(repository.settings()).history(environment: environment, limit: limit)
        }
        switch output {
        case .text:
            if commits.isEmpty { Console.write("Nothing is recorded yet.") }
            for commit in commits {
                Console.write("\(commit.time.formatted(.iso8601))  \(commit.id.prefix(10))  \(commit.subject)")
            }
        case .json:
            let entries = commits.map { commit in
                JSONValue.object(
                    JSONObject([
                        ("commit", .string(commit.id)), ("time", .string(commit.time.formatted(.iso8601))),
                        ("subject", .string(commit.subject)),
                        ("revision", .string(commit.trailers["Plumbline-Revision"] ?? "")),
                        ("plan", .string(commit.trailers["Plumbline-Plan"] ?? "")),
                        ("outcome", .string(commit.trailers["Plumbline-Outcome"] ?? "")),
                    ]))
            }
            output.write(json: JSONObject([("history", .array(entries))]))
        }
    }
}
