import Model

/// Everything a plan is made from, apart from what AWS holds.
public struct PlanBasis: Sendable {
    public var declarations: [Declaration]
    /// Whose resources these are: the value of the tag `plumbline:installation`.
    public var installation: String
    /// The first components of the addresses that this plan may delete: its environments.
    public var scopes: Set<String>
    /// What is declared no longer but has to be looked for: its names tell where.
    public var formerDeclarations: [Declaration]
    /// Scopes that are to be emptied on purpose (`plumbline destroy`).
    public var emptied: Set<String>
    /// What the inventory says of the last apply. It gives reasons and hints; what exists is never taken from it.
    public var recorded: AddressTable<PlannedResource>
    public var limits: DeletionLimits
    /// What cannot be made, as somebody found who looked beforehand, and what to tell of it; an empty list where
    /// another's tells it. It keeps nothing back that is there.
    public var refused: [ResourceAddress: [Diagnostic]] = [:]
    /// What somebody who looked further found to be taken over, by identifier: for declarations that may take something
    /// over, name no identifier, and find nothing of their name or in their place.
    public var found: [ResourceAddress: String] = [:]
    /// What is done about drift.
    public var drift = DriftRules()
    /// What each environment's plans need before they are carried out; `destructive` where none is named.
    public var approvals: [String: ApprovalRule] = [:]

    public init(
        declarations: [Declaration], installation: String, scopes: Set<String>,
        formerDeclarations: [Declaration] = [], emptied: Set<String> = [],
        recorded: AddressTable<PlannedResource> = [:], limits: DeletionLimits = DeletionLimits()
    ) {
        self.declarations = declarations
        self.installation = installation
        self.scopes = scopes
        self.formerDeclarations = formerDeclarations
        self.emptied = emptied
        self.recorded = recorded
        self.limits = limits
    }
}

/// How many deletions a plan may hold before it needs an approval.
public struct DeletionLimits: Sendable {
    /// The greatest number of deletions.
    public var count: Int
    /// The greatest part of what is there.
    public var fraction: Double

    public init(count: Int = 5, fraction: Double = 0.5) {
        self.count = count
        self.fraction = fraction
    }
}
