import AWSResources

struct VPCSample: KindSample {
    let kind = VPC()
    let createAction = "CreateVpc"

    func attributes(on bench: Bench) async throws -> VPC.Attributes {
        VPC.Attributes(cidrBlock: "10.60.0.0/16", enableDnsSupport: true, enableDnsHostnames: true)
    }

    var outsideChanges: [OutsideChange<VPC>] {
        [
            .edit("enableDnsHostnames") { attributes, _ in attributes.enableDnsHostnames = false },
            .edit("enableDnsSupport") { attributes, _ in attributes.enableDnsSupport = false },
        ]
    }
}
