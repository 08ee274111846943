import AWSResources
import Blueprints
import Engine
import Ledger
import Manifests
import Model

extension Run {
    /// Compares the manifests with what AWS holds.
    /// - Parameters:
    ///   - emptying: environments to be taken down instead.
    ///   - recorded: what the status branch says, where that is known already.
    public func plan(
        _ loaded: LoadedRevision, _ manifests: ManifestSet, emptying: Set<String> = [],
        recorded given: RecordedState? = nil
    ) async throws(RunError) -> PlannedRun {
        let recorded: RecordedState
        if let given { recorded = given } else { recorded = try await self.recorded() }
        try checkNames(manifests, recorded, emptying)
        let parts = ScopeParts(
            manifests, recorded, chosen: settings.environments.union(emptying), emptying: emptying,
            adopting: settings.adopts)
        guard let first = parts.scopes.keys.sorted().first else {
            throw RunError(.usage, "the manifests at \(loaded.revision.short) declare nothing to compare")
        }
        let connections: AccountConnections
        if let pool {
            connections = try pool.connections(settings, first, loaded.installation)
        } else {
            connections = try AccountConnections(settings, region: first.region, installation: loaded.installation)
        }
        let plans = await plan(parts, recorded, loaded, manifests, connections)
        return PlannedRun(
            loaded: loaded, recorded: recorded, scopes: plans.sorted { $0.scope < $1.scope },
            diagnostics: loaded.diagnostics + parts.diagnostics, connections: connections, isKept: pool != nil)
    }

