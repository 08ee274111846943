import ArgumentParser
import Controller
import Foundation
import GitRepository

/// How a verb that commits to the config repository is told who commits, and how.
struct GateOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Who says so. Default: $PLUMBLINE_BY, or the user's name.", valueName: "name"))
    var by: String?

    @Option(
        help: ArgumentHelp(
            "A file with an OpenSSH ed25519 private key without passphrase, where commits have to be signed. "
                + "Default: $PLUMBLINE_SIGNING_KEY_FILE.", valueName: "file"))
    var signWith: String?

    /// The person's name.
    var person: String {
        let variables = ProcessInfo.processInfo.environment
        return by ?? variables["PLUMBLINE_BY"].flatMap { $0.isEmpty ? nil : $0 } ?? variables["USER"] ?? NSUserName()
    }

    /// Commits a person's word.
    func commit(_ order: GateOrder, to repository: RepositoryOptions, _ done: (String?) -> String) async throws {
        var settings = try repository.settings()
        let variables = ProcessInfo.processInfo.environment
        if let file = signWith ?? variables["PLUMBLINE_SIGNING_KEY_FILE"].flatMap({ $0.isEmpty ? nil : $0 }) {
            settings.signingKey = try Self.key(file)
        }
        settings.author = GitSignature(name: author.name, email: author.email)
        let commit = try await Run(settings).commit(order)
        Console.write(done(commit))
    }

    /// `Jo Doe <jo@example.com>` as a commit's author.
    private var author: (name: String, email: String) {
        let person = person
        guard let open = person.lastIndex(of: "<"), person.hasSuffix(">") else {
            return (person, "plumbline@localhost")
        }
        let name = person[..<open].trimmingCharacters(in: .whitespaces)
        let email = person[person.index(after: open)...].dropLast()
        return name.isEmpty || email.isEmpty ? (person, "plumbline@localhost") : (name, String(email))
    }

    private static func key(_ file: String) throws -> CommitSigningKey {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw RunError(.usage, "the signing key file \(file) cannot be read")
        }
        do {
            return try CommitSigningKey(file: text)
        } catch {
            throw RunError(.usage, error.description)
        }
    }
}
