import Model

extension Account {
    static let network: ResourceType = "Memory::Network"
    static let part: ResourceType = "Memory::Part"
    static let wall: ResourceType = "Memory::Wall"
    static let balancer: ResourceType = "Memory::Balancer"
    static let recipe: ResourceType = "Memory::Recipe"
    static let runner: ResourceType = "Memory::Runner"

    /// Kinds with the shapes of fields that the real ones have.
    static let kinds: [ResourceType: KindDescription] = Dictionary(
        uniqueKeysWithValues: [
            kind(network, "Network", [row("range", .replace), row("names")], KindTraits(isStateful: true)),
            kind(part, "Part", [row("network", .replace, pins: true), row("range", .replace), row("open")]),
            kind(wall, "Wall", [row("network", .replace, pins: true), row("lets")]),
            kind(
                balancer, "Balancer",
                [
                    row("parts", pins: true), row("walls", pins: true), row("scheme", .replace),
                    row("attributes", compare: .declaredKeys),
                ]),
            kind(recipe, "Recipe", [row("image"), row("ports"), row("settings")], KindTraits(isRevised: true)),
            kind(runner, "Runner", [row("recipe"), row("parts", pins: true), row("count"), row("balancer")]),
        ].map { ($0.type, $0) })

    private struct Slot: Sendable { var value: Value? }

    private static func row(
        _ name: String, _ effect: FieldEffect = .update, compare: FieldComparison = .exact, pins: Bool = false
    ) -> FieldRow {
        Field(name, \Slot.value, effect, "A field", compare: compare, pins: pins).row
    }

    private static func kind(
        _ type: ResourceType, _ noun: String, _ fields: [FieldRow], _ traits: KindTraits = KindTraits()
    ) -> KindDescription {
        KindDescription(type: type, noun: noun, traits: traits, fields: fields)
    }
}
