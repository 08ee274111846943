import AWSResources
import Model

struct DBSubnetGroupSample: KindSample {
    let kind = DBSubnetGroup()
    let createAction = "CreateDBSubnetGroup"

    func attributes(on bench: Bench) async throws -> DBSubnetGroup.Attributes {
        let subnets = try await bench.subnets(2, in: bench.vpc())
        return DBSubnetGroup.Attributes(
            groupName: "X-dev-db",
            groupDescription: "databases of dev",
            subnets: Set(subnets.map(Reference.known))
        )
    }

    var outsideChanges: [OutsideChange<DBSubnetGroup>] {
        [
            .edit("groupDescription") { attributes, _ in attributes.groupDescription = "somebody's" },
            .edit("subnets") { attributes, bench in
                let subnets = try await bench.subnets(2, in: bench.vpc())
                attributes.subnets = Set(subnets.map(Reference.known))
            },
        ]
    }
}
