import Model

extension Environment {
    /// What keeps plans of an environment from being carried out, and what they leave alone.
    public struct Gates: Hashable, Sendable {
        /// What is done about drift.
        public var drift = DriftMode.correct
        /// Where drift is treated in another way, or fields are not compared.
        public var ignoreChanges: [IgnoredChange] = []
        /// When changes are made; at any time when there are none.
        public var syncWindows: [SyncWindow] = []
        /// All windows are open.
        public var emergency = false
        /// What a plan needs before it is carried out.
        public var approval = ApprovalRule.destructive

        public init() {}
    }

    static let gateFields: [ManifestField<Environment>] = [
        .optional("drift", \.gates.drift, .choice(), "What is done about drift: correct, warn or ignore."),
        .optional(
            "ignoreChanges",
            \.gates.ignoreChanges,
            .list(of: .object()),
            "Kinds, addresses or fields that are not compared, or whose drift is treated in another way."
        ),
        .optional(
            "syncWindows",
            \.gates.syncWindows,
            .list(of: .object()),
            "When changes are made; at any time when there are none."
        ),
        .optional("emergency", \.gates.emergency, .boolean, "Whether all sync windows are open."),
        .optional(
            "approval",
            \.gates.approval,
            .choice(),
            "Which plans need a person's approval: never, destructive or always."
        ),
    ]

    /// The rules about drift that this environment's manifest gives.
    public var driftExceptions: [DriftException] {
        gates.ignoreChanges.map { entry in
            DriftException(
                address: entry.address, type: entry.kind.map { ResourceType($0) }, fields: entry.fields,
                mode: entry.mode)
        }
    }
}

/// Resources or fields that are not compared, or whose drift is treated in a way of its own.
public struct IgnoredChange: Hashable, Sendable {
    /// In CloudFormation's spelling, such as `AWS::ECS::Service`.
    public var kind: String?
    /// Such as `dev/acme/Service`; `*` stands for any text.
    public var address: String?
    /// `*` stands for any text; empty for all.
    public var fields: [String] = []
    /// What is done about drift there; nil when it is not compared at all.
    public var mode: DriftMode?

    public init() {}
}

extension IgnoredChange: ManifestObject {
    static let fields: [ManifestField<IgnoredChange>] = [
        .optional("kind", \.kind, .resourceKind, "The kind of resource, such as AWS::ECS::Service."),
        .optional("address", \.address, .line, "The resource, such as dev/acme/Service; * stands for any text."),
        .optional("fields", \.fields, .list(of: .line), "The fields; * stands for any text. All when left out."),
        .optional("mode", \.mode, .choice(), "What is done about drift there. Left out: it is not compared at all."),
    ]

    func validate(_ check: inout ManifestDecoder) {
        guard kind == nil, address == nil, check.isSound("kind", "address") else { return }
        check.error("an entry of ignoreChanges names a kind or an address: add one of the two")
    }
}

extension FieldType where Value == String {
    /// In CloudFormation's spelling.
    static let resourceKind = text(pattern: "^AWS::[A-Za-z0-9]+::[A-Za-z0-9]+$") { kind in
        let parts = kind.split(separator: ":", omittingEmptySubsequences: false)
        let isRight =
            parts.count == 5 && parts[0] == "AWS" && parts[1].isEmpty && parts[3].isEmpty
            && !parts[2].isEmpty && !parts[4].isEmpty
        return isRight ? nil : "a kind of resource such as AWS::ECS::Service"
    }

    /// Any text of one line.
    static let line = text(lengths: 1...1024) { text in
        text.contains(where: \.isNewline) ? "one line" : nil
    }
}
