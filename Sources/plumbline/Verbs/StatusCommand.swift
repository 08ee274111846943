import AWSClient
import ArgumentParser
import Controller
import Ledger
import Model

/// `plumbline status`: what the status branch says, without asking AWS.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Shows how each environment stood after the last run, from the status branch.")

    @OptionGroup var repository: RepositoryOptions

    @Option(help: "text or json.")
    var output = OutputFormat.text

    func run() async throws {
        let recorded = try await output.reportingErrors { try await Run(repository.settings()).recorded() }
        switch output {
        case .json:
            output.write(
                json: JSONObject([
                    ("environments", .array(recorded.statuses.map { .object(document($0, recorded)) }))
                ]))
        case .text:
            if recorded.statuses.isEmpty { Console.write("Nothing is recorded yet.") }
            for status in recorded.statuses { Console.write(text(status, recorded)) }
        }
    }

    private func text(_ status: EnvironmentStatus, _ recorded: RecordedState) -> String {
        let paint = Paint(.output)
        let ready = status.condition(.ready)
        let mark = ready?.isTrue == true ? paint("✓ Ready", .green) : paint("✗ \(ready?.reason ?? "Unknown")", .red)
        let count = recorded.inventories[status.environment]?.resources.count ?? 0
        var lines = ["\(paint(status.environment, .bold))  \(mark)  \(status.revision)  \(counted(count, "resource"))"]
        lines += status.conditions.filter { !$0.message.isEmpty && ready?.isTrue != true }.map {
            "  \($0.kind.rawValue) \($0.isTrue ? "True" : "False") (\($0.reason)): \($0.message)"
        }
        return lines.joined(separator: "\n")
    }

    private func document(_ status: EnvironmentStatus, _ recorded: RecordedState) -> JSONObject {
        let conditions = status.conditions.map { condition in
            JSONValue.object(
                JSONObject([
                    ("type", .string(condition.kind.rawValue)),
                    ("status", .string(condition.isTrue ? "True" : "False")),
                    ("reason", .string(condition.reason)), ("message", .string(condition.message)),
                ]))
        }
        return JSONObject([
            ("environment", .string(status.environment)),
            ("account", .string(status.account)),
            ("region", .string(status.region)),
            ("revision", .string(status.revision)),
            ("plan", .string(status.plan)),
            ("outcome", .string(status.outcome.rawValue)),
            ("resources", .int(Int64(recorded.inventories[status.environment]?.resources.count ?? 0))),
            ("conditions", .array(conditions)),
        ])
    }
}
