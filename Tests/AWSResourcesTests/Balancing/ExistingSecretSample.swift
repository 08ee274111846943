import AWSResources

/// What no contract of a thing that is made can show of one that is only read.
let unshownOfOnlyRead: [ContractClause: String] = Dictionary(
    uniqueKeysWithValues: ContractClause.allCases.filter { $0 != .everyStoredPropertyIsAField }
        .map { ($0, "it belongs to others: it is never made or changed (ExistingSecretTests show how it is read)") })

struct ExistingSecretSample: KindSample {
    let kind = ExistingSecret()
    let createAction = "none"
    let unshownClauses = unshownOfOnlyRead
    let outsideChanges: [OutsideChange<ExistingSecret>] = []

    func attributes(on bench: Bench) async throws -> ExistingSecret.Attributes { .init(secretId: "theirs") }
}

struct ExistingParameterSample: KindSample {
    let kind = ExistingParameter()
    let createAction = "none"
    let unshownClauses = unshownOfOnlyRead
    let outsideChanges: [OutsideChange<ExistingParameter>] = []

    func attributes(on bench: Bench) async throws -> ExistingParameter.Attributes { .init(parameterName: "theirs") }
}
