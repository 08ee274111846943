/// What is to be done about drift, by environment, resource and field: one of the planner's inputs.
public struct DriftRules: Hashable, Sendable {
    /// By environment; drift of those that are not named is corrected.
    public var modes: [String: DriftMode]
    /// By environment; where several speak of one field, the last one counts.
    public var exceptions: [String: [DriftException]]

    public init(modes: [String: DriftMode] = [:], exceptions: [String: [DriftException]] = [:]) {
        self.modes = modes
        self.exceptions = exceptions
    }

    /// Whether a field of a resource that is there is not compared at all.
    public func ignores(_ field: String, of type: ResourceType, _ address: ResourceAddress) -> Bool {
        exceptions[address.scope]?.last { $0.speaks(of: field, of: type, address) }.map { $0.mode == nil } ?? false
    }

    /// What is done when a field differs though the manifests did not change.
    /// - Parameter field: nil for the resource as a whole, as when it is missing.
    public func mode(of field: String?, of type: ResourceType, _ address: ResourceAddress) -> DriftMode {
        let exception = exceptions[address.scope]?.last { $0.mode != nil && $0.speaks(of: field, of: type, address) }
        return exception?.mode ?? modes[address.scope] ?? .correct
    }
}

/// Resources or fields of one environment of which drift is treated in a way of its own.
public struct DriftException: Hashable, Sendable {
    /// An address, in which `*` stands for any text; nil for every one.
    public var address: String?
    public var type: ResourceType?
    /// Names of fields, in which `*` stands for any text; empty for all.
    public var fields: [String]
    /// What is done about drift there; nil when the fields are not compared once the resource is there.
    public var mode: DriftMode?

    public init(address: String? = nil, type: ResourceType? = nil, fields: [String] = [], mode: DriftMode? = nil) {
        self.address = address
        self.type = type
        self.fields = fields
        self.mode = mode
    }

    func speaks(of field: String?, of type: ResourceType, _ address: ResourceAddress) -> Bool {
        guard self.type.map({ $0 == type }) ?? true else { return false }
        guard self.address.map({ Wildcard.matches(address.path, $0) }) ?? true else { return false }
        guard let field else { return fields.isEmpty }
        // Whose it is, is never a matter of taste.
        guard !field.hasPrefix("tags.plumbline:") else { return false }
        return fields.isEmpty || fields.contains { Wildcard.matches(field, $0) }
    }
}

/// What a plan of an environment needs before it is carried out.
public enum ApprovalRule: String, Hashable, Sendable, CaseIterable {
    /// Nothing, whatever it deletes.
    case never
    /// A person's word when it deletes what holds data or network, or more than the limits.
    case destructive
    /// A person's word, whatever it does.
    case always
}
