import AWSResources
import Blueprints
import Discovery
import Engine
import Manifests
import Model

/// Looks for what hand-written manifests may take over and a plan did not find by its name or its place: what
/// CloudFormation or a person named otherwise.
///
/// It walks from stacks, services and descriptions to the rest, as `plumbline adopt` does. That takes many calls, so that it
/// is done only while a plan would otherwise make what may be there already.
struct AdoptionSearch: Sendable {
    let reconciler: Reconciler
    let provider: AWSResourceProvider
    let manifests: ManifestSet

    /// What nobody made before Plumbline, or what has no other name than that of its manifest.
    private static let beyond: Set<ResourceType> = [
        ECRRepository().type, Bucket().type, BuildProject().type, DeliveryPipeline().type,
    ]

    /// The same plan with what was found; the plan itself where nothing can be.
    func widened(_ planned: Reconciler.Planned) async -> Reconciler.Planned {
        let unmatched = Set(planned.plan.unmatched)
        let open = planned.plan.changes.filter { change in
            change.action == .create && unmatched.contains(change.address) && !Self.beyond.contains(change.type)
        }
        let wanted = Dictionary(grouping: open.map(\.address), by: \.scope)
        let environments = manifests.environments.filter { wanted[$0.name] != nil }
        guard !environments.isEmpty else { return planned }
        var basis = planned.basis
        var found: [ObservedResource] = []
        var warnings: [Diagnostic] = []
        for environment in environments {
            let place = manifests.location(of: environment.key)
            do throws(RunError) {
                guard let matched = try await search(environment, basis.installation, &warnings) else { continue }
                for address in (wanted[environment.name] ?? []).sorted() {
                    note(address, matched, &basis, &found)
                }
            } catch {
                // An error is never taken for absence: nothing is made beside what may be there.
                refuse(wanted[environment.name] ?? [], error, at: place, &basis)
            }
        }
        return await plan(basis, found, warnings)
    }

    /// What is there of an environment; nil where nothing is.
    private func search(
        _ environment: Environment, _ installation: String, _ warnings: inout [Diagnostic]
    ) async throws(RunError) -> Matched? {
        let request = DiscoveryRequest(environment, in: manifests, installation: installation)
        let read = try await RegionReader(provider: provider).read(request)
        let discovery = Discovery(
            request, read.state, stacks: read.stacks, launchConfigurations: read.launchConfigurations)
        let matched: Matched
        do throws(DiscoveryError) {
            matched = try discovery.match(environment)
        } catch  where error.code == .notFound {
            return nil
        } catch {
            throw RunError(.usage, error.message)
        }
        let place = manifests.location(of: environment.key)
        warnings += (read.remarks + matched.remarks).map {
            Diagnostic(.warning, "what is to be taken over was looked for in part only: \($0)", at: place)
        }
        return matched
    }

    private func note(
        _ address: ResourceAddress, _ matched: Matched, _ basis: inout PlanBasis, _ found: inout [ObservedResource]
    ) {
        if let resource = matched.resources[address], resource.tags[OwnershipTag.installation] == nil {
            basis.found[address] = resource.identifier
            found.append(resource)
        } else if let doubt = matched.doubt(of: address) {
            let isFirst = !basis.refused.values.joined().contains { $0.address == doubt.about }
            let ids = doubt.among.joined(separator: " and ")
            let message =
                "\(ids) could all be \(doubt.about), so none is taken over; rename or remove what is not needed, or give "
                + "the `identifier` of the right one under `overrides`"
            let location = basis.declarations.first { $0.address == address }?.location
            basis.refused[address] =
                isFirst ? [Diagnostic(.error, message, at: location, address: doubt.about)] : []
        }
    }

    private func refuse(
        _ addresses: [ResourceAddress], _ error: RunError, at place: SourceLocation?, _ basis: inout PlanBasis
    ) {
        let message = "it cannot be told what is to be taken over, so nothing is made in its place: \(error.message)"
        for (index, address) in addresses.sorted().enumerated() {
            basis.refused[address] = index == 0 ? [Diagnostic(.error, message, at: place, address: address)] : []
        }
    }

    /// Plans from a look of its own, with what was found as it was read in detail.
    private func plan(
        _ basis: PlanBasis, _ found: [ObservedResource], _ warnings: [Diagnostic]
    ) async -> Reconciler.Planned {
        var state = await Observer(provider).observe(basis)
        for resource in found where state.failures[resource.type] == nil {
            state.resources[resource.type, default: []].removeAll { $0.identifier == resource.identifier }
            state.resources[resource.type, default: []].append(resource)
        }
        var planned = reconciler.plan(basis, state)
        planned.plan.diagnostics += warnings
        return planned
    }
}
