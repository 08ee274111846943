/// One profile of the shared files: its settings, those of the credentials file before those of the configuration file.
struct Profile: Sendable, Equatable {
    let name: String
    private let settings: [String: String]

    init(name: String, settings: [String: String]) {
        self.name = name
        self.settings = settings
    }

    /// A setting that is there and not empty.
    subscript(name: String) -> String? {
        settings[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The keys that stand in the profile itself.
    var staticCredentials: Credentials? {
        guard let id = self["aws_access_key_id"], let secret = self["aws_secret_access_key"] else { return nil }
        let token = self["aws_session_token"].map { Secret($0) }
        return Credentials(accessKeyID: id, secretAccessKey: Secret(secret), sessionToken: token)
    }
}
