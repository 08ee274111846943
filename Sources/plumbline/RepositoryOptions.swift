import ArgumentParser
import Controller
import Foundation
import GitRepository
import Logging

/// How the command line names a config repository and what may be shown to it.
struct RepositoryOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The config repository: a URL (https, ssh, file), user@host:path, or a local repository.",
            valueName: "URL|PATH"))
    var repo: String

    @Option(help: "The branch, tag or commit whose manifests count.")
    var ref = "main"

    @Option(help: ArgumentHelp("The directory in the repository with the manifests.", valueName: "directory"))
    var path = ""

    @Option(
        help: ArgumentHelp("Where the status branch is, when it is not the config repository.", valueName: "URL|PATH"))
    var statusRepo: String?

    @Option(help: ArgumentHelp("The branch that holds status, inventory and history.", valueName: "branch"))
    var statusBranch = "plumbline/status"

    @Option(
        help: ArgumentHelp(
            "The name of this Plumbline installation in AWS tags. Default: $PLUMBLINE_INSTALLATION, or derived from the "
                + "config repository's first commit.", valueName: "name"))
    var installation: String?

    @Option(help: ArgumentHelp("A file with an SSH private key (ed25519 or ECDSA).", valueName: "file"))
    var sshKey: String?

    @Option(help: ArgumentHelp("The known_hosts file that SSH servers are checked against.", valueName: "file"))
    var knownHosts: String?

    @Option(help: ArgumentHelp("A file with a token for HTTPS. Default: $PLUMBLINE_GIT_TOKEN.", valueName: "file"))
    var tokenFile: String?

    @Option(
        help: ArgumentHelp(
            "Only commits count that somebody in this file signed with SSH (git's gpg.ssh.allowedSignersFile). Default: "
                + "$PLUMBLINE_SIGNATURES_ALLOWED_SIGNERS.", valueName: "file"))
    var allowedSigners: String?

    @Option(
        help: ArgumentHelp(
            "Only commits count that were signed with an OpenPGP key of this file. Default: "
                + "$PLUMBLINE_SIGNATURES_KEYRING.", valueName: "file"))
    var keyring: String?

    @Option(
        help: ArgumentHelp(
            "Where mirrors are kept between runs. Default: $PLUMBLINE_CACHE or ~/.cache/plumbline.",
            valueName: "directory"))
    var cacheDirectory: String?

    @Option(help: ArgumentHelp("What is logged to standard error: debug, info, warning or error.", valueName: "level"))
    var logLevel = Logger.Level.warning

    /// Settings for a run, with what the environment variables add.
    func settings(environments: [String] = []) throws -> RunSettings {
        Self.startLogging(logLevel)
        let variables = ProcessInfo.processInfo.environment
        var settings = RunSettings(
            repository: try remote(repo, variables), cacheDirectory: Self.cache(cacheDirectory, variables),
            environmentVariables: variables)
        settings.ref = ref
        settings.path = path
        settings.environments = Set(environments)
        settings.statusRepository = try statusRepo.map { try remote($0, variables) }
        settings.statusBranch = statusBranch
        settings.trust = trust(variables)
        settings.installation = installation ?? variables["PLUMBLINE_INSTALLATION"].flatMap { $0.isEmpty ? nil : $0 }
        return settings
    }

    /// Logs go to standard error.
    static func startLogging(_ level: Logger.Level) {
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
    }

    /// The directory for what is kept between runs.
    static func cache(_ option: String?, _ variables: [String: String]) -> String {
        if let given = option ?? variables["PLUMBLINE_CACHE"], !given.isEmpty { return given }
        let base =
            variables["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
            ?? (variables["HOME"] ?? NSTemporaryDirectory()) + "/.cache"
        return base + "/plumbline"
    }

    /// Whose signatures count: as the controller's configuration says it, by the same variables.
    private func trust(_ variables: [String: String]) -> CommitTrust? {
        func value(_ option: String?, _ name: String) -> String? {
            (option ?? variables["PLUMBLINE_SIGNATURES_" + name]).flatMap { $0.isEmpty ? nil : $0 }
        }
        let trust = CommitTrust(
            allowedSigners: value(allowedSigners, "ALLOWED_SIGNERS"), principals: value(nil, "PRINCIPALS"),
            keyring: value(keyring, "KEYRING"))
        return trust.allowedSigners == nil && trust.keyring == nil ? nil : trust
    }

    private func remote(_ url: String, _ variables: [String: String]) throws -> GitRemote {
        let hosts = try knownHosts.map { try Self.contents($0, "known hosts") } ?? defaultKnownHosts(variables)
        return GitRemote(
            url: url, credential: try credential(variables), knownHosts: hosts,
            certificateAuthorityFile: variables["PLUMBLINE_GIT_CA_FILE"])
    }

    private func defaultKnownHosts(_ variables: [String: String]) -> String? {
        guard let home = variables["HOME"] else { return nil }
        return try? String(contentsOfFile: home + "/.ssh/known_hosts", encoding: .utf8)
    }

    private func credential(_ variables: [String: String]) throws -> GitCredential? {
        if let sshKey {
            return .sshKey(
                privateKey: GitSecret(try Self.contents(sshKey, "SSH key")),
                passphrase: variables["PLUMBLINE_GIT_SSH_PASSPHRASE"].map { GitSecret($0) })
        }
        if let tokenFile {
            let token = try Self.contents(tokenFile, "token").trimmingCharacters(in: .whitespacesAndNewlines)
            return .token(GitSecret(token))
        }
        if let token = variables["PLUMBLINE_GIT_TOKEN"], !token.isEmpty { return .token(GitSecret(token)) }
        if let user = variables["PLUMBLINE_GIT_USERNAME"], let password = variables["PLUMBLINE_GIT_PASSWORD"] {
            return .basic(username: user, password: GitSecret(password))
        }
        return nil
    }

    private static func contents(_ file: String, _ what: String) throws -> String {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw RunError(.usage, "the \(what) file \(file) cannot be read")
        }
        return text
    }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
