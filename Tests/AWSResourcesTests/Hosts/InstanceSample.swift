import AWSClient
import AWSResources
import Model

struct InstanceSample: KindSample {
    let kind = Instance()
    let createAction = "RunInstances"
    let unshownFields = [
        "instanceProfile": "moto keeps showing an instance's first profile after ReplaceIamInstanceProfileAssociation"
    ]
    let tags = ["Name": "x-dev-jumpbox-1", "CostCode": "0042"]

    func attributes(on bench: Bench) async throws -> Instance.Attributes {
        let vpc = try await bench.vpc()
        let subnets = try await bench.subnets(1, in: vpc)
        _ = try await bench.client.send(CreateInstanceProfile(instanceProfileName: "x-dev-instanceprofile"))
        return Instance.Attributes(
            subnet: .known(try bench.found(subnets.first, "subnet")),
            securityGroups: [.known(try await bench.securityGroup("jumpbox", in: vpc))],
            instanceType: "t4g.nano",
            imageParameter: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-{architecture}",
            encryptedRoot: true,
            state: "stopped",
            instanceProfile: "x-dev-instanceprofile"
        )
    }

    var outsideChanges: [OutsideChange<Instance>] {
        [
            .edit("state") { attributes, _ in attributes.state = "running" },
            .edit("instanceType") { attributes, _ in attributes.instanceType = "t4g.micro" },
            .edit("httpTokens") { attributes, _ in attributes.httpTokens = "optional" },
            .edit("securityGroups") { attributes, bench in
                attributes.securityGroups = [
                    .known(try await bench.securityGroup("other", in: bench.vpc("10.51.0.0/16")))
                ]
            },
            .edit("instanceProfile") { attributes, bench in
                _ = try await bench.client.send(CreateInstanceProfile(instanceProfileName: "other"))
                attributes.instanceProfile = "other"
            },
        ]
    }

    private struct CreateInstanceProfile: AWSRequest {
        static let action: AWSAction = "iam:CreateInstanceProfile"
        var instanceProfileName: String
        typealias Response = EmptyResponse
    }
}
