import Manifests
import Model

/// Finds variables that look as if they held a secret: what a task definition shows to everybody who may read it would be
/// committed too.
struct PlainSecrets {
    private static let words = ["PASSWORD", "PASSWD", "SECRET", "TOKEN", "CREDENTIAL", "PRIVATE", "APIKEY", "API_KEY"]

    /// One line for each service that has such variables, by name, and for hosts that begin with a script of somebody's; a
    /// value is never told.
    static func remarks(on manifests: ManifestSet) -> [String] {
        manifests.environments.compactMap(script) + variables(in: manifests)
    }

    private static func script(of environment: Environment) -> String? {
        guard environment.overrides["LaunchTemplate"]?.properties["userData"] != nil else { return nil }
        return
            "\(environment.key) has the first-start script of its hosts as an override: look whether it holds anything "
            + "secret before you commit"
    }

    private static func variables(in manifests: ManifestSet) -> [String] {
        let nodes = manifests.nodes.map { ($0.key, $0.service, $0.overrides) }
        let extras = manifests.extras.map { ($0.key, $0.service, $0.overrides) }
        return (nodes + extras).compactMap { key, service, overrides in
            let own = service.environment.keys
            let names = Set(own).union(variables(in: overrides["TaskDefinition"]?.properties["containers"]))
            let plain = names.filter(isSuspicious).sorted()
            guard !plain.isEmpty else { return nil }
            return
                "\(key) has \(plain.joined(separator: ", ")) as plain variables, and so has the manifest: move what is "
                + "secret into the service's secret before you commit"
        }
    }

    private static func isSuspicious(_ name: String) -> Bool {
        let upper = name.uppercased()
        // A reference to a secret is none.
        guard !upper.hasSuffix("_ARN"), !upper.hasSuffix("_NAME") else { return false }
        return words.contains(where: upper.contains)
    }

    /// The variables of containers, by name.
    private static func variables(in containers: Patch?) -> Set<String> {
        guard case .merge(let members)? = containers else { return [] }
        return members.values.reduce(into: []) { names, container in
            guard case .merge(let properties) = container, case .merge(let environment)? = properties["environment"]
            else { return }
            names.formUnion(environment.filter { $0.value != .remove }.keys)
        }
    }
}
