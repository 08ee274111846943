import Model

/// One statement of a policy document: who may, or may not, do what to what, and when.
///
/// An empty set means that the element is not there.
public struct PolicyStatement: Hashable, Sendable {
    public enum Effect: String, Hashable, Sendable {
        case allow = "Allow"
        case deny = "Deny"
    }

    public var sid: String?
    public var effect: Effect
    /// By kind of principal (`AWS`, `Service`, `Federated`, `CanonicalUser`). Everyone is `["AWS": ["*"]]`.
    public var principals: [String: Set<String>]
    public var notPrincipals: [String: Set<String>]
    public var actions: Set<String>
    public var notActions: Set<String>
    public var resources: Set<Reference>
    public var notResources: Set<Reference>
    /// By operator (`StringEquals`), then by condition key.
    public var conditions: [String: [String: Set<Reference>]]

    public init(
        sid: String? = nil, effect: Effect = .allow, principals: [String: Set<String>] = [:],
        actions: Set<String> = [], resources: Set<Reference> = [],
        conditions: [String: [String: Set<Reference>]] = [:], notActions: Set<String> = [],
        notResources: Set<Reference> = [], notPrincipals: [String: Set<String>] = [:]
    ) {
        self.sid = sid
        self.effect = effect
        self.principals = principals
        self.notPrincipals = notPrincipals
        self.actions = actions
        self.notActions = notActions
        self.resources = resources
        self.notResources = notResources
        self.conditions = conditions
    }
}

extension PolicyStatement {
    /// The statement in the form in which it is compared and shown.
    var value: Value {
        var map: [String: Value] = ["Effect": .string(effect.rawValue)]
        map["Sid"] = sid.map(Value.string)
        map["Principal"] = Self.value(ofPrincipals: principals)
        map["NotPrincipal"] = Self.value(ofPrincipals: notPrincipals)
        map["Action"] = actions.isEmpty ? nil : actions.fieldValue
        map["NotAction"] = notActions.isEmpty ? nil : notActions.fieldValue
        map["Resource"] = resources.isEmpty ? nil : resources.fieldValue
        map["NotResource"] = notResources.isEmpty ? nil : notResources.fieldValue
        map["Condition"] = conditions.isEmpty ? nil : conditions.fieldValue
        return .map(map)
    }

    private static func value(ofPrincipals principals: [String: Set<String>]) -> Value? {
        if principals.isEmpty { return nil }
        return .map(
            principals.reduce(into: [:]) { map, entry in
                let texts = entry.value.map { entry.key == "AWS" ? accountNumber(ofRoot: $0) ?? $0 : $0 }
                map[entry.key] = .set(Set(texts.map(Value.string)))
            })
    }

    /// The twelve digits of `arn:aws:iam::123456789012:root`, which AWS makes of the bare number.
    private static func accountNumber(ofRoot principal: String) -> String? {
        let parts = principal.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "arn", parts[2] == "iam", parts[5] == "root" else { return nil }
        return String(parts[4])
    }
}
