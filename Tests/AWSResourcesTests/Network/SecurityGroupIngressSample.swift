import AWSResources
import Model

struct SecurityGroupIngressSample: KindSample {
    let kind = SecurityGroupIngress()
    let createAction = "AuthorizeSecurityGroupIngress"

    func attributes(on bench: Bench) async throws -> SecurityGroupIngress.Attributes {
        let vpc = try await bench.vpc()
        return SecurityGroupIngress.Attributes(
            group: .known(try await bench.securityGroup("application", in: vpc)),
            fromPort: 4000,
            toPort: 4000,
            source: .known(try await bench.securityGroup("alb", in: vpc)),
            description: "acme's load balancer"
        )
    }

    var outsideChanges: [OutsideChange<SecurityGroupIngress>] {
        [
            .edit("protocol") { attributes, _ in attributes.protocol = "udp" },
            .edit("fromPort") { attributes, _ in attributes.fromPort = 3999 },
            .edit("toPort") { attributes, _ in attributes.toPort = 4001 },
            .edit("description") { attributes, _ in attributes.description = "something else" },
        ]
    }

    let unshownFields = ["source": "moto's ModifySecurityGroupRules keeps the referenced group as it was"]
}
