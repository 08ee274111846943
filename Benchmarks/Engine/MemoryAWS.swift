import AWSResources
import Engine
import Model

/// An account and region in memory that holds just what is declared, under the real kinds. It cannot be changed.
struct MemoryAWS: ResourceProvider {
    let kinds: [ResourceType: KindDescription]
    private let state: ObservedState

    /// - Parameter declarations: what is there; nothing, for an account that is empty.
    init(holding declarations: [Declaration], installation: String) {
        kinds = Dictionary(KindCatalog.all.map { kind in (kind.type, describe(kind)) }) { first, _ in first }
        let outputs = Self.outputs(declarations)
        let observed = declarations.map { Self.observed($0, outputs[$0.address] ?? [:], installation) }
        state = ObservedState(resources: Dictionary(grouping: observed, by: \.type))
    }

    func observe(_ type: ResourceType, _ scope: ObservationScope) async throws(ResourceError) -> [ObservedResource] {
        state.resources[type] ?? []
    }

    func create(_ order: Order) async throws(ResourceError) -> Made { throw Self.fixed }

    func update(
        _ observed: ObservedResource, to order: Order, changing fields: Set<String>
    ) async throws(ResourceError) -> Made { throw Self.fixed }

    func tag(_ observed: ObservedResource, _ tags: [String: String]) async throws(ResourceError) { throw Self.fixed }

    func delete(_ observed: ObservedResource) async throws(ResourceError) { throw Self.fixed }

    func settled(_ type: ResourceType, _ made: Made) async throws(ResourceError) -> Settlement { .ready([:]) }

    func isGone(_ observed: ObservedResource) async throws(ResourceError) -> Bool { false }

    private static let fixed = ResourceError(.refused, operation: "memory", message: "this account cannot be changed")

    /// Every output that somebody refers to.
    private static func outputs(_ declarations: [Declaration]) -> [ResourceAddress: [Output: String]] {
        var result: [ResourceAddress: [Output: String]] = [:]
        for declaration in declarations {
            for value in declaration.values.values {
                value.forEachPending { address, output in
                    result[address, default: [:]][output] = text(address, output)
                }
            }
        }
        return result
    }

    private static func text(_ address: ResourceAddress, _ output: Output) -> String {
        output == .id ? "id-\(address)" : "\(output)-\(address)"
    }

    private static func observed(
        _ declaration: Declaration, _ outputs: [Output: String], _ installation: String
    ) -> ObservedResource {
        let address = declaration.address
        var values = declaration.values.mapValues { $0.resolved(by: text) }
        // The rule number that the manifest leaves to the planner.
        if address.resource == "ListenerRule" {
            values["priority"] = .int(address.path.contains("/x1/") ? 1 : 2)
        }
        let ownership = [OwnershipTag.installation: installation, OwnershipTag.address: address.path]
        return ObservedResource(
            type: declaration.type, identifier: text(address, .id), name: declaration.name, values: values,
            outputs: outputs.merging([.id: text(address, .id)]) { first, _ in first },
            tags: declaration.tags.merging(ownership) { own, _ in own }, status: .active, typed: ())
    }
}

private func describe<Kind: AWSResourceKind>(_ kind: Kind) -> KindDescription {
    KindDescription(type: kind.type, noun: kind.noun, traits: kind.traits, fields: kind.fields.map(\.row))
}