    private func plan(
        _ parts: ScopeParts, _ recorded: RecordedState, _ loaded: LoadedRevision, _ manifests: ManifestSet,
        _ connections: AccountConnections
    ) async -> [ScopePlan] {
        let everyone = parts.scopes.values.reduce(into: Set<String>()) { all, part in
            all.formUnion(part.names.subtracting(part.emptied))
        }
        return await withTaskGroup(of: ScopePlan.self) { group in
            for (scope, part) in parts.scopes {
                var basis = PlanBasis(
                    declarations: part.declarations, installation: loaded.installation, scopes: part.names,
                    formerDeclarations: part.former, emptied: part.emptied,
                    recorded: recorded.resources(of: part.names), limits: settings.limits)
                basis.drift = manifests.driftRules
                basis.approvals = manifests.approvalRules
                let images = ImageCheck(manifests, scope, names: everyone)
                let zones = ZoneCheck(basis, manifests)
                let sharing = shared.map { looks in
                    Sharing(looks: looks, commit: loaded.revision.commit) { [basis] in
                        let all = ScopeParts(manifests, recorded, chosen: [], emptying: [])
                        return (
                            basis.widened(to: all, scope, recorded),
                            ImageCheck(manifests, scope, names: Set(manifests.environments.map(\.name)))
                        )
                    }
                }
                group.addTask { [basis, sharing] in
                    await plan(scope, part.names, basis, images, zones, manifests, connections, sharing)
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    private func plan(
        _ scope: AccountScope, _ names: Set<String>, _ basis: PlanBasis, _ images: ImageCheck,
        _ zones: ZoneCheck, _ manifests: ManifestSet, _ connections: AccountConnections, _ sharing: Sharing?
    ) async -> ScopePlan {
        do throws(ResourceError) {
            if let quiet = await quietPlan(scope, names, basis, images, connections, sharing) { return quiet }
            let provider = try await connections.provider(for: scope, of: names.sorted())
            let reconciler = reconciler(provider)
            async let missing = images.missing(provider.session)
            var basis = basis
            basis.refused = await zones.refusals(provider.session)
            let search = AdoptionSearch(reconciler: reconciler, provider: provider, manifests: manifests)
            let planned = await search.widened(await reconciler.plan(basis))
            return ScopePlan(
                scope: scope, names: names, result: .success((reconciler, planned)),
                warnings: images.warnings(await missing))
        } catch {
            return ScopePlan(scope: scope, names: names, result: .failure(error))
        }
    }

    /// From a look that several environments use; nil when none is to be used, when it failed (whose own look fails tells so
    /// itself), or when it shows anything that has to be done.
    private func quietPlan(
        _ scope: AccountScope, _ names: Set<String>, _ basis: PlanBasis, _ images: ImageCheck,
        _ connections: AccountConnections, _ sharing: Sharing?
    ) async -> ScopePlan? {
        guard let sharing else { return nil }
        let look = try? await sharing.looks.look(of: scope, for: sharing.commit) { () throws(ResourceError) in
            let provider = try await connections.provider(for: scope, of: names.sorted())
            let (basis, images) = sharing.everything()
            async let missing = images.missing(provider.session)
            let state = await Observer(provider).observe(basis, briefly: true)
            return SharedLook(provider: provider, state: state, missingImages: await missing)
        }
        guard let look else { return nil }
        let reconciler = reconciler(look.provider)
        let planned = reconciler.plan(basis, look.state)
        guard planned.plan.isQuiet else { return nil }
        return ScopePlan(
            scope: scope, names: names, result: .success((reconciler, planned)),
            warnings: images.warnings(look.missingImages))
    }

    private func reconciler(_ provider: AWSResourceProvider) -> Reconciler {
        Reconciler(provider, width: settings.width, pacing: settings.pacing)
    }

    private func checkNames(
        _ manifests: ManifestSet, _ recorded: RecordedState, _ emptying: Set<String>
    ) throws(RunError) {
        let known = Set(manifests.environments.map(\.name))
        let unknown = settings.environments.union(emptying).subtracting(known + [Repository.addressScope])
            .subtracting(recorded.statuses.map(\.environment))
        guard unknown.isEmpty else {
            throw RunError(
                .usage,
                "there is no environment \(unknown.sorted().joined(separator: ", ")); "
                    + "the manifests have \(known.sorted().joined(separator: ", "))")
        }
    }
}

/// Looks that several environments use, and what they have to show.
private struct Sharing: Sendable {
    var looks: SharedObservations<SharedLook>
    /// The commit whose declarations the basis holds.
    var commit: String
    /// In the account and region: made only for a look, which one of many environments takes.
    var everything: @Sendable () -> (PlanBasis, ImageCheck)
}

extension PlanBasis {
    /// The same for all environments of an account and region.
    fileprivate func widened(to all: ScopeParts, _ scope: AccountScope, _ recorded: RecordedState) -> PlanBasis {
        guard let part = all.scopes[scope] else { return self }
        var whole = self
        whole.scopes = part.names
        whole.declarations = part.declarations
        whole.formerDeclarations = part.former
        whole.recorded = recorded.resources(of: part.names)
        return whole
    }
}

extension RecordedState {
    /// The recorded resources of some environments.
    func resources(of names: Set<String>) -> AddressTable<PlannedResource> {
        inventories.filter { names.contains($0.key) }.values.reduce(into: [:]) { all, inventory in
            all.merge(inventory.resources) { first, _ in first }
        }
    }
}

/// What a run concerns in each account and region.
struct ScopeParts {
    struct Part {
        var declarations: [Declaration] = []
        /// What the manifests declare of the environments that are taken down.
        var former: [Declaration] = []
        /// The first components of addresses: environments, and `Repository`.
        var names: Set<String> = []
        var emptied: Set<String> = []
    }

    private(set) var scopes: [AccountScope: Part] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter chosen: only these environments; empty for all.
    /// - Parameter adopting: every declaration may take over what is there.
    init(
        _ manifests: ManifestSet, _ recorded: RecordedState, chosen: Set<String>, emptying: Set<String>,
        adopting: Bool = false
    ) {
        var moved: Set<String> = []
        for environment in manifests.environments where chosen.isEmpty || chosen.contains(environment.name) {
            guard let status = recorded.status(environment.name), status.outcome != .destroyed,
                !status.account.isEmpty,
                (status.account, status.region) != (environment.account, environment.region)
            else {
                scopes[environment.scope, default: Part()].names.insert(environment.name)
                continue
            }
            moved.insert(environment.name)
            diagnostics.append(
                Diagnostic(
                    .error,
                    "\(environment.name) stands in account \(status.account), \(status.region), and cannot be moved to "
                        + "account \(environment.account), \(environment.region); destroy it there first, or choose "
                        + "another name", at: manifests.location(of: environment.key)))
        }
        let names = chosen.isEmpty ? nil : chosen
        for (scope, declarations) in Blueprints.declarations(for: manifests, environments: names) {
            var placed = declarations.filter { !moved.contains($0.address.scope) }
            if adopting { for index in placed.indices { placed[index].adopt = true } }
            scopes[scope, default: Part()].declarations = placed.filter { !emptying.contains($0.address.scope) }
            scopes[scope]?.former = placed.filter { emptying.contains($0.address.scope) }
        }
        addRemoved(manifests, recorded, chosen)
        let isOfRepositories = chosen.contains(Repository.addressScope)
        if isOfRepositories {
            // A repository that nobody declares any more may be wherever an environment is.
            for scope in manifests.environments.map(\.scope) where scopes[scope] == nil { scopes[scope] = Part() }
        }
        for scope in scopes.keys {
            let names = scopes[scope]?.names ?? []
            scopes[scope]?.emptied = emptying.intersection(names)
            // Repositories belong to no environment: only a run over everything may miss one.
            guard chosen.isEmpty || isOfRepositories else { continue }
            scopes[scope]?.names.insert(Repository.addressScope)
            scopes[scope]?.emptied.insert(Repository.addressScope)
        }
    }

    /// Environments that the manifests no longer have are still looked at, where they are recorded to be.
    private mutating func addRemoved(_ manifests: ManifestSet, _ recorded: RecordedState, _ chosen: Set<String>) {
        for status in recorded.statuses where status.outcome != .destroyed && !status.account.isEmpty {
            guard status.environment != Repository.addressScope, chosen.isEmpty || chosen.contains(status.environment),
                manifests.environment(named: status.environment) == nil
            else { continue }
            let scope = AccountScope(account: status.account, region: status.region, roleARN: status.roleARN)
            let known = scopes.keys.sorted().first { $0.account == scope.account && $0.region == scope.region }
            scopes[known ?? scope, default: Part()].names.insert(status.environment)
        }
    }
}
