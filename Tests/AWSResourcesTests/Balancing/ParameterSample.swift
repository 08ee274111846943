import AWSResources

struct ParameterSample: KindSample {
    let kind = Parameter()
    let createAction = "PutParameter"

    func attributes(on bench: Bench) async throws -> Parameter.Attributes {
        Parameter.Attributes(
            parameterName: "x-dev-contract", parameterType: "SecureString",
            parameterDescription: "Configuration of contract")
    }

    let outsideChanges: [OutsideChange<Parameter>] = []
}
