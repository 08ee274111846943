import ArgumentParser
import Controller
import Foundation
import Manifests

/// `plumbline schema`: the JSON Schemas of the manifests.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Prints the JSON Schema of the manifests, for editors and CI.")

    @Argument(help: "A schema's name, such as node; without it the schema of every kind together.")
    var name: String?

    @Option(help: ArgumentHelp("Write every schema into this directory instead.", valueName: "directory"))
    var directory: String?

    func run() throws {
        let schemas = ManifestSchemas.all()
        if let directory {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            for schema in schemas {
                try schema.json.write(toFile: "\(directory)/\(schema.fileName)", atomically: true, encoding: .utf8)
            }
            return
        }
        let wanted = "\((name ?? "plumbline").lowercased()).schema.json"
        guard let schema = schemas.first(where: { $0.fileName == wanted }) else {
            let names = schemas.map { $0.fileName.replacing(".schema.json", with: "") }.joined(separator: ", ")
            throw RunError(.usage, "there is no schema \(name ?? ""); there are \(names)")
        }
        Console.write(schema.json)
    }
}
