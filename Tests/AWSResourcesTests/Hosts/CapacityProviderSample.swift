import Model

@testable import AWSResources

struct CapacityProviderSample: KindSample {
    let kind = CapacityProvider()
    let createAction = "CreateCapacityProvider"

    func attributes(on bench: Bench) async throws -> CapacityProvider.Attributes {
        try await Self.attributes(on: bench)
    }

    static func attributes(on bench: Bench) async throws -> CapacityProvider.Attributes {
        let group = try await bench.create(AutoScalingGroup(), try await AutoScalingGroupSample.attributes(on: bench))
        _ = try await bench.client.send(
            CreateCluster(clusterName: "x-dev", capacityProviders: ["FARGATE"], tags: []))
        return .init(
            providerName: "x-dev-ec2", cluster: "x-dev",
            autoScalingGroup: .known(try bench.found(group.outputs[.arn], "the group's ARN")), targetCapacity: 90)
    }

    let outsideChanges: [OutsideChange<CapacityProvider>] = [
        .call("cluster") { bench, _ in
            _ = try await bench.client.send(
                PutClusterCapacityProviders(
                    cluster: "x-dev", capacityProviders: ["FARGATE"], defaultCapacityProviderStrategy: []))
        },
        .edit("managedScaling") { attributes, _ in attributes.managedScaling = false },
        .edit("targetCapacity") { attributes, _ in attributes.targetCapacity = 50 },
        .edit("managedTerminationProtection") { attributes, _ in attributes.managedTerminationProtection = false },
    ]
}
