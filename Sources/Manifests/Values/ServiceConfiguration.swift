/// Where a service has its configuration from.
public struct ServiceConfiguration: Hashable, Sendable {
    /// The name of a secret that is there already; nil for the service's own, which is made.
    public var from: String?
    /// What is injected as `JUICE_CONFIG`, in place of a secret's name.
    public var valueFrom: SecretReference?
    /// Whether a new version of the configuration, or of a secret or parameter of the service, replaces the tasks.
    public var restartOnChange = false

    public init() {}

    /// Whether the service has a secret of its own.
    public var makesSecret: Bool { from == nil && valueFrom == nil }
}

extension ServiceConfiguration: ManifestObject {
    static let fields: [ManifestField<ServiceConfiguration>] = [
        .optional(
            "from",
            \.from,
            secretName,
            "The name of an existing secret with the configuration, in place of the service's own."
        ),
        .optional(
            "valueFrom",
            \.valueFrom,
            .secretReference,
            "A secret or parameter whose value the variable JUICE_CONFIG gets, in place of a secret's name."
        ),
        .optional(
            "restartOnChange",
            \.restartOnChange,
            .boolean,
            "Whether a new version of the configuration or of a secret of the service replaces the running tasks."
        ),
    ]

    private static let secretName = FieldType<String>.text(
        pattern: "^[A-Za-z0-9/_+=.@-]+$", lengths: 1...512
    ) { name in
        if name.hasPrefix("arn:") { return "a secret's name (an ARN goes into valueFrom)" }
        return SecretReference.isName(name, lengths: 1...512)
            ? nil : "a secret's name: letters, digits and / _ + = . @ -"
    }

    func validate(_ check: inout ManifestDecoder) {
        if from != nil, valueFrom != nil {
            check.error(
                "from names the secret that the service reads itself, valueFrom injects its value: remove one of them",
                at: "valueFrom"
            )
        }
    }
}
