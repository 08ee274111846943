import AWSClient
import AWSResources
import Model

struct SecurityGroupSample: KindSample {
    let kind = SecurityGroup()
    let createAction = "CreateSecurityGroup"

    func attributes(on bench: Bench) async throws -> SecurityGroup.Attributes {
        let vpc = try await bench.vpc()
        return SecurityGroup.Attributes(
            vpc: .known(vpc),
            groupName: "x-dev-db",
            groupDescription: "the database",
            ingress: [
                SecurityRule(
                    fromPort: 3306,
                    toPort: 3306,
                    source: .group(.known(try await bench.securityGroup("application", in: vpc))),
                    description: "application"
                ),
                SecurityRule(fromPort: 443, toPort: 443, source: .cidr("10.0.0.0/8"), description: "office"),
                SecurityRule(protocol: "-1", source: .group(.id(bench.address(kind)))),
            ],
            egress: [SecurityRule(protocol: "6", fromPort: 443, toPort: 443, source: .cidr("10.1.2.3/8"))]
        )
    }

    var outsideChanges: [OutsideChange<SecurityGroup>] {
        [
            .edit("ingress") { attributes, _ in
                attributes.ingress.insert(SecurityRule(fromPort: 22, toPort: 22, source: .cidr("0.0.0.0/0")))
            },
            .edit("ingress") { attributes, _ in attributes.ingress.removeAll() },
            .edit("ingress") { attributes, _ in
                attributes.ingress = Set(
                    attributes.ingress.map { rule in
                        guard case .cidr = rule.source else { return rule }
                        var renamed = rule
                        renamed.description = "somebody's note"
                        return renamed
                    }
                )
            },
            .edit("egress") { attributes, _ in attributes.egress = [.everything] },
            .call("ingress") { bench, observed in
                let range = Permission.Range(cidrIp: "192.0.2.0/24")
                let permission = Permission(ipProtocol: "udp", fromPort: 53, toPort: 53, ipRanges: [range])
                _ = try await bench.client.send(
                    Authorize(groupId: observed.identifier, ipPermissions: [permission])
                )
            },
        ]
    }

    private struct Authorize: AWSRequest {
        static let action: AWSAction = "ec2:AuthorizeSecurityGroupIngress"
        var groupId: String
        var ipPermissions: [Permission]
        typealias Response = EmptyResponse
    }

    private struct Permission: Codable, Sendable {
        var ipProtocol: String
        var fromPort: Int
        var toPort: Int
        var ipRanges: [Range]
        struct Range: Codable, Sendable { var cidrIp: String }
    }
}
