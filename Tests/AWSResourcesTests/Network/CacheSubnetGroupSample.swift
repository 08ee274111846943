import AWSResources
import Model

struct CacheSubnetGroupSample: KindSample {
    let kind = CacheSubnetGroup()
    let createAction = "CreateCacheSubnetGroup"

    func attributes(on bench: Bench) async throws -> CacheSubnetGroup.Attributes {
        let subnets = try await bench.subnets(2, in: bench.vpc())
        return CacheSubnetGroup.Attributes(
            groupName: "X-dev-cache",
            groupDescription: "caches of dev",
            subnets: Set(subnets.map(Reference.known))
        )
    }

    var outsideChanges: [OutsideChange<CacheSubnetGroup>] {
        [
            .edit("groupDescription") { attributes, _ in attributes.groupDescription = "somebody's" },
            .edit("subnets") { attributes, bench in
                let subnets = try await bench.subnets(2, in: bench.vpc())
                attributes.subnets = Set(subnets.map(Reference.known))
            },
        ]
    }
}
