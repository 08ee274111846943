import ArgumentParser

/// `plumbline version`.
struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "version", abstract: "Prints the version.")

    func run() { Console.write("plumbline \(Plumbline.version)") }
}
