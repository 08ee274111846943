import AWSClient
import AWSResources
import Model

struct InternetGatewaySample: KindSample {
    let kind = InternetGateway()
    let createAction = "CreateInternetGateway"

    func attributes(on bench: Bench) async throws -> InternetGateway.Attributes {
        InternetGateway.Attributes(vpc: .known(try await bench.vpc("10.60.0.0/16")))
    }

    var outsideChanges: [OutsideChange<InternetGateway>] {
        [
            .edit("vpc") { attributes, bench in attributes.vpc = .known(try await bench.vpc("10.61.0.0/16")) },
            .call("vpc") { bench, observed in
                let vpc = try bench.found(observed.attributes.vpc?.text, "attached VPC")
                _ = try await bench.client.send(Detach(internetGatewayId: observed.identifier, vpcId: vpc))
            },
        ]
    }

    private struct Detach: AWSRequest {
        static let action: AWSAction = "ec2:DetachInternetGateway"
        var internetGatewayId: String
        var vpcId: String
        typealias Response = EmptyResponse
    }
}
