/// Plans on pull requests, and commit statuses.
public struct ForgeOptions: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable { case github, gitlab }

    public var kind = Kind.github
    public var token = SecretSource()
    /// The API's address; nil for the one that follows from the repository's.
    public var url: String?
    /// `owner/name`; nil for the one that follows from the repository's address.
    public var project: String?
    /// Whether pull requests from other repositories are planned, too.
    public var plansForks = false
    /// Certificates that the API's server is checked against; nil for the system's.
    public var caFile: String?

    public init() {}
}

extension ForgeOptions: ManifestObject {
    static let fields: [ManifestField<ForgeOptions>] = [
        .required("kind", \.kind, .choice(), "github or gitlab."),
        .required("token", \.token, .secret, "A token that may write comments and statuses."),
        .optional("url", \.url, .webAddress, "The API's address."),
        .optional("project", \.project, .line, "owner/name."),
        .optional("plansForks", \.plansForks, .boolean, "Whether pull requests from forks are planned, too."),
        .optional("caFile", \.caFile, .line, "Certificates that the API's server is checked against."),
    ]
}

/// How replicas share the environments.
public struct LeaseOptions: Hashable, Sendable {
    public var table = ""
    /// nil for AWS's own setting.
    public var region: String?
    /// How long a lease lasts that is not renewed.
    public var duration = Duration.seconds(15)

    public init() {}
}

extension LeaseOptions: ManifestObject {
    static let fields: [ManifestField<LeaseOptions>] = [
        .required("table", \.table, .tableName, "The DynamoDB table."),
        .optional("region", \.region, .region, "The table's region."),
        .optional("duration", \.duration, .duration, "How long a lease lasts that is not renewed."),
    ]

    func validate(_ check: inout ManifestDecoder) {
        guard check.isSound("duration"), duration < .seconds(3) || duration > .seconds(300) else { return }
        check.error("a lease lasts from 3s to 5m, not \(duration.words)", at: "duration")
    }
}

extension FieldType where Value == String {
    /// From `TableName` of CreateTable in the DynamoDB API reference.
    static let tableName = text(pattern: "^[a-zA-Z0-9_.-]+$", lengths: 3...255) { name in
        name.consists(of: .letters, .digits, "_.-") ? nil : "a table's name: letters, digits and _ . -"
    }
}

/// Someone who is told what happens.
public struct NotificationTarget: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable { case slack, generic }
    public enum Severity: String, Hashable, Sendable, CaseIterable { case info, warning, error }

    public var kind = Kind.slack
    public var name = ""
    public var url = SecretSource()
    /// Signs the bodies of a generic one.
    public var secret: SecretSource?
    /// Names of environments, in which `*` stands for any text; empty for all.
    public var environments: [String] = []
    public var severity = Severity.warning

    public init() {}
}

extension NotificationTarget: ManifestObject {
    static let fields: [ManifestField<NotificationTarget>] = [
        .required("kind", \.kind, .choice(), "slack or generic."),
        .required("name", \.name, .line, "Its name, for the log."),
        .required("url", \.url, .secret, "The address, which is a secret."),
        .optional("secret", \.secret, .secret, "Signs what is sent; only for generic."),
        .optional("environments", \.environments, .list(of: .line), "Names, * stands for any text; all if left out."),
        .optional("severity", \.severity, .choice(), "What is told, and what is worse."),
    ]

    func validate(_ check: inout ManifestDecoder) {
        guard kind == .slack, check.isSound("kind"), check.isGiven("secret") else { return }
        check.error("secret is only for kind: generic: remove it", at: "secret")
    }
}
