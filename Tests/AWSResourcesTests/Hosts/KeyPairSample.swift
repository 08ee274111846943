import AWSResources

struct KeyPairSample: KindSample {
    /// Of a pair whose private half nobody kept.
    static let publicKey =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEsIOjowkKx/sks2HK31BOwDguIXXSCPLBSZUAXVRZq+ me@example.com"

    let kind = KeyPair()
    let createAction = "ImportKeyPair"
    let outsideChanges: [OutsideChange<KeyPair>] = []

    func attributes(on bench: Bench) async throws -> KeyPair.Attributes {
        .init(keyName: "x-dev-\(bench.session.region)", publicKey: Self.publicKey)
    }
}
