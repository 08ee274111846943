/// What has to be done to make AWS agree with the manifests, in an order that works.
public struct Plan: Sendable {
    /// Sorted so that what is waited for comes first.
    public var changes: [Change]
    /// How many declared resources need nothing.
    public var unchanged: Int
    /// `sha256:…` over every change: two plans with one digest do the same thing.
    public var digest: String
    /// Resources that are right but still on their way, with what they wait for.
    public var settling: [ResourceAddress: Made]
    /// What keeps parts of the plan back (errors) or should be known (warnings).
    public var diagnostics: [Diagnostic]
    /// Why the plan may not be carried out without an approval of its digest; empty when it may.
    public var approvalReasons: [String]
    /// The environments (and `Repository`) whose changes are the reasons.
    public var approvalScopes: Set<String>
    /// Declarations that may take something over, have nothing yet, and found nothing of their name or in their place.
    public var unmatched: [ResourceAddress] = []
    /// Drift that was found and is left, as the manifests say.
    public var leftDrift: [Change]
    /// Everything that is ours or will be, with what it depends on: what the inventory is made of.
    public var declared: AddressTable<PlannedResource>

    public init(
        changes: [Change], unchanged: Int, digest: String, settling: [ResourceAddress: Made] = [:],
        diagnostics: [Diagnostic] = [], approvalReasons: [String] = [], approvalScopes: Set<String> = [],
        leftDrift: [Change] = [], declared: AddressTable<PlannedResource> = [:]
    ) {
        self.changes = changes
        self.unchanged = unchanged
        self.digest = digest
        self.settling = settling
        self.diagnostics = diagnostics
        self.approvalReasons = approvalReasons
        self.approvalScopes = approvalScopes
        self.leftDrift = leftDrift
        self.declared = declared
    }

    public var isEmpty: Bool { changes.isEmpty }
    /// There is nothing to do, nothing to wait for, and no drift or error to tell.
    public var isQuiet: Bool { isEmpty && leftDrift.isEmpty && settling.isEmpty && !hasErrors }
    public var needsApproval: Bool { !approvalReasons.isEmpty }
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// How many changes of each action there are.
    public func count(_ action: ChangeAction) -> Int { changes.count { $0.action == action } }
}

/// A declared resource as the plan sees it.
public struct PlannedResource: Sendable, Hashable {
    public var type: ResourceType
    /// nil until it exists.
    public var identifier: String?
    public var dependencies: [ResourceAddress]
    /// A short hash of what the manifests declare; when it is the same as at the last apply, a difference is drift.
    public var declaredHash: String
    /// Where the manifests said so first, for what nobody declares any more.
    public var location: SourceLocation?

    public init(
        type: ResourceType, identifier: String?, dependencies: [ResourceAddress], declaredHash: String,
        location: SourceLocation? = nil
    ) {
        self.type = type
        self.identifier = identifier
        self.dependencies = dependencies
        self.declaredHash = declaredHash
        self.location = location
    }
}
