import Foundation
import Manifests
import Model
import Server
import Testing

@testable import AWSClient
@testable import Controller
@testable import Forge
@testable import GitMessages
@testable import GitRepository

/// Everything that holds a secret, with one planted in it, printed in every way there is.
@Suite("What holds a secret")
struct SecretPrintingTests {
    private static let planted = "hunter2-planted"

    private static let environment = [
        "AWS_ACCESS_KEY_ID": "AKIAEXAMPLE", "AWS_SECRET_ACCESS_KEY": planted, "AWS_SESSION_TOKEN": planted,
        "PLUMBLINE_GIT_TOKEN": planted, "AWS_REGION": "eu-west-1", "HOME": "/nonexistent",
    ]

    private static var holders: [(String, Any)] {
        get throws {
            let (url, secret) = ("https://jo:\(planted)@git.example.com/a.git", GitSecret(planted))
            let remote = GitRemote(url: url, credential: .token(secret))
            let passwords = GitRemote(
                url: "https://git.example.com/a.git", credential: .basic(username: "jo", password: secret))
            let keys = GitRemote(
                url: "git@git.example.com:a.git", credential: .sshKey(privateKey: secret, passphrase: secret))
            let session = SessionCredentials(
                accessKeyId: "ASIA", secretAccessKey: planted, sessionToken: planted, expiration: Date())
            return try [
                ("Model.Secret", Model.Secret(planted)), ("the secret access key", session.credentials.secretAccessKey),
                ("GitSecret", secret), ("GitRemote", remote), ("GitRemote with a password", passwords),
                ("GitRemote with a key", keys),
                ("RemoteConnection", RemoteConnection(GitRemote(url: url))),
                ("RemoteConnection with a token", RemoteConnection(remote)),
                ("RemoteConnection with a key", RemoteConnection(keys)),
                ("RemoteAddress", RemoteAddress(url)),
                ("RemoteAccess", RemoteConnection(passwords).access),
                ("GitRequest", GitRequest.listRefs(RemoteConnection(passwords).access)),
                ("GitRequest with a key", GitRequest.listRefs(RemoteConnection(keys).access)),
                (
                    "RunSettings",
                    RunSettings(repository: remote, cacheDirectory: "/c", environmentVariables: environment)
                ),
                ("Run", Run(RunSettings(repository: remote, cacheDirectory: cache, environmentVariables: environment))),
                ("AWSConfiguration", AWSConfiguration.standard(environment: environment)),
                ("Profile", Profile(name: "p", settings: ["aws_secret_access_key": planted])),
                ("Credentials", session.credentials), ("SessionCredentials", session),
                ("AssumeRole.Response", AssumeRole.Response(credentials: session)),
                (
                    "AssumeRoleWithWebIdentity",
                    AssumeRoleWithWebIdentity(roleArn: "a", roleSessionName: "s", webIdentityToken: planted)
                ),
                ("GetSecretValue.Response", GetSecretValue.Response(secretString: planted)),
                ("AccessToken", AccessToken(name: "jo", token: Model.Secret(planted), rights: [.read])),
                (
                    "ServerSecrets",
                    ServerSecrets(
                        tokens: [AccessToken(name: "jo", token: Model.Secret(planted), rights: [.read])],
                        webhooks: [.github: Model.Secret(planted)])
                ),
                (
                    "ForgeRequest",
                    ForgeRequest(
                        url: "https://hooks.example.com/\(planted)", headers: [("Authorization", "Bearer \(planted)")],
                        operation: "tell ops")
                ),
                ("SecretStore", SecretStore(variables: environment)),
                ("Serve", Serve(ServeConfiguration(), variables: environment, version: "1")),
            ]
        }
    }

    private static let cache = FileManager.default.temporaryDirectory.path + "/plumbline-printing"

    @Test("does not show it, however it is printed")
    func unseen() throws {
        defer { try? FileManager.default.removeItem(atPath: Self.cache) }
        for (name, value) in try Self.holders {
            var dumped = ""
            dump(value, to: &dumped)
            for (way, text) in [
                ("describing", String(describing: value)), ("reflecting", String(reflecting: value)),
                ("interpolation", "\(value)"), ("an optional's", "\(Optional.some(value) as Any)"),
                ("an array's", "\([value])"), ("dump", dumped), ("mirror", Self.reflected(value)),
            ] {
                #expect(!text.contains("hunter2"), "\(name) is seen by \(way): \(text)")
            }
        }
    }

    @Test("is not encoded but for the wire that it is made for")
    func encoding() throws {
        let onTheWire = [
            "RemoteAccess", "GitRequest", "GitRequest with a key", "SessionCredentials", "AssumeRole.Response",
            "AssumeRoleWithWebIdentity", "GetSecretValue.Response",
        ]
        let encodable = try Self.holders.filter { $0.1 is any Encodable }.map(\.0)
        #expect(encodable == onTheWire)
        let error = ResourceError(.denied, operation: "x", message: "\(Model.Secret(Self.planted)) was refused")
        #expect(error.description.contains("•••"))
    }

    /// Every child of the mirror, and theirs.
    private static func reflected(_ value: Any, depth: Int = 0) -> String {
        guard depth < 12 else { return "" }
        return Mirror(reflecting: value).children.map { child in
            "\(child.label ?? "") \(child.value) " + reflected(child.value, depth: depth + 1)
        }.joined(separator: "\n")
    }
}
