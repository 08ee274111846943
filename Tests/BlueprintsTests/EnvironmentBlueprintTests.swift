import AWSResources
import Manifests
import Model
import Testing

@testable import Blueprints

@Suite("An environment's blueprint")
struct EnvironmentBlueprintTests {
    private let declared = Declared(ManifestSet(environments: [Examples.environment()]))

    @Test("declares the seed's network, cluster and groups under the seed's names")
    func names() {
        let expected: [ResourceAddress: String] = [
            "dev/VPC": "x-dev-vpc",
            "dev/InternetGateway": "x-dev-gw",
            "dev/PublicSubnet1": "x-dev Public Subnet (AZ1)",
            "dev/PublicSubnet2": "x-dev Public Subnet (AZ2)",
            "dev/PrivateSubnet1": "x-dev Private Subnet (AZ1)",
            "dev/PrivateSubnet2": "x-dev Private Subnet (AZ2)",
            "dev/NatElasticIP1": "x-dev NatGateway1",
            "dev/NatElasticIP2": "x-dev NatGateway2",
            "dev/NatGateway1": "x-dev NAT 1",
            "dev/NatGateway2": "x-dev NAT 2",
            "dev/PublicRouteTable": "x-dev Public Routes",
            "dev/PrivateRouteTable1": "x-dev Private Routes (AZ1)",
            "dev/PrivateRouteTable2": "x-dev Private Routes (AZ2)",
            "dev/ApplicationSecurityGroup": "x-dev-application",
            "dev/DatabaseSecurityGroup": "x-dev-db",
            "dev/CacheSecurityGroup": "x-dev-cache",
            "dev/DBSubnetGroup": "x-dev-db",
            "dev/CacheSubnetGroup": "x-dev-cache",
            "dev/Cluster": "x-dev",
        ]
        #expect(declared.byAddress.mapValues(\.name) == expected.mapValues { Optional($0) })
    }

    @Test("cuts the VPC as the seed does")
    func ranges() {
        #expect(declared.value("dev/VPC", "cidrBlock") == "10.192.0.0/16")
        #expect(declared.value("dev/PublicSubnet1", "cidrBlock") == "10.192.10.0/24")
        #expect(declared.value("dev/PublicSubnet2", "cidrBlock") == "10.192.11.0/24")
        #expect(declared.value("dev/PrivateSubnet1", "cidrBlock") == "10.192.20.0/24")
        #expect(declared.value("dev/PrivateSubnet2", "cidrBlock") == "10.192.21.0/24")
        #expect(declared.value("dev/PublicSubnet1", "mapPublicIpOnLaunch") == true)
        #expect(declared.value("dev/PrivateSubnet1", "mapPublicIpOnLaunch") == false)
        #expect(declared.value("dev/VPC", "enableDnsSupport") == true)
        #expect(declared.value("dev/VPC", "enableDnsHostnames") == true)
    }

    @Test("sends private subnets through the NAT gateway of their zone, of the only zone, or nowhere")
    func natGateways() {
        func routes(_ mode: Environment.Network.NATGateways) -> (Int, [Set<ResourceAddress>]) {
            let declared = Declared(
                ManifestSet(environments: [Examples.environment { $0.network.natGateways = mode }]))
            let gateways = declared.addresses.count { $0.contains("NatGateway") }
            let targets = ["dev/PrivateRouteTable1", "dev/PrivateRouteTable2"].map { table in
                Set(declared.value(ResourceAddress(table), "routes")?.addresses ?? [])
            }
            return (gateways, targets)
        }
        #expect(routes(.perZone) == (2, [["dev/NatGateway1"], ["dev/NatGateway2"]]))
        #expect(routes(.single) == (1, [["dev/NatGateway1"], ["dev/NatGateway1"]]))
        #expect(routes(.none) == (0, [[], []]))
    }

    @Test("a NAT gateway waits until its subnet reaches the internet")
    func natOrder() throws {
        let needs = try #require(declared["dev/NatGateway1"]).dependencies
        #expect(needs.contains("dev/PublicRouteTable"))
        #expect(needs.contains("dev/InternetGateway"))
        #expect(needs.contains("dev/NatElasticIP1"))
    }

    @Test("tags everything with environment, contact, cost code and name")
    func tags() {
        for declaration in declared.byAddress.values {
            #expect(declaration.tags["Environment"] == "dev")
            #expect(declaration.tags["ContactEmail"] == "ops@example.com")
            #expect(declaration.tags["CostCode"] == "0042")
            #expect(declaration.tags["Name"] == declaration.name)
        }
    }
}
