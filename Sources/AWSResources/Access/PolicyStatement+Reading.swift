import Model

extension PolicyStatement {
    init?(_ value: Value) {
        guard case .map(let entries) = value,
            let effect = String(fieldValue: entries["Effect"]).flatMap(Effect.init(rawValue:)),
            let sid = String?(fieldValue: entries["Sid"]),
            let principals = [String: Set<String>]?(fieldValue: entries["Principal"]),
            let notPrincipals = [String: Set<String>]?(fieldValue: entries["NotPrincipal"]),
            let actions = Set<String>?(fieldValue: entries["Action"]),
            let notActions = Set<String>?(fieldValue: entries["NotAction"]),
            let resources = Set<Reference>?(fieldValue: entries["Resource"]),
            let notResources = Set<Reference>?(fieldValue: entries["NotResource"]),
            let conditions = [String: [String: Set<Reference>]]?(fieldValue: entries["Condition"])
        else { return nil }
        self.init(
            sid: sid, effect: effect, principals: principals ?? [:], actions: actions ?? [],
            resources: resources ?? [], conditions: conditions ?? [:], notActions: notActions ?? [],
            notResources: notResources ?? [], notPrincipals: notPrincipals ?? [:])
    }
}
