import Manifests
import Model

/// Turns the manifests of one kind into the resources that they ask for.
///
/// Pure: the same manifests give the same declarations. A new manifest kind is one file and one line in
/// `Blueprints.all`.
protocol Blueprint: Sendable {
    /// Everything that the manifests of this kind declare, with the account and region it belongs to.
    static func declarations(for manifests: ManifestSet) -> [ScopedDeclaration]
}

/// A declaration and where it is to be.
public struct ScopedDeclaration: Sendable {
    public var scope: AccountScope
    public var declaration: Declaration
}

/// Every blueprint there is.
public enum Blueprints {
    static let all: [any Blueprint.Type] = [
        RepositoryBlueprint.self,
        EnvironmentBlueprint.self,
        DatabaseBlueprint.self,
        CacheBlueprint.self,
        NodeBlueprint.self,
        ExtraBlueprint.self,
        PipelineBlueprint.self,
    ]

    /// What the manifests declare, by account and region.
    /// - Parameter environments: only these and the repositories that their images come from; nil for all.
    public static func declarations(
        for manifests: ManifestSet, environments: Set<String>? = nil
    ) -> [AccountScope: [Declaration]] {
        let chosen = environments.map { manifests.restricted(to: $0) } ?? manifests
        var pass = OverridePass(chosen)
        let all = pass.applied(to: blueprints(for: chosen))
        return Dictionary(grouping: all, by: \.scope).mapValues { $0.map(\.declaration) }
    }

    /// What the manifests would declare without their overrides.
    public static func blueprints(for manifests: ManifestSet) -> [ScopedDeclaration] {
        all.flatMap { $0.declarations(for: manifests) }
    }

    /// What is wrong with the overrides of valid manifests, by place: only the blueprints know which resources there are.
    public static func problems(of manifests: ManifestSet) -> [Diagnostic] {
        guard !manifests.overriding.isEmpty else { return [] }
        var pass = OverridePass(manifests)
        _ = pass.applied(to: blueprints(for: manifests))
        let nowhere = SourceLocation(file: "", line: 0, column: 0)
        return pass.diagnostics.sorted { a, b in
            (a.location ?? nowhere, a.message) < (b.location ?? nowhere, b.message)
        }
    }
}

extension ManifestSet {
    /// The environments with these names, what runs in them, and the repositories that their images come from.
    func restricted(to names: Set<String>) -> ManifestSet {
        let nodes = nodes.filter { names.contains($0.environment) }
        let extras = extras.filter { names.contains($0.environment) }
        let pipelines = pipelines.filter { names.contains($0.environment) }
        let images = Set((nodes.map(\.image) + extras.map(\.image)).filter { $0.registry == nil }.map(\.repository))
            .union(pipelines.map(\.image.repository))
        return ManifestSet(
            environments: environments.filter { names.contains($0.name) },
            repositories: names.contains(Repository.addressScope)
                ? repositories : repositories.filter { images.contains($0.name) }, nodes: nodes, extras: extras,
            databases: databases.filter { names.contains($0.environment) },
            caches: caches.filter { names.contains($0.environment) }, pipelines: pipelines)
    }
}
