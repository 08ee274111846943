import AWSResources
import Engine
import Manifests
import Model

/// Walks from the VPC and the cluster of an environment to everything that belongs to it.
///
/// By natural name first; where CloudFormation made up the name, by the stack, by a description, or through a neighbour
/// that is known: a service's target group, its load balancer, its task definition's roles and log group.
struct EnvironmentSearch {
    let request: DiscoveryRequest
    let region: RegionView

    init(
        _ request: DiscoveryRequest, _ state: ObservedState, stacks: [StackResource],
        launchConfigurations: [LaunchConfiguration]
    ) {
        self.request = request
        region = RegionView(
            state: state, stacks: stacks.filter { request.isOwnStack($0.stack) },
            launchConfigurations: launchConfigurations)
    }

    /// The VPC with the environment's name, else the one of its network stack, else the one in which its services run.
    func vpc() throws(DiscoveryError) -> Observed<VPC.Attributes> {
        let all = region.all(VPC())
        let name = "\(request.fullName)-vpc"
        let named = all.filter { $0.tags["Name"] == name }
        let networks = ["\(request.environment)-network", "\(request.fullName)-network"]
        let stacked = Set(region.made(VPC().type, firstIn: networks).map(\.physicalId))
        let places = serviceSubnets()
        let served = Set(region.all(Subnet()).filter { places.contains($0.identifier) }.map(\.attributes.vpc.known))
        for candidates in [
            named, all.filter { stacked.contains($0.identifier) }, all.filter { served.contains($0.identifier) },
        ] where !candidates.isEmpty {
            return try single(candidates, name)
        }
        throw DiscoveryError(
            .notFound,
            "there is no environment \(request.environment) with the prefix \"\(request.prefix)\" in "
                + "\(request.region) of account \(request.account): no VPC is named \(name), no stack of the environment "
                + "made one, and no service runs in a cluster of it; correct --environment, --prefix or --region")
    }

    private func single(
        _ candidates: [Observed<VPC.Attributes>], _ name: String
    ) throws(DiscoveryError) -> Observed<VPC.Attributes> {
        guard let vpc = candidates.first, candidates.count == 1 else {
            let ids = candidates.map(\.identifier).joined(separator: " and ")
            throw DiscoveryError(
                .ambiguous,
                "\(ids) could all be \(name), so it cannot be told which is meant; rename or remove what is not needed")
        }
        if let installation = vpc.tags[OwnershipTag.installation], installation != request.installation {
            throw DiscoveryError(
                .owned,
                "\(vpc.identifier) belongs to the Plumbline installation \(installation) already, as "
                    + "\(vpc.tags[OwnershipTag.address] ?? "something of it"); its manifests are there")
        }
        return vpc
    }

    /// The cluster with the environment's name, else the only one of its stacks.
    func cluster() -> Observed<Cluster.Attributes>? {
        let all = region.all(Cluster())
        if let named = all.first(where: { $0.attributes.clusterName == request.fullName }) { return named }
        let made = Set(region.made(Cluster().type, firstIn: clusterStacks).map { $0.physicalId.lastComponent })
        let stacked = all.filter { made.contains($0.attributes.clusterName) }
        return stacked.count == 1 ? stacked[0] : nil
    }

    /// Clusters of the environment's stacks, where several are, so that none can be told to be it.
    func doubtfulClusters() -> [String] {
        guard cluster() == nil else { return [] }
        let made = Set(
            region.made(Cluster().type, firstIn: clusterStacks).map { $0.physicalId.lastComponent })
        return region.all(Cluster()).filter { made.contains($0.attributes.clusterName) }.map(\.identifier)
    }

    private var clusterStacks: [String] { ["\(request.environment)-cluster", "\(request.fullName)-cluster"] }

    /// The services of the environment's cluster, by name.
    func services() -> [Observed<Service.Attributes>] {
        guard let cluster = cluster()?.attributes.clusterName else { return [] }
        return region.all(Service()).filter { $0.attributes.cluster.known == cluster }
            .sorted { $0.attributes.serviceName < $1.attributes.serviceName }
    }

    private func serviceSubnets() -> Set<String> {
        services().reduce(into: []) { $0.formUnion($1.attributes.subnets.known) }
    }
}

extension String {
    /// What follows the last slash.
    var lastComponent: String { split(separator: "/").last.map(String.init) ?? self }
}
