import Engine
import Foundation
import GitRepository
import Manifests
import Model

/// The secrets of a configuration's repositories, as they were found: when one changes, the repository is opened anew.
struct RepositorySecrets: Equatable, Sendable {
    private var found: [SecretSource: Model.Secret] = [:]

    init(_ configuration: ServeConfiguration, _ store: SecretStore) throws(RunError) {
        for reference in Self.references(configuration) { found[reference] = try store.secret(reference) }
    }

    static func references(_ configuration: ServeConfiguration) -> [SecretSource] {
        configuration.repository.secrets.map(\.secret)
            + (configuration.status.repository?.secrets.map(\.secret) ?? [])
            + [configuration.commits.signingKey].compactMap { $0 }
    }

    subscript(_ reference: SecretSource?) -> String? { reference.flatMap { found[$0]?.reveal() } }
}

extension ServeConfiguration {
    /// Every secret that is named anywhere.
    public var secrets: [SecretSource] {
        RepositorySecrets.references(self) + secretsBesideGit
    }

    /// Those that no look at git needs.
    var secretsBesideGit: [SecretSource] {
        server.tokens.map(\.token)
            + [webhooks.github?.secret, webhooks.gitlab?.token, webhooks.gitea?.secret, webhooks.generic?.secret]
            .compactMap { $0 }
            + notifications.flatMap { [$0.url] + [$0.secret].compactMap { $0 } } + [forge?.token].compactMap { $0 }
    }

    /// The settings of a run.
    /// - Parameter variables: the process environment.
    func runSettings(
        _ secrets: RepositorySecrets, variables: [String: String]
    ) throws(RunError) -> RunSettings {
        var settings = RunSettings(
            repository: try repository.remote(secrets, variables), cacheDirectory: cacheDirectory(variables),
            environmentVariables: variables)
        settings.ref = repository.ref
        settings.path = repository.path
        settings.statusRepository = try status.repository.map { settings throws(RunError) in
            try settings.remote(secrets, variables)
        }
        settings.statusBranch = status.branch
        settings.installation = installation
        settings.limits = DeletionLimits(count: limits.deletions, fraction: limits.fraction.value)
        if let changes = concurrency.changes { settings.width = changes }
        settings.trust = signatures.map { CommitTrust($0) }
        settings.author = GitSignature(name: commits.name, email: commits.email)
        if let key = secrets[commits.signingKey] {
            do throws(GitError) { settings.signingKey = try CommitSigningKey(file: key) } catch {
                throw RunError(.usage, error.description)
            }
        }
        return settings
    }

    /// Where mirrors, answers and the lock are.
    public func cacheDirectory(_ variables: [String: String]) -> String {
        if let cache { return cache }
        let base =
            variables["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
            ?? (variables["HOME"] ?? NSTemporaryDirectory()) + "/.cache"
        return base + "/plumbline"
    }
}

extension ServeConfiguration {
    /// Reads the files that say whose signature counts; with one that cannot be used, no commit would count.
    public func checkSignatures() throws(RunError) {
        do throws(GitError) {
            try signatures.map { CommitTrust($0) }?.check()
        } catch {
            throw RunError(.usage, error.description)
        }
    }
}

extension CommitTrust {
    init(_ settings: SignatureSettings) {
        self.init(
            allowedSigners: settings.allowedSigners, principals: settings.principals, keyring: settings.keyring)
    }
}

extension RemoteSettings {
    func remote(_ secrets: RepositorySecrets, _ variables: [String: String]) throws(RunError) -> GitRemote {
        var hosts: String?
        if let knownHosts {
            guard let text = try? String(contentsOfFile: knownHosts, encoding: .utf8) else {
                throw RunError(.usage, "the known hosts file \(knownHosts) cannot be read")
            }
            hosts = text
        } else if let home = variables["HOME"] {
            hosts = try? String(contentsOfFile: home + "/.ssh/known_hosts", encoding: .utf8)
        }
        return GitRemote(
            url: url, credential: credential(secrets), knownHosts: hosts,
            certificateAuthorityFile: caFile ?? variables["PLUMBLINE_GIT_CA_FILE"])
    }

    private func credential(_ secrets: RepositorySecrets) -> GitCredential? {
        // OpenSSH's own reader wants the line's end that was trimmed.
        if let key = secrets[sshKey] {
            return .sshKey(privateKey: GitSecret(key + "\n"), passphrase: secrets[sshPassphrase].map { GitSecret($0) })
        }
        if let token = secrets[token] { return .token(GitSecret(token)) }
        if let username, let password = secrets[password] {
            return .basic(username: username, password: GitSecret(password))
        }
        return nil
    }
}
