import AWSResources

struct ClusterSample: KindSample {
    let kind = Cluster()
    let createAction = "CreateCluster"

    func attributes(on bench: Bench) async throws -> Cluster.Attributes {
        Cluster.Attributes(
            clusterName: "x-dev",
            containerInsights: "enabled",
            capacityProviders: ["FARGATE", "FARGATE_SPOT"]
        )
    }

    let outsideChanges: [OutsideChange<Cluster>] = [
        .edit("containerInsights") { attributes, _ in attributes.containerInsights = "disabled" },
        .edit("capacityProviders") { attributes, _ in attributes.capacityProviders = ["FARGATE"] },
    ]
}
