import AWSResources
import Model

struct SubnetSample: KindSample {
    let kind = Subnet()
    let createAction = "CreateSubnet"

    func attributes(on bench: Bench) async throws -> Subnet.Attributes {
        Subnet.Attributes(
            vpc: .known(try await bench.vpc("10.60.0.0/16")),
            cidrBlock: "10.60.10.0/24",
            zone: 1,
            mapPublicIpOnLaunch: true
        )
    }

    var outsideChanges: [OutsideChange<Subnet>] {
        [.edit("mapPublicIpOnLaunch") { attributes, _ in attributes.mapPublicIpOnLaunch = false }]
    }
}
