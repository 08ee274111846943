import AWSResources

struct ElasticIPSample: KindSample {
    let kind = ElasticIP()
    let createAction = "AllocateAddress"

    func attributes(on bench: Bench) async throws -> ElasticIP.Attributes { ElasticIP.Attributes() }

    var outsideChanges: [OutsideChange<ElasticIP>] { [] }
}
