import AWSClient
import AWSResources
import Model

struct NatGatewaySample: KindSample {
    let kind = NatGateway()
    let createAction = "CreateNatGateway"

    func attributes(on bench: Bench) async throws -> NatGateway.Attributes {
        let subnets = try await bench.subnets(1, in: bench.vpc())
        let address = try await bench.client.send(AllocateAddress(domain: "vpc"))
        return NatGateway.Attributes(
            subnet: .known(try bench.found(subnets.first, "subnet")),
            elasticIP: .known(try bench.found(address.allocationId, "allocation id"))
        )
    }

    var outsideChanges: [OutsideChange<NatGateway>] { [] }

    private struct AllocateAddress: AWSRequest {
        static let action: AWSAction = "ec2:AllocateAddress"
        var domain: String
        struct Response: Codable, Sendable { var allocationId: String? }
    }
}
