import ArgumentParser
import Blueprints
import Controller
import Model

/// `plumbline graph`: what the manifests declare and what depends on what; AWS is not asked.
struct GraphCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph", abstract: "Shows the declared resources and their dependencies.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, dot }

    @OptionGroup var repository: RepositoryOptions

    @Option(help: ArgumentHelp("Only this environment; may be given several times.", valueName: "name"))
    var environment: [String] = []

    @Option(help: "text (a tree) or dot (for Graphviz).")
    var output = Format.text

    func run() async throws {
        let loaded = try await Run(repository.settings()).load()
        let manifests = try OutputFormat.text.requireValid(loaded)
        if let unknown = environment.first(where: { manifests.environment(named: $0) == nil }) {
            throw RunError(.usage, "there is no environment \(unknown) in the manifests")
        }
        let chosen = environment.isEmpty ? nil : Set(environment)
        let declarations = Blueprints.declarations(for: manifests, environments: chosen).values.joined()
            .sorted { $0.address < $1.address }
        Console.write(output == .text ? tree(declarations) : dot(declarations))
    }

    /// Each component of the addresses is a level; what a resource waits for stands behind it.
    private func tree(_ declarations: [Declaration]) -> String {
        var lines: [String] = []
        var open: [Substring] = []
        for declaration in declarations {
            let parts = declaration.address.path.split(separator: "/")
            let parents = parts.dropLast()
            let shared = zip(open, parents).prefix { $0 == $1 }.count
            for depth in shared..<parents.count { lines.append(String(repeating: "  ", count: depth) + parents[depth]) }
            open = Array(parents)
            let needs = declaration.dependencies.map(\.path)
            lines.append(
                String(repeating: "  ", count: parents.count) + (parts.last ?? "")
                    + (needs.isEmpty ? "" : "  <- \(needs.joined(separator: ", "))"))
        }
        return lines.joined(separator: "\n")
    }

    private func dot(_ declarations: [Declaration]) -> String {
        var lines = ["digraph plumbline {", "  rankdir = LR;", "  node [shape = box];"]
        for declaration in declarations {
            lines.append("  \"\(declaration.address)\" [tooltip = \"\(declaration.type)\"];")
            lines += declaration.dependencies.map { "  \"\(declaration.address)\" -> \"\($0)\";" }
        }
        return (lines + ["}"]).joined(separator: "\n")
    }
}
