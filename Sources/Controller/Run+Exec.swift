import AWSResources
import Blueprints
import Manifests
import Model

/// Where a command is to be run.
public struct CommandPlace: Sendable {
    public var region: String
    /// Set when the environment is reached through a role: the command has to be sent with that role, too.
    public var roleARN: String?
    public var target: CommandTarget
}

extension Run {
    /// Finds a running task of a node or an extra that takes commands; changes nothing.
    /// - Parameter path: `environment/node` or `environment/node/extra`.
    public func commandPlace(
        _ path: String, in manifests: ManifestSet, _ loaded: LoadedRevision
    ) async throws(RunError) -> CommandPlace {
        guard let location = manifests.serviceLocation(path) else {
            let known =
                manifests.nodes.map { "\($0.environment)/\($0.name)" }
                + manifests.extras.map { "\($0.environment)/\($0.node)/\($0.name)" }
            throw RunError(
                .usage,
                "there is no node or extra \(path); the manifests have \(known.sorted().joined(separator: ", "))")
        }
        let connections = try AccountConnections(
            settings, region: location.scope.region, installation: loaded.installation)
        let result = await find(location, path, connections)
        await connections.close()
        switch result {
        case .success(let target):
            return CommandPlace(region: location.scope.region, roleARN: location.scope.roleARN, target: target)
        case .failure(let error): throw RunError(.aws, "\(path): \(error.message)")
        }
    }

    private func find(
        _ location: ServiceLocation, _ path: String, _ connections: AccountConnections
    ) async -> Result<CommandTarget, ResourceError> {
        do throws(ResourceError) {
            let provider = try await connections.provider(for: location.scope, of: [path])
            let place = try await place(of: location, connections.installation, provider)
            return .success(
                try await provider.commandTarget(
                    cluster: place.cluster, service: place.service, container: location.container))
        } catch {
            return .failure(error)
        }
    }

    /// The names of the service and its cluster in AWS: the natural ones, unless it was taken over under others.
    private func place(
        of location: ServiceLocation, _ installation: String, _ provider: AWSResourceProvider
    ) async throws(ResourceError) -> (cluster: String, service: String) {
        let scope = ObservationScope(declaredNames: [location.service], installation: installation)
        let service = try await provider.observe(Service().type, scope).first {
            $0.tags[OwnershipTag.installation] == installation
                && $0.tags[OwnershipTag.address] == location.address.path
        }
        guard let service, let cluster = service.outputs["cluster"], let name = service.outputs["name"] else {
            return (location.cluster, location.service)
        }
        return (cluster, name)
    }
}
