import AWSResources
import Model

struct LoadBalancerSample: KindSample {
    let kind = LoadBalancer()
    let createAction = "CreateLoadBalancer"

    func attributes(on bench: Bench) async throws -> LoadBalancer.Attributes {
        let vpc = try await bench.vpc()
        let subnets = try await bench.subnets(3, in: vpc)
        let groups = [
            try await bench.securityGroup("first", in: vpc), try await bench.securityGroup("second", in: vpc),
        ]
        return LoadBalancer.Attributes(
            loadBalancerName: "contract-lb", subnets: Set(subnets.map(Reference.known)),
            securityGroups: Set(groups.map(Reference.known)), ipAddressType: "ipv4",
            attributes: ["idle_timeout.timeout_seconds": "75", "routing.http2.enabled": "true"])
    }

    var outsideChanges: [OutsideChange<LoadBalancer>] {
        [
            .edit("subnets") { attributes, _ in attributes.subnets.removeFirst() },
            .edit("securityGroups") { attributes, _ in attributes.securityGroups.removeFirst() },
            .edit("ipAddressType") { attributes, _ in attributes.ipAddressType = "dualstack" },
            .edit("attributes") { attributes, _ in attributes.attributes?["idle_timeout.timeout_seconds"] = "4000" },
        ]
    }
}
