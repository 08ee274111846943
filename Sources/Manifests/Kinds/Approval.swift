import Foundation

/// A person's approval of exactly one plan, to be carried out once: `approvals/<environment>.yaml`.
public struct Approval: Hashable, Sendable {
    /// The environment, or `Repository` for what all of them share.
    public var environment: String
    /// Of the plan that may be carried out; any other plan is not approved by it.
    public var digest: String
    public var by: String
    /// When it ends, carried out or not. Two approvals of one plan are told apart by it.
    public var until: Date

    public init(environment: String, digest: String, by: String, until: Date) {
        self.environment = environment
        self.digest = digest
        self.by = by
        self.until = until
    }

    /// How long an approval holds when nothing else is said: over a weekend.
    public static let term = Duration.seconds(72 * 3600)

    /// The file that holds it, below the directory of the manifests.
    public static func file(of environment: String) -> String { "approvals/\(environment).yaml" }

    /// Whether a text is spelled as a plan's digest is.
    public static func isDigest(_ text: String) -> Bool {
        text.hasPrefix("sha256:") && text.utf8.count == 71 && String(text.dropFirst(7)).consists(of: .digits, "abcdef")
    }
}

extension Approval: ManifestKind {
    init() { self.init(environment: "", digest: "", by: "", until: .distantPast) }

    static let kind = "Approval"
    static let summary = "A person's approval of exactly one plan of an environment, to be carried out once."
    static var storage: WritableKeyPath<ManifestSet, [Approval]> { \.approvals }
    public var key: ManifestKey { ManifestKey(Self.kind, environment) }

    static let metadata: [ManifestField<Approval>] = [
        .required("name", \.environment, .workName, "The environment, or Repository for what all of them share.")
    ]

    static let fields: [ManifestField<Approval>] = [
        .required(
            "digest",
            \.digest,
            .text(pattern: "^sha256:[0-9a-f]{64}$") { isDigest($0) ? nil : "a plan's digest, sha256: and 64 digits" },
            "The digest of the plan."
        ),
        .required("by", \.by, .line, "Who approves."),
        .required("until", \.until, .moment, "When it ends by itself."),
    ]
}
