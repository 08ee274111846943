import Foundation
import Testing

@testable import GitRepository

/// A repository in which commits are signed by real `ssh-keygen` and real `gpg`, and judged through the helper.
final class SigningBench {
    let playground: Playground
    private let tree: String
    private let mirror: GitMirror
    private var head: String

    init() throws {
        playground = try Playground()
        head = try playground.commit(["dev.yaml": "kind: Environment"])
        tree = try playground.git("rev-parse", "main^{tree}")
        mirror = try playground.mirror()
        try FileManager.default.createDirectory(
            atPath: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit { _ = try? Shell.run("gpgconf", "--homedir", home, "--kill", "all") }

    func path(_ name: String) -> String { playground.path + "/" + name }

    /// Makes one commit on top of the last.
    /// - Parameters:
    ///   - options: of git, that say how it is signed; none for an unsigned one.
    ///   - date: of the committer.
    @discardableResult
    func commit(_ options: [String] = [], message: String = "Change", date: String? = nil) throws -> String {
        let environment = date.map { ["GIT_COMMITTER_DATE=\($0)"] } ?? []
        let sign = options.isEmpty ? [] : ["-S"]
        return try move(
            to: Shell.run(
                environment + ["git"] + options + ["commit-tree"] + sign + [tree, "-p", head, "-m", message],
                in: playground.bare))
    }

    /// Writes a commit of any bytes.
    @discardableResult
    func write(_ commit: String) throws -> String {
        try move(
            to: Shell.run(
                "git", "hash-object", "-t", "commit", "-w", "--literally", "--stdin", in: playground.bare, input: commit
            ))
    }

    /// A commit's text.
    func text(of commit: String) throws -> String { try playground.git("cat-file", "commit", commit) + "\n" }

    private func move(to commit: String) throws -> String {
        try playground.git("update-ref", "refs/heads/main", commit)
        head = commit
        return commit
    }

    /// Who signed the newest commit, or why it does not count.
    func judge(_ trust: CommitTrust) async throws -> Result<String, SignatureRefusal> {
        try await mirror.signer(of: mirror.resolve(ref: "main").commit, trust)
    }

    /// Why the newest commit does not count; nil when it does.
    func refusal(_ trust: CommitTrust) async throws -> SignatureRefusal? {
        if case .failure(let refusal) = try await judge(trust) { refusal } else { nil }
    }

    // MARK: SSH

    /// Makes a key, and says how git signs with it.
    func sshKey(_ name: String = "jo", _ type: [String] = ["-t", "ed25519"]) throws -> [String] {
        try Shell.run(["ssh-keygen", "-q", "-N", "", "-C", name, "-f", path(name)] + type)
        return ["-c", "gpg.format=ssh", "-c", "user.signingKey=\(path(name))"]
    }

    func publicKey(_ name: String = "jo") throws -> String {
        try String(contentsOfFile: path(name) + ".pub", encoding: .utf8).trimmingCharacters(in: .newlines)
    }

    /// Trust in those whom some lines name; `KEY` in them stands for a key's public half.
    func trust(_ lines: String..., key name: String = "jo", principals: String? = nil) throws -> CommitTrust {
        let text = try lines.map { try $0.replacing("KEY", with: publicKey(name)) }.joined(separator: "\n")
        try text.write(toFile: path("signers"), atomically: true, encoding: .utf8)
        return CommitTrust(allowedSigners: path("signers"), principals: principals)
    }

    // MARK: OpenPGP

    private var home: String { path("gpg") }

    @discardableResult
    func gpg(_ arguments: String..., input: String? = nil) throws -> String {
        try Shell.run(["gpg", "--homedir", home, "--batch", "--quiet"] + arguments, input: input)
    }

    /// Makes a key, and says how git signs with it.
    /// - Parameter time: at which the key is made and signs, such as `20200101T000000`.
    func gpgKey(_ mail: String = "jo@example.com", expires: String = "never", time: String? = nil) throws -> [String] {
        let clock = time.map { ["--faked-system-time", $0 + "!"] } ?? []
        try Shell.run(
            ["gpg", "--homedir", home, "--batch", "--quiet", "--passphrase", ""] + clock
                + ["--quick-gen-key", "Jo Doe <\(mail)>", "ed25519", "sign", expires])
        let program = path("gpg-\(mail)")
        let command = "exec gpg --homedir '\(home)' --batch \(clock.joined(separator: " ")) \"$@\""
        try playground.write(script: "#!/bin/sh\n\(command)\n", to: program)
        return ["-c", "gpg.program=\(program)", "-c", "user.signingKey=\(mail)"]
    }

    func fingerprint(_ mail: String = "jo@example.com") throws -> String {
        let listed = try gpg("--with-colons", "--list-keys", mail)
        let line = try #require(listed.split(separator: "\n").first { $0.hasPrefix("fpr:") })
        return try #require(line.split(separator: ":").last.map(String.init))
    }

    /// Trust in some keys of this bench.
    func keyring(_ mails: String..., armoured: Bool = true) throws -> CommitTrust {
        let file = path("keyring")
        try? FileManager.default.removeItem(atPath: file)
        try Shell.run(
            ["gpg", "--homedir", home, "--batch", "--output", file] + (armoured ? ["--armor"] : []) + ["--export"]
                + mails)
        return CommitTrust(keyring: file)
    }
}
