import AWSResources

struct SecretSample: KindSample {
    let kind = AWSResources.Secret()
    let createAction = "CreateSecret"

    func attributes(on bench: Bench) async throws -> AWSResources.Secret.Attributes {
        .init(secretName: "x-dev-contract", secretDescription: "Configuration of contract")
    }

    var outsideChanges: [OutsideChange<AWSResources.Secret>] {
        [.edit("secretDescription") { attributes, _ in attributes.secretDescription = "Something else" }]
    }
}
