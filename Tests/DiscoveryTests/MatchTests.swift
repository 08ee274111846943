import AWSResources
import Blueprints
import Manifests
import Model
import Testing

@testable import Discovery

/// What hand-written manifests are given of a region whose names CloudFormation made up.
@Suite("The match of manifests with what is there")
struct MatchTests {
    private static func manifests(second: String? = "shop") -> ManifestSet {
        let others = second.map { [Samples.node($0) { $0.service.containerName = "web" }] } ?? []
        return ManifestSet(
            environments: [Samples.environment()], nodes: [Samples.node()] + others, extras: [Samples.extra()])
    }

    /// A region of these manifests in which nothing but task families and descriptions tells what is what.
    private static func region(_ set: ManifestSet = manifests()) -> FabricatedRegion {
        var region = FabricatedRegion(set)
        region.change(LoadBalancer()) { $0.attributes.loadBalancerName = "dev-LoadB-\($0.attributes.loadBalancerName)" }
        region.change(TargetGroup()) { $0.attributes.targetGroupName = "dev-Targe-\($0.attributes.targetGroupName)" }
        region.change(SecurityGroup()) { $0.attributes.groupName = "dev-network-\($0.identifier)-1ABC" }
        region.change(Service()) { $0.attributes.serviceName = "dev-Service-\($0.attributes.serviceName)" }
        return region
    }

    private static func match(_ region: FabricatedRegion, _ set: ManifestSet = manifests()) throws -> Matched {
        let request = DiscoveryRequest(set.environments[0], in: set, installation: "config")
        let discovery = Discovery(request, region.state, stacks: [])
        return try discovery.match(set.environments[0])
    }

    @Test("finds everything that has another name under the addresses that the manifests declare")
    func everything() throws {
        let region = Self.region()
        let matched = try Self.match(region)
        #expect(matched.doubts == [:])
        #expect(matched.remarks == [])
        let declared = Blueprints.declarations(for: Self.manifests()).values.flatMap(\.self)
        for declaration in declared where declaration.type != Parameter().type {
            // The fabricated identifiers are made of the addresses.
            let plain = declaration.address.path.replacing("/", with: "-")
            let found = matched.resources[declaration.address]
            #expect(found != nil, "\(declaration.address)")
            if let found, found.identifier.contains("dev-acme") || found.identifier.contains("dev-shop") {
                #expect(found.identifier.contains(plain) || found.name == declaration.name, "\(declaration.address)")
            }
        }
    }

    @Test("calls services as the manifests do, and never one by the name of another")
    func declaredNames() throws {
        // The team calls the second node otherwise than its family does: it is none that is there.
        let matched = try Self.match(Self.region(), Self.manifests(second: "store"))
        #expect(matched.resources["dev/acme/Service"]?.identifier.contains("dev-acme-Service") == true)
        #expect(matched.resources["dev/store/Service"] == nil)
    }

    @Test("two services that bear the name of one node are both named, and none is taken")
    func twoServices() throws {
        var region = Self.region()
        region.change(TaskDefinition()) { task in
            if task.attributes.family == "dev-shop" { task.attributes.family = "x-dev-acme" }
        }
        region.change(Service()) { service in
            if service.attributes.taskDefinition.known.contains("dev-shop") {
                service.attributes.taskDefinition = .known(
                    "arn:aws:ecs:ap-southeast-1:123456789012:task-definition/x-dev-acme:1")
            }
        }
        let matched = try Self.match(region, Self.manifests(second: nil))
        let doubt = try #require(matched.doubt(of: "dev/acme/TargetGroup"))
        #expect(doubt.about == "dev/acme" && doubt.among.count == 2)
        #expect(matched.resources["dev/acme/Service"] == nil)
    }

    @Test("a service that has a node's own name is that node, whoever else bears the name")
    func natural() {
        let names = DeclaredNames(
            ["acme", "shop"],
            [
                .init(identifier: "1", naturalName: "acme", couldBe: ["acme", "shop"]),
                .init(identifier: "2", naturalName: nil, couldBe: ["acme"]),
                .init(identifier: "3", naturalName: nil, couldBe: ["shop"]),
            ])
        #expect(names.names == ["1": "acme", "3": "shop"])
        #expect(names.doubts == [:])
    }

    @Test("two groups of one description are both named")
    func twoGroups() throws {
        let set = ManifestSet(environments: [Samples.environment()])
        var region = FabricatedRegion(set)
        region.change(SecurityGroup()) { group in
            group.attributes.groupName = "dev-network-\(group.identifier)-1ABC"
            if group.attributes.groupDescription.hasPrefix("Caches") {
                group.attributes.groupDescription = "Database replicas"
            }
            group.tags["Name"] = nil
        }
        let matched = try Self.match(region, set)
        let doubt = try #require(matched.doubt(of: "dev/DatabaseSecurityGroup"))
        #expect(doubt.among == ["sg-dev-CacheSecurityGroup", "sg-dev-DatabaseSecurityGroup"])
        #expect(matched.resources["dev/ApplicationSecurityGroup"] != nil)
    }

    @Test("goes on in an environment that is this installation's in part, and not in another's")
    func half() throws {
        var region = Self.region()
        region.change(VPC()) { $0.tags[OwnershipTag.installation] = "config" }
        #expect(try Self.match(region).resources["dev/acme/LoadBalancer"] != nil)
        region.change(VPC()) { $0.tags[OwnershipTag.installation] = "other" }
        #expect(throws: DiscoveryError.self) { try Self.match(region) }
    }
}
