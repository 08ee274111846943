import Foundation
import Model

/// A person's word that an environment is to be left alone for a while: `suspensions/<environment>.yaml`.
public struct SuspensionOrder: Hashable, Sendable {
    /// The environment, or `Repository` for what all of them share.
    public var environment: String
    public var reason: String
    public var by: String
    public var until: Date

    public init(environment: String, reason: String, by: String, until: Date) {
        self.environment = environment
        self.reason = reason
        self.by = by
        self.until = until
    }

    /// The file that holds it, below the directory of the manifests.
    public static func file(of environment: String) -> String { "suspensions/\(environment).yaml" }
}

extension SuspensionOrder: ManifestKind {
    init() { self.init(environment: "", reason: "", by: "", until: .distantPast) }

    static let kind = "Suspension"
    static let summary = "A person's word that an environment is to be left alone for a while."
    static var storage: WritableKeyPath<ManifestSet, [SuspensionOrder]> { \.suspensions }
    public var key: ManifestKey { ManifestKey(Self.kind, environment) }

    static let metadata: [ManifestField<SuspensionOrder>] = [
        .required("name", \.environment, .workName, "The environment, or Repository for what all of them share.")
    ]

    static let fields: [ManifestField<SuspensionOrder>] = [
        .required("reason", \.reason, .line, "Why, for the others."),
        .required("by", \.by, .line, "Who says so."),
        .required("until", \.until, .moment, "When it ends by itself."),
    ]
}

extension FieldType where Value == String {
    /// An environment's name, or `Repository`.
    static let workName = text(pattern: "^([a-z0-9]([a-z0-9-]*[a-z0-9])?|Repository)$", lengths: 1...64) { name in
        let isName = name.consists(of: .lowercase, .digits, "-") && !name.hasPrefix("-") && !name.hasSuffix("-")
        return isName || name == "Repository" ? nil : "an environment's name, or Repository"
    }
}
