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

    var outsideChanges: [OutsideChange<CacheSubnetGroup>] { [] }

    let unshownClauses: [ContractClause: String] = [
        .deleteTwiceSucceeds: "moto has no DeleteCacheSubnetGroup: it answers 500"
    ]
    let unshownFields = [
        "groupDescription": "moto has no ModifyCacheSubnetGroup: it answers 500",
        "subnets": "moto has no ModifyCacheSubnetGroup: it answers 500",
    ]
}
