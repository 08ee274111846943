import AWSResources
import Blueprints
import Manifests
import Model

/// Says in the manifests' overrides what differs from their blueprints, and omits what is not there.
struct Deviations {
    let found: Findings
    let region: RegionView
    let kinds: [ResourceType: KindDescription]

    /// By the address below which a manifest's resources are, then by resource.
    private(set) var overrides: [String: [String: ResourceOverride]] = [:]
    private(set) var omitted: [String: [String]] = [:]

    init(_ found: Findings, _ region: RegionView, kinds: [ResourceType: KindDescription]) {
        (self.found, self.region, self.kinds) = (found, region, kinds)
        for scoped in Blueprints.blueprints(for: found.manifests) { add(scoped.declaration) }
    }

    private mutating func add(_ declaration: Declaration) {
        let (base, resource) = Self.parts(of: declaration.address)
        guard let kind = kinds[declaration.type] else { return }
        guard let observed = found.assigned[declaration.address] else {
            omitted[base, default: []].append(resource)
            return
        }
        var override = ResourceOverride()
        override.properties = properties(declaration, kind, observed)
        for (key, value) in declaration.tags {
            if let held = observed.tags[key], held != value { override.tags[key] = held }
        }
        if needsIdentifier(declaration, kind, observed, override) { override.identifier = observed.identifier }
        if !override.isEmpty { overrides[base, default: [:]][resource] = override }
    }

    private func properties(
        _ declaration: Declaration, _ kind: KindDescription, _ observed: ObservedResource
    ) -> [String: Patch] {
        var result: [String: Patch] = [:]
        let held = values(of: observed)
        for row in kind.fields where row.effect != .initial {
            if found.isUnmanaged(declaration.address, row.name) {
                result[row.name] = .remove
                continue
            }
            if found.isKept(declaration.address, row.name), let value = held[row.name] {
                result[row.name] = .replace(value)
                continue
            }
            // Which revision runs is what deployments decide.
            guard !found.isDeployed(declaration.address, row.name),
                let wanted = declaration.values[row.name]?.resolved(by: output)
            else { continue }
            let compared = row.comparison == .declaredKeys ? Self.keys(of: wanted, in: held[row.name]) : held[row.name]
            result[row.name] = Patch(from: wanted, to: compared)
        }
        return result
    }

    /// What AWS holds of the keys that are declared.
    private static func keys(of wanted: Value, in held: Value?) -> Value? {
        guard case .map(let declared) = wanted, case .map(let entries)? = held else { return held }
        return .map(entries.filter { declared[$0.key] != nil })
    }

    /// Without the rules that are resources of their own.
    private func values(of observed: ObservedResource) -> [String: Value] {
        var result = observed.values
        for (identifier, part) in observed.parts where found.isTaken("AWS::EC2::SecurityGroupIngress", identifier) {
            guard case .set(var members)? = result[part.field] else { continue }
            members.remove(part.value)
            result[part.field] = .set(members)
        }
        return result
    }

    private func output(_ address: ResourceAddress, _ output: Output) -> String? {
        found.assigned[address]?.outputs[output]
    }

    /// Whether neither the name nor the place would lead to this resource and to no other.
    private func needsIdentifier(
        _ declaration: Declaration, _ kind: KindDescription, _ observed: ObservedResource, _ override: ResourceOverride
    ) -> Bool {
        if observed.outputs[.newerRevision] != nil { return true }
        let all = region.state.resources[declaration.type] ?? []
        guard let name = observed.name else {
            // One that has the name it should have had would be found in its place.
            let isMisled = declaration.name.map { name in all.contains { $0.name == name } } ?? false
            return isMisled || kind.traits.identity.isEmpty
        }
        return all.count { $0.name == name } > 1
    }

    /// `dev/acme` and `TargetGroup`.
    static func parts(of address: ResourceAddress) -> (base: String, resource: String) {
        (String(address.path.dropLast(address.resource.count + 1)), address.resource)
    }

    // MARK: Into the manifests

    func manifests() -> ManifestSet {
        var environment = found.environment
        environment.overrides = overrides[environment.name] ?? [:]
        environment.omit = omitted[environment.name] ?? []
        return ManifestSet(
            environments: [environment],
            repositories: found.repositories.map { manifest in
                var manifest = manifest
                let base = "\(Repository.scopeName)/\(manifest.name)"
                (manifest.overrides, manifest.omit) = (overrides[base] ?? [:], omitted[base] ?? [])
                return manifest
            },
            nodes: found.nodes.map { manifest in
                var manifest = manifest
                (manifest.overrides, manifest.omit) = own("\(manifest.environment)/\(manifest.name)", Self.isOfService)
                return manifest
            },
            extras: found.extras.map { manifest in
                var manifest = manifest
                let base = "\(manifest.environment)/\(manifest.node)/\(manifest.name)"
                (manifest.overrides, manifest.omit) = own(base, Self.isOfService)
                return manifest
            },
            databases: found.databases.map { manifest in
                var manifest = manifest
                (manifest.overrides, manifest.omit) = own("\(manifest.environment)/\(manifest.name)") {
                    $0.hasPrefix("DB")
                }
                return manifest
            },
            caches: found.caches.map { manifest in
                var manifest = manifest
                (manifest.overrides, manifest.omit) = own("\(manifest.environment)/\(manifest.name)") {
                    $0 == "ReplicationGroup"
                }
                return manifest
            })
    }

    /// A node, a database and a cache may have one name: each takes what is of its kind.
    private func own(
        _ base: String, _ isOwn: (String) -> Bool
    ) -> ([String: ResourceOverride], [String]) {
        ((overrides[base] ?? [:]).filter { isOwn($0.key) }, (omitted[base] ?? []).filter(isOwn))
    }

    private static func isOfService(_ resource: String) -> Bool {
        !resource.hasPrefix("DB") && resource != "ReplicationGroup"
    }
}
