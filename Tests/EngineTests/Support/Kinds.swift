import Model

@testable import Trials

/// Kinds of the account in memory: between them every shape of field and every trait that the engine knows.
enum Kinds {
    static let net: ResourceType = "Memory::Net"
    static let part: ResourceType = "Memory::Part"
    static let wall: ResourceType = "Memory::Wall"
    static let door: ResourceType = "Memory::Door"
    static let balancer: ResourceType = "Memory::Balancer"
    static let listener: ResourceType = "Memory::Listener"
    static let rule: ResourceType = "Memory::Rule"
    static let recipe: ResourceType = "Memory::Recipe"
    static let runner: ResourceType = "Memory::Runner"
    static let vault: ResourceType = "Memory::Vault"
    static let worker: ResourceType = "Memory::Worker"
    static let foreign: ResourceType = "Memory::Foreign"

    private struct Slot: Sendable { var value: Value? }

    private static func row(
        _ name: String, _ effect: FieldEffect = .update, compare: FieldComparison = .exact, secret: Bool = false,
        pins: Bool = false, staysWhenAdopted: Bool = false, numberedWithin: String? = nil
    ) -> FieldRow {
        Field(
            name, \Slot.value, effect, "A field", compare: compare, secret: secret, pins: pins,
            staysWhenAdopted: staysWhenAdopted, numberedWithin: numberedWithin
        ).row
    }

    private static func kind(
        _ type: ResourceType, _ noun: String, _ traits: KindTraits = KindTraits(), _ fields: [FieldRow]
    ) -> KindDescription {
        KindDescription(type: type, noun: noun, traits: traits, fields: fields)
    }

    static let all: [ResourceType: KindDescription] = Dictionary(
        uniqueKeysWithValues: [
            kind(net, "Net", KindTraits(isStateful: true), [row("range", .replace), row("names")]),
            kind(
                part, "Part", [row("net", .replace, pins: true), row("range", .replace), row("zones"), row("open")]),
            kind(
                wall, "Wall",
                [
                    row("net", .replace, pins: true), row("lets", pins: true),
                    row("title", .replace, staysWhenAdopted: true),
                ]),
            kind(door, "Door", KindTraits(deletedAfter: [balancer, runner]), [row("net", pins: true)]),
            kind(
                balancer, "Balancer",
                [
                    row("parts", pins: true), row("walls", pins: true), row("attributes", compare: .declaredKeys),
                    row("scheme", .replace),
                ]),
            kind(
                listener, "Listener", KindTraits(identity: ["balancer", "port"], isReadByRecord: true),
                [row("balancer", .replace), row("port")]),
            kind(
                rule, "Rule", KindTraits(identity: ["listener", "path"], isReadByRecord: true),
                [
                    row("listener", .replace), row("number", numberedWithin: "listener"), row("path"),
                    row("kind", .replace),
                ]),
            kind(
                recipe, "Recipe", KindTraits(isRevised: true),
                [row("image"), row("settings"), row("password", secret: true)]),
            kind(
                runner, "Runner", KindTraits(deadline: .seconds(1200)),
                [row("recipe"), row("parts", pins: true), row("count"), row("balancer")]),
            kind(worker, "Worker", KindTraits(drainsAfter: [listener, rule]), [row("recipe")]),
            kind(foreign, "Foreign", KindTraits(carriesTags: false, isOnlyRead: true), [row("note")]),
            kind(vault, "Vault", KindTraits(isStateful: true), [row("content", .initial, secret: true), row("note")]),
        ].map { ($0.type, $0) })
}

extension Kinds {
    private static func kind(_ type: ResourceType, _ noun: String, _ fields: [FieldRow]) -> KindDescription {
        kind(type, noun, KindTraits(), fields)
    }
}

extension MemoryProvider {
    /// An account of these kinds.
    convenience init(gate: Gate? = nil) { self.init(kinds: Kinds.all, gate: gate) }
}
