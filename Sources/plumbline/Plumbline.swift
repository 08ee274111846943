import ArgumentParser
import Controller
import Foundation

/// Keeps AWS true to git.
@main
struct Plumbline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plumbline",
        abstract: "Keeps AWS true to git.",
        discussion: """
            Reads the manifests that are committed in a config repository, compares them with what AWS really holds, and \
            makes the two agree.

            Exit codes: 0 done or no changes, 1 error, 2 changes present (plan --detailed-exitcode), 3 approval needed, \
            4 invalid manifests.
            """,
        subcommands: [
            ValidateCommand.self,
            PlanCommand.self,
            ApplyCommand.self,
            AdoptCommand.self,
            ServeCommand.self,
            SuspendCommand.self,
            ResumeCommand.self,
            ApproveCommand.self,
            DestroyCommand.self,
            StatusCommand.self,
            ExecCommand.self,
            HistoryCommand.self,
            GraphCommand.self,
            SchemaCommand.self,
            PolicyCommand.self,
            HealthCommand.self,
            VersionCommand.self,
        ]
    )

    static let version = "0.1.0"

    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        // A file that may not grow is an error to be told, here and in the git helper, which inherits this.
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let code as Exit {
            Foundation.exit(code.rawValue)
        } catch let error as RunError {
            Console.error(error.description)
            Foundation.exit(Exit.failure.rawValue)
        } catch {
            // Whatever the parser says: its help on standard output, its complaints on standard error, with our codes.
            let isHelp = exitCode(for: error) == .success
            Console.write(fullMessage(for: error), to: isHelp ? .output : .error)
            Foundation.exit(isHelp ? Exit.done.rawValue : Exit.failure.rawValue)
        }
    }
}

/// The exit codes of the command line; scripts depend on them.
enum Exit: Int32, Error {
    case done = 0
    case failure = 1
    case changesPresent = 2
    case approvalNeeded = 3
    case invalidManifests = 4
}
