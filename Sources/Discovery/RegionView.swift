import AWSResources
import Engine
import Model

/// What a region holds, with the kinds' types brought back, and what CloudFormation knows of it.
struct RegionView: Sendable {
    let state: ObservedState
    /// The resources of the environment's stacks.
    let stacks: [StackResource]
    let launchConfigurations: [LaunchConfiguration]

    /// Every resource of a kind, by identifier.
    func all<Kind: AWSResourceKind>(_ kind: Kind) -> [Observed<Kind.Attributes>] {
        (state.resources[kind.type] ?? []).compactMap { $0.typed as? Observed<Kind.Attributes> }
            .sorted { $0.identifier < $1.identifier }
    }

    func resource(_ type: ResourceType, _ identifier: String) -> ObservedResource? {
        state.resources[type]?.first { $0.identifier == identifier }
    }

    /// What the stacks hold of a type, those of the stacks named here first.
    func made(_ type: ResourceType, firstIn names: [String] = []) -> [StackResource] {
        let own = stacks.filter { $0.type == "\(type)" }
        let first = own.filter { names.contains($0.stack) }
        return first.isEmpty ? own : first
    }

    /// The stack that made a resource.
    func stack(of resource: ObservedResource) -> StackResource? {
        let names = Set([resource.identifier] + resource.outputs.values)
        return stacks.first { $0.type == "\(resource.type)" && names.contains($0.physicalId) }
    }
}

extension Reference {
    /// The text of what was observed, where nothing is pending.
    var known: String { text ?? "" }
}

extension Set<Reference> {
    var known: Set<String> { Set<String>(map(\.known)) }
}
