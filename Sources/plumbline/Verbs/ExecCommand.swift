import ArgumentParser
import Controller
import Foundation
import Model

/// `plumbline exec`: runs a command in a container of a node or an extra, through Session Manager.
struct ExecCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exec", abstract: "Runs a command in a running container, through Session Manager.",
        discussion: """
            Needs `service.sessionManager: true` in the manifest, the AWS CLI with its session-manager-plugin, and the \
            right to call ecs:ExecuteCommand. Without the AWS CLI, or with --print, the call to make is printed.
            """)

    @OptionGroup var repository: RepositoryOptions

    @Argument(help: ArgumentHelp("The node or extra.", valueName: "environment/node[/extra]"))
    var target: String

    @Option(help: "The command to run.")
    var command = "sh"

    @Flag(name: .customLong("print"), help: "Print the AWS CLI's call and do not make it.")
    var printsOnly = false

    func run() async throws {
        let output = OutputFormat.text
        let run = try Run(repository.settings())
        let loaded = try await run.load()
        let place = try await run.commandPlace(target, in: try output.requireValid(loaded), loaded)
        let words = Self.words(place, command)
        let tool = printsOnly ? nil : Self.tool(words[0], in: ProcessInfo.processInfo.environment["PATH"] ?? "")
        if let role = place.roleARN {
            Console.write("note: the AWS CLI has to act as \(role)", to: .error)
        }
        guard let tool else {
            if !printsOnly {
                Console.write("note: there is no aws command on the PATH; run this where there is one:", to: .error)
            }
            Console.write(words.map(Self.quoted).joined(separator: " "))
            return
        }
        throw Self.replaceProcess(tool, words)
    }

    /// The AWS CLI's call.
    static func words(_ place: CommandPlace, _ command: String) -> [String] {
        [
            "aws", "ecs", "execute-command", "--region", place.region, "--cluster", place.target.cluster, "--task",
            place.target.task, "--container", place.target.container, "--interactive", "--command", command,
        ]
    }

    /// The word as a POSIX shell takes it for one.
    static func quoted(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-_./:=,@%+".utf8.contains(byte)
            }
        return isPlain ? word : "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }

    /// The first executable file of this name in the directories.
    static func tool(_ name: String, in path: String) -> String? {
        path.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    /// Becomes the tool, so that it has the terminal and its signals to itself. Returns only when that failed.
    private static func replaceProcess(_ tool: String, _ words: [String]) -> RunError {
        signal(SIGPIPE, SIG_DFL)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        arguments.append(nil)
        execv(tool, arguments)
        let reason = String(cString: strerror(errno))
        for argument in arguments { free(argument) }
        return RunError(.usage, "\(tool) could not be started: \(reason)")
    }
}
