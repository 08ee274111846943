import AWSResources
import Model

/// What has to be read in detail to describe an environment: the kinds read many things by name only.
public struct Interest: Hashable, Sendable {
    /// Natural names by kind.
    public var names: [ResourceType: Set<String>] = [:]
    /// What runs, where it need not be the newest of its name.
    public var identifiers: [ResourceType: Set<String>] = [:]
    /// Clusters of which every service is read.
    public var clusters: Set<String> = []
    /// Launch configurations, which are no kind of ours, by name.
    public var launchConfigurations: Set<String> = []

    public init() {}

    mutating func add(_ type: ResourceType, _ new: some Sequence<String>) {
        let names = new.filter { !$0.isEmpty }
        if !names.isEmpty { self.names[type, default: []].formUnion(names) }
    }

    /// How a kind is asked for what is of interest; every field of it is read.
    public func scope(for kind: KindDescription, round: ObservationRound) -> ObservationScope {
        var scope = ObservationScope(
            declaredNames: names[kind.type] ?? [], managedFields: Set(kind.fields.map(\.name)), installation: "",
            recordedIdentifiers: [Cluster().type: clusters.sorted()])
        scope.adoptedNames = names
        scope.adoptedIdentifiers = identifiers
        scope.round = round
        return scope
    }
}
