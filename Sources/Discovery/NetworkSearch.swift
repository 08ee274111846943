import AWSResources
import Manifests
import Model

/// Describes the network of an environment: its subnets by zone, its ways out, its groups.
struct NetworkSearch {
    let request: DiscoveryRequest
    let region: RegionView
    let vpc: Observed<VPC.Attributes>
    private let subnets: [Observed<Subnet.Attributes>]
    private let tables: [Observed<RouteTable.Attributes>]

    init(_ request: DiscoveryRequest, _ region: RegionView, _ vpc: Observed<VPC.Attributes>) {
        (self.request, self.region, self.vpc) = (request, region, vpc)
        subnets = region.all(Subnet()).filter { $0.attributes.vpc.known == vpc.identifier }
        tables = region.all(RouteTable()).filter { $0.attributes.vpc.known == vpc.identifier }
    }

    func run(_ found: inout Findings) throws(DiscoveryError) {
        let base = request.environment
        found.assign(region.resource(VPC().type, vpc.identifier), base, "VPC")
        guard let block = CIDRBlock(vpc.attributes.cidrBlock) else {
            throw DiscoveryError(.unfit, "\(vpc.identifier) has no IPv4 network that an Environment could have")
        }
        found.environment.network.cidr = block
        let gateway = region.all(InternetGateway()).first { $0.attributes.vpc?.known == vpc.identifier }
        found.assign(
            gateway.flatMap { region.resource(InternetGateway().type, $0.identifier) }, base, "InternetGateway")
        let (open, closed) = try sides()
        addSubnets(open, closed, &found)
        addGateways(open, &found)
        addRouteTables(open, closed, &found)
    }

    // MARK: Subnets

    private typealias Side = [Observed<Subnet.Attributes>]

    /// Public and private subnets in the order of their zones, as many of the one as of the other.
    private func sides() throws(DiscoveryError) -> (open: Side, closed: Side) {
        let open = subnets.filter(isPublic).sorted(by: precedes)
        let closed = subnets.filter { !isPublic($0) }.sorted(by: precedes)
        let zones = min(open.count, closed.count, 6)
        guard zones >= 2 else {
            throw DiscoveryError(
                .unfit,
                "\(vpc.identifier) has \(counted(open.count, "public subnet")) and "
                    + "\(counted(closed.count, "private subnet")); an Environment has two of each at least")
        }
        return (Array(open.prefix(zones)), Array(closed.prefix(zones)))
    }

    /// A subnet is public when its route table leads to the internet gateway, or what starts in it gets an address.
    private func isPublic(_ subnet: Observed<Subnet.Attributes>) -> Bool {
        if let table = table(of: subnet) { return table.attributes.leadsOutDirectly }
        return subnet.attributes.mapPublicIpOnLaunch == true
    }

    private func table(of subnet: Observed<Subnet.Attributes>) -> Observed<RouteTable.Attributes>? {
        tables.first { $0.attributes.subnets.known.contains(subnet.identifier) }
    }

    /// The seed's own number, `(AZ1)`, else the zone; then the addresses.
    private func precedes(_ a: Observed<Subnet.Attributes>, _ b: Observed<Subnet.Attributes>) -> Bool {
        (a.number, a.zone, a.block, a.identifier) < (b.number, b.zone, b.block, b.identifier)
    }

    private func addSubnets(_ open: Side, _ closed: Side, _ found: inout Findings) {
        found.environment.network.zones = open.count
        for (side, noun) in [(open, "PublicSubnet"), (closed, "PrivateSubnet")] {
            for (index, subnet) in side.enumerated() {
                found.assign(
                    region.resource(Subnet().type, subnet.identifier), request.environment, "\(noun)\(index + 1)")
            }
        }
        let network = found.environment.network
        let blocks = { (side: Side) in side.compactMap { CIDRBlock($0.attributes.cidrBlock) } }
        if blocks(open) != network.resolvedPublicSubnets { found.environment.network.publicSubnets = blocks(open) }
        if blocks(closed) != network.resolvedPrivateSubnets {
            found.environment.network.privateSubnets = blocks(closed)
        }
    }

    // MARK: Ways out

    /// One NAT gateway in every zone, or one for all, or none.
    private func addGateways(_ open: Side, _ found: inout Findings) {
        let places = open.map(\.identifier)
        let all = region.all(NatGateway()).filter { places.contains($0.attributes.subnet.known) }
        let byZone = places.map { place in all.first { $0.attributes.subnet.known == place } }
        let numbered: [(Int, Observed<NatGateway.Attributes>)]
        if byZone.allSatisfy({ $0 != nil }) {
            found.environment.network.natGateways = .perZone
            numbered = byZone.enumerated().compactMap { index, gateway in gateway.map { (index + 1, $0) } }
        } else {
            found.environment.network.natGateways = all.isEmpty ? .none : .single
            numbered = all.first.map { [(1, $0)] } ?? []
        }
        for (number, gateway) in numbered {
            let base = request.environment
            found.assign(region.resource(NatGateway().type, gateway.identifier), base, "NatGateway\(number)")
            let address = gateway.attributes.elasticIP?.known ?? ""
            found.assign(region.resource(ElasticIP().type, address), base, "NatElasticIP\(number)")
        }
    }

    private func addRouteTables(_ open: Side, _ closed: Side, _ found: inout Findings) {
        func assign(_ table: Observed<RouteTable.Attributes>?, _ name: String) {
            let resource = table.flatMap { region.resource(RouteTable().type, $0.identifier) }
            found.assign(resource, request.environment, name)
        }
        assign(open.lazy.compactMap(table).first, "PublicRouteTable")
        // One table for several zones is the first zone's; the others have none of their own.
        for (index, subnet) in closed.enumerated() { assign(table(of: subnet), "PrivateRouteTable\(index + 1)") }
    }
}

extension RouteTable.Attributes {
    fileprivate var leadsOutDirectly: Bool {
        routes.contains { route in
            if case .internetGateway = route.target { return route.destination == "0.0.0.0/0" }
            return false
        }
    }
}

extension Observed<Subnet.Attributes> {
    /// The number in a name such as `x-dev Public Subnet (AZ2)`; what has none comes last.
    fileprivate var number: Int {
        guard let name = tags["Name"], let match = name.firstMatch(of: /AZ ?([0-9]+)/) else { return Int.max }
        return Int(match.1) ?? Int.max
    }

    fileprivate var zone: String { outputs["availabilityZone"] ?? "" }
    fileprivate var block: UInt32 { CIDRBlock(attributes.cidrBlock)?.address ?? 0 }
}
