import AWSResources
import Manifests
import Model

/// The seed's step 1: a network over some availability zones, and an ECS cluster.
enum EnvironmentBlueprint: Blueprint {
    static func declarations(for manifests: ManifestSet) -> [ScopedDeclaration] {
        manifests.environments.flatMap { environment in
            var draft = DeclarationDraft(
                scope: environment.scope, adopt: environment.adopt, retain: environment.deletionPolicy == .retain,
                location: manifests.location(of: environment.key))
            network(environment, &draft)
            routes(environment, &draft)
            securityGroups(environment, &draft)
            subnetGroups(environment, &draft)
            cluster(environment, &draft)
            draft.at(manifests.location(of: environment.key, "cluster.ec2")) { hosts(environment, &$0) }
            jumpBoxes(environment, at: manifests.location(of: environment.key, "jumpBoxes"), &draft)
            return draft.declarations
        }
    }

    private static func network(_ e: Environment, _ draft: inout DeclarationDraft) {
        let name = e.fullName
        draft.add(
            VPC(), e.vpc,
            .init(cidrBlock: "\(e.network.cidr)", enableDnsSupport: true, enableDnsHostnames: true),
            tags: e.tags(name: "\(name)-vpc"))
        draft.add(
            InternetGateway(), e.internetGateway, .init(vpc: .id(e.vpc)), tags: e.tags(name: "\(name)-gw"))
        for zone in e.zoneNumbers {
            draft.add(
                Subnet(), e.publicSubnet(zone),
                .init(
                    vpc: .id(e.vpc), cidrBlock: "\(e.network.resolvedPublicSubnets[zone - 1])", zone: zone - 1,
                    mapPublicIpOnLaunch: true),
                tags: e.tags(name: "\(name) Public Subnet (AZ\(zone))"))
            draft.add(
                Subnet(), e.privateSubnet(zone),
                .init(
                    vpc: .id(e.vpc), cidrBlock: "\(e.network.resolvedPrivateSubnets[zone - 1])", zone: zone - 1,
                    mapPublicIpOnLaunch: false),
                tags: e.tags(name: "\(name) Private Subnet (AZ\(zone))"))
        }
    }

    /// The zones that have a NAT gateway.
    private static func natZones(_ e: Environment) -> [Int] {
        switch e.network.natGateways {
        case .perZone: e.zoneNumbers
        case .single: [1]
        case .none: []
        }
    }

    private static func routes(_ e: Environment, _ draft: inout DeclarationDraft) {
        let name = e.fullName
        let everywhere = "0.0.0.0/0"
        for zone in natZones(e) {
            let address = e.address.appending("NatElasticIP\(zone)")
            draft.add(
                ElasticIP(), address, .init(domain: "vpc"), tags: e.tags(name: "\(name) NatGateway\(zone)"),
                after: [e.internetGateway])
            // A NAT gateway that is made before its subnet reaches the internet fails.
            draft.add(
                NatGateway(), e.address.appending("NatGateway\(zone)"),
                .init(subnet: .id(e.publicSubnet(zone)), elasticIP: .id(address), connectivityType: "public"),
                tags: e.tags(name: "\(name) NAT \(zone)"), after: [e.internetGateway, e.publicRouteTable])
        }
        draft.add(
            RouteTable(), e.publicRouteTable,
            .init(
                vpc: .id(e.vpc),
                routes: [.init(destination: everywhere, target: .internetGateway(.id(e.internetGateway)))],
                subnets: e.publicSubnetIDs),
            tags: e.tags(name: "\(name) Public Routes"))
        for zone in e.zoneNumbers {
            let nat = natZones(e).contains(zone) ? zone : natZones(e).first
            let routes = nat.map { number -> Set<Route> in
                let gateway = e.address.appending("NatGateway\(number)")
                return [.init(destination: everywhere, target: .natGateway(.id(gateway)))]
            }
            draft.add(
                RouteTable(), e.privateRouteTable(zone),
                .init(vpc: .id(e.vpc), routes: routes ?? [], subnets: [.id(e.privateSubnet(zone))]),
                tags: e.tags(name: "\(name) Private Routes (AZ\(zone))"))
        }
    }

    private static func securityGroups(_ e: Environment, _ draft: inout DeclarationDraft) {
        func group(_ suffix: String, _ noun: String, _ description: String, from port: Int?) {
            let ingress = port.map { port -> Set<SecurityRule> in
                [.init(protocol: "tcp", fromPort: port, toPort: port, source: .group(.id(e.applicationGroup)))]
            }
            draft.add(
                SecurityGroup(), e.address.appending("\(noun)SecurityGroup"),
                .init(
                    vpc: .id(e.vpc), groupName: "\(e.fullName)-\(suffix)", groupDescription: description,
                    ingress: ingress ?? [], egress: [.everywhere]),
                tags: e.tags(name: "\(e.fullName)-\(suffix)"))
        }
        group("application", "Application", "Application containers of \(e.fullName)", from: nil)
        group("db", "Database", "Databases of \(e.fullName)", from: e.network.databasePort)
        group("cache", "Cache", "Caches of \(e.fullName)", from: e.network.cachePort)
    }

    private static func subnetGroups(_ e: Environment, _ draft: inout DeclarationDraft) {
        draft.add(
            DBSubnetGroup(), e.address.appending("DBSubnetGroup"),
            .init(
                groupName: "\(e.fullName)-db", groupDescription: "Database subnets of \(e.fullName)",
                subnets: e.privateSubnetIDs),
            tags: e.tags(name: "\(e.fullName)-db"))
        draft.add(
            CacheSubnetGroup(), e.address.appending("CacheSubnetGroup"),
            .init(
                groupName: "\(e.fullName)-cache", groupDescription: "Cache subnets of \(e.fullName)",
                subnets: e.privateSubnetIDs),
            tags: e.tags(name: "\(e.fullName)-cache"))
    }

    private static func cluster(_ e: Environment, _ draft: inout DeclarationDraft) {
        draft.add(
            Cluster(), e.clusterAddress,
            .init(
                clusterName: e.fullName, containerInsights: e.cluster.containerInsights ? "enabled" : "disabled",
                capacityProviders: e.cluster.hasFargate ? ["FARGATE", "FARGATE_SPOT"] : []),
            tags: e.tags(name: e.fullName))
    }
}

extension SecurityRule {
    /// Everything, to everywhere: what AWS gives every new group on the way out.
    static let everywhere = SecurityRule(protocol: "-1", fromPort: nil, toPort: nil, source: .cidr("0.0.0.0/0"))
}
