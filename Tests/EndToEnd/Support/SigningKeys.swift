import Foundation

/// SSH keys of a team, and the file of those whose signatures count.
final class SigningKeys: Sendable {
    private let folder: Folder

    /// The file of allowed signers.
    var signers: URL { folder.url("signers") }

    init(_ names: String...) async throws {
        folder = try Folder()
        for name in names {
            let made = try await Program.run(
                URL(fileURLWithPath: "/usr/bin/env"),
                ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", folder.url(name).path],
                environment: ProcessInfo.processInfo.environment)
            guard made.code == 0 else { throw EndToEndError("ssh-keygen: \(made.said)") }
        }
    }

    func key(_ name: String) -> URL { folder.url(name) }

    /// From now on the signatures of these count.
    func allow(_ names: String...) throws {
        let lines = try names.map { name in
            "\(name)@example.com " + (try String(contentsOf: folder.url("\(name).pub"), encoding: .utf8))
        }
        try Data(lines.joined().utf8).write(to: signers, options: .atomic)
    }
}
