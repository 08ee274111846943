import Manifests
import Model

/// Where the service of a node or an extra runs.
public struct ServiceLocation: Sendable {
    public var scope: AccountScope
    public var cluster: String
    public var service: String
    public var container: String
    /// Of the service, which has another name where it was taken over under one.
    public var address: ResourceAddress
}

extension ManifestSet {
    /// Where the service of `environment/node` or `environment/node/extra` runs; nil when there is no such manifest.
    public func serviceLocation(_ path: String) -> ServiceLocation? {
        let names = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard (2...3).contains(names.count), let environment = environment(named: names[0]),
            let node = nodes(in: environment.name).first(where: { $0.name == names[1] })
        else { return nil }
        let parts: ServiceParts
        let manifest: any OverridableManifest
        if names.count == 3 {
            guard let extra = extras(of: node).first(where: { $0.name == names[2] }) else { return nil }
            (parts, manifest) = (extra.parts(in: environment, of: node), extra)
        } else {
            (parts, manifest) = (node.parts(in: environment), node)
        }
        return ServiceLocation(
            scope: environment.scope, cluster: environment.overridden("Cluster", "clusterName") ?? environment.fullName,
            service: manifest.overridden("Service", "serviceName") ?? parts.name,
            container: parts.containerName, address: parts.service)
    }
}

extension Node {
    func parts(in environment: Environment) -> ServiceParts {
        ServiceParts(
            environment: environment, node: self, address: address, suffix: name, image: image, settings: service,
            configuration: config)
    }
}
