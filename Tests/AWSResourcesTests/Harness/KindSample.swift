import AWSResources

/// One kind's part in the contract suite: how to declare a resource of it, and how it may be changed from outside.
///
/// A sample is a value without state: each clause of the contract calls it on a bench, an AWS account, of its own.
protocol KindSample: Sendable {
    associatedtype Kind: AWSResourceKind

    var kind: Kind { get }
    /// The call that makes the resource, such as `CreateVpc`: the suite lets its answer get lost.
    var createAction: String { get }
    /// A text that stands in the body of this create and of no other test's: by it the answer to lose is found. By
    /// default the bench's installation, which stands in the tags of every create that is atomic.
    func lostAnswerMark(on bench: Bench) -> String
    /// The tags to declare; the ownership tags are added.
    var tags: [String: String] { get }
    /// Makes what the resource needs and gives the attributes to declare, every optional one that matters set.
    func attributes(on bench: Bench) async throws -> Kind.Attributes
    /// At least one for every field whose effect is `update`.
    var outsideChanges: [OutsideChange<Kind>] { get }
    /// Clauses that the emulator cannot show, each with the reason.
    var unshownClauses: [ContractClause: String] { get }
    /// Fields whose update the emulator cannot show, each with the reason.
    var unshownFields: [String: String] { get }
}

extension KindSample {
    var tags: [String: String] { ["Name": "contract", "CostCode": "0042"] }
    var unshownClauses: [ContractClause: String] { [:] }
    var unshownFields: [String: String] { [:] }
    func lostAnswerMark(on bench: Bench) -> String { bench.session.installation }
}
