import AWSClient
import Model
import Testing

@testable import AWSResources

@Suite("What belongs to somebody else in the network")
struct NetworkOwnershipTests {
    @Test("a rule that is a resource of its own is neither shown nor taken away by its group")
    func ruleOfItsOwn() async throws {
        let bench = try await Bench.open()
        let vpc = try await bench.vpc()
        let source = try await bench.securityGroup("alb", in: vpc)
        let kind = SecurityGroup()
        let attributes = SecurityGroup.Attributes(
            vpc: .known(vpc),
            groupName: "application",
            groupDescription: "applications",
            ingress: []
        )
        let group = try await bench.create(kind, attributes)
        let ingress = SecurityGroupIngress()
        let rule = SecurityGroupIngress.Attributes(
            group: .known(group.identifier),
            fromPort: 4000,
            toPort: 4000,
            source: .known(source)
        )
        let made = try await bench.create(ingress, rule)

        let desired = bench.desired(kind, attributes)
        let observed = try bench.found(try await bench.ours(kind, desired).first, "group")
        #expect(observed.attributes.ingress.isEmpty)
        _ = try await kind.update(observed, to: desired, changing: ["ingress", "egress"], through: bench.session)
        let rules = try await bench.ours(ingress, bench.desired(ingress, rule))
        #expect(rules.map(\.identifier) == [made.identifier])
    }

    @Test("a security group of the same name is a conflict that names it")
    func securityGroupConflict() async throws {
        let bench = try await Bench.open()
        let vpc = try await bench.vpc()
        let there = try await bench.securityGroup("x-dev-db", in: vpc)
        let attributes = SecurityGroup.Attributes(
            vpc: .known(vpc),
            groupName: "x-dev-db",
            groupDescription: "the database",
            ingress: []
        )
        let error = await #expect(throws: ResourceError.self) {
            try await bench.create(SecurityGroup(), attributes)
        }
        #expect(error?.code == .conflict)
        #expect(error?.message.contains(there) == true)
        #expect(error?.message.contains("adopt: true") == true)
    }

    @Test("a DB subnet group of the same name is a conflict and is left as it is")
    func subnetGroupConflict() async throws {
        let bench = try await Bench.open()
        let subnets = Set(try await bench.subnets(2, in: bench.vpc()).map(Reference.known))
        let kind = DBSubnetGroup()
        let attributes = DBSubnetGroup.Attributes(groupName: "x-dev-db", groupDescription: "first", subnets: subnets)
        _ = try await bench.create(kind, attributes)
        var other = bench.desired(
            kind,
            DBSubnetGroup.Attributes(groupName: "x-dev-db", groupDescription: "second", subnets: subnets)
        )
        other.tags[OwnershipTag.address] = "test/DBSubnetGroup"
        let desired = other
        let error = await #expect(throws: ResourceError.self) {
            try await kind.create(desired, through: bench.session)
        }
        #expect(error?.code == .conflict)
        let observed = try await bench.observe(kind, desired).first { $0.name == "x-dev-db" }
        #expect(observed?.attributes.groupDescription == "first")
    }

    @Test("a subnet in a zone that the region lacks is refused with the number there are")
    func missingZone() async throws {
        let bench = try await Bench.open()
        let attributes = Subnet.Attributes(
            vpc: .known(try await bench.vpc()),
            cidrBlock: "10.50.1.0/24",
            zone: 9
        )
        let error = await #expect(throws: ResourceError.self) { try await bench.create(Subnet(), attributes) }
        #expect(error?.message.contains("availability zone 10") == true)
        #expect(error?.message.contains("has 3") == true)
    }

    @Test("local, propagated and endpoint routes are not the table's own, a route to a peering is")
    func ownRoutes() {
        let entries = [
            DescribeRouteTables.Entry(
                destinationCidrBlock: "10.0.0.0/16",
                gatewayId: "local",
                origin: "CreateRouteTable"
            ),
            DescribeRouteTables.Entry(
                destinationCidrBlock: "10.9.0.0/16",
                gatewayId: "vgw-1",
                origin: "EnableVgwRoutePropagation"
            ),
            DescribeRouteTables.Entry(destinationPrefixListId: "pl-1", gatewayId: "vpce-1", origin: "CreateRoute"),
            DescribeRouteTables.Entry(
                destinationCidrBlock: "10.8.0.0/16",
                vpcPeeringConnectionId: "pcx-1",
                origin: "CreateRoute"
            ),
            DescribeRouteTables.Entry(destinationCidrBlock: "0.0.0.0/0", natGatewayId: "nat-1", origin: "CreateRoute"),
        ]
        let table = DescribeRouteTables.Item(routes: entries)
        #expect(
            Set(table.ownRoutes) == [
                Route(destination: "10.8.0.0/16", target: .other("pcx-1")),
                Route(destination: "0.0.0.0/0", target: .natGateway("nat-1")),
            ]
        )
    }
}
