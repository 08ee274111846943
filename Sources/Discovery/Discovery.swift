import AWSResources
import Engine
import Manifests
import Model

/// The inverse of the blueprints: from what AWS holds of an environment to the manifests that describe it.
///
/// Pure: the same observations give the same manifests. Whoever asks AWS asks for what is of interest, again and again
/// until nothing is added, and then for the description.
public struct Discovery: Sendable {
    private let search: EnvironmentSearch

    /// - Parameter stacks: what CloudFormation stacks hold; others than the environment's are left aside.
    public init(
        _ request: DiscoveryRequest, _ state: ObservedState, stacks: [StackResource],
        launchConfigurations: [LaunchConfiguration] = []
    ) {
        search = EnvironmentSearch(request, state, stacks: stacks, launchConfigurations: launchConfigurations)
    }

    /// What has to be read in detail.
    public var interest: Interest { search.interest() }

    /// The manifests with all that differs from their blueprints, and what none of them expresses.
    public func describe(kinds: [ResourceType: KindDescription]) throws(DiscoveryError) -> Discovered {
        let (request, region) = (search.request, search.region)
        let vpc = try search.vpc()
        guard let cluster = search.cluster() else {
            throw DiscoveryError(
                .notFound,
                "\(vpc.identifier) is there, but no ECS cluster \(request.fullName), nor one of a stack of "
                    + "\(request.environment); an Environment has one")
        }
        var found = Findings(environment: try environment(vpc, cluster))
        try NetworkSearch(request, region, vpc).run(&found)
        gather(vpc, &found)
        LeftoverSearch(search: search, vpc: vpc.identifier).run(&found)
        let manifests = Deviations(found, region, kinds: kinds).manifests()
        let doubts = found.doubts.sorted { $0.key < $1.key }.map { address, identifiers in
            "\(identifiers.joined(separator: " and ")) could all be \(address), so none is taken over: name the right one "
                + "as its `identifier` under overrides"
        }
        return Discovered(
            environment: request.environment, manifests: manifests,
            // What is only read is nobody's to take.
            resources: found.assigned.filter { kinds[$0.value.type]?.traits.isOnlyRead != true },
            leftovers: found.leftovers, remarks: PlainSecrets.remarks(on: manifests) + doubts)
    }

    /// Which resource is which of the declared environment's, and what cannot be told.
    ///
    /// What is not there yet has no part in it: a network without a cluster is matched as far as it goes.
    public func match(_ environment: Environment) throws(DiscoveryError) -> Matched {
        let vpc = try search.vpc()
        var found = Findings(environment: environment)
        var remarks: [String] = []
        do throws(DiscoveryError) {
            try NetworkSearch(search.request, search.region, vpc).run(&found)
        } catch {
            remarks.append(error.message)
        }
        gather(vpc, &found)
        return Matched(resources: found.assigned, doubts: found.doubts, remarks: remarks)
    }

    /// Everything but the network.
    private func gather(_ vpc: Observed<VPC.Attributes>, _ found: inout Findings) {
        let (request, region) = (search.request, search.region)
        if let cluster = search.cluster() {
            found.assign(region.resource(Cluster().type, cluster.identifier), request.environment, "Cluster")
        }
        let several = search.doubtfulClusters()
        if !several.isEmpty { found.doubt(request.environment, "Cluster", among: several) }
        let hosts = HostSearch(search: search)
        hosts.run(&found)
        SharedGroupSearch(
            request: request, region: region, vpc: vpc.identifier, services: search.services(),
            hostGroups: hosts.securityGroups
        ).run(&found)
        JumpBoxSearch(search: search, vpc: vpc.identifier).run(&found)
        ServiceSearch(search: search, vpc: vpc.identifier).run(&found)
        StoreSearch(request: request, region: region).run(&found)
        UsesSearch(region: region).run(&found)
        RepositorySearch(request: request, region: region).run(&found)
    }

    private func environment(
        _ vpc: Observed<VPC.Attributes>, _ cluster: Observed<Cluster.Attributes>
    ) throws(DiscoveryError) -> Environment {
        let request = search.request
        func tag(_ name: String, _ given: String?, _ option: String) throws(DiscoveryError) -> String {
            if let value = given ?? vpc.tags[name] ?? cluster.tags[name], !value.isEmpty { return value }
            throw DiscoveryError(
                .incomplete, "neither the VPC \(vpc.identifier) nor the cluster has the tag \(name): give \(option)")
        }
        var environment = Environment(
            name: request.environment, prefix: request.prefix, region: request.region, account: request.account,
            contactEmail: try tag("ContactEmail", request.contactEmail, "--contact-email"),
            costCode: try tag("CostCode", request.costCode, "--cost-code"))
        environment.roleArn = request.roleARN
        environment.cluster.containerInsights = cluster.attributes.containerInsights != "disabled"
        environment.adopt = true
        return environment
    }
}

/// What was found for manifests that are there already.
public struct Matched: Sendable {
    /// Which resource of AWS is which of the manifests'.
    public var resources: [ResourceAddress: ObservedResource]
    /// What several resources could be, with their identifiers: by address, or by what several addresses begin with.
    public var doubts: [ResourceAddress: [String]]
    /// What could not be looked through, and why.
    public var remarks: [String]

    /// The resources among which it cannot be told which one an address is.
    public func doubt(of address: ResourceAddress) -> (about: ResourceAddress, among: [String])? {
        doubts.sorted { $0.key < $1.key }
            .first { address == $0.key || address.path.hasPrefix($0.key.path + "/") }
            .map { ($0.key, $0.value) }
    }
}

/// What was found of an environment.
public struct Discovered: Sendable {
    public var environment: String
    public var manifests: ManifestSet
    /// Which resource of AWS is which of the manifests'.
    public var resources: [ResourceAddress: ObservedResource]
    /// What no manifest expresses, by type and identifier.
    public var leftovers: [Leftover]
    /// What a person should know before the manifests are committed.
    public var remarks: [String]
}
