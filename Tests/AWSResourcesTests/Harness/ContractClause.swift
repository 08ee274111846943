import AWSResources

/// One thing that every kind promises, as `ResourceKind` writes it down.
enum ContractClause: String, CaseIterable, Sendable {
    case everyStoredPropertyIsAField = "every stored property is a field"
    case createThenObservePlansNothing = "create then observe plans nothing"
    case createTwiceGivesOne = "create twice gives one"
    case aLostAnswerLeaksNothing = "a lost answer leaks nothing"
    case outsideChangesAreSeenAndRepaired = "a change from outside is seen as that field and repaired"
    case tagsAreWrittenAndRepaired = "tags are written and repaired"
    case deleteTwiceSucceeds = "delete twice succeeds"
    case everyCallIsPermitted = "every call is among its permissions"

    /// Proves the clause for one kind, unless the sample says why the emulator cannot show it.
    func check(_ sample: some KindSample) async throws {
        guard sample.unshownClauses[self] == nil else { return }
        let bench = try await Bench.open(self, sample.kind.type)
        let contract = Contract(sample: sample, bench: bench)
        switch self {
        case .everyStoredPropertyIsAField: try await contract.everyStoredPropertyIsAField()
        case .createThenObservePlansNothing: try await contract.createThenObservePlansNothing()
        case .createTwiceGivesOne: try await contract.createTwiceGivesOne()
        case .aLostAnswerLeaksNothing: try await contract.aLostAnswerLeaksNothing()
        case .outsideChangesAreSeenAndRepaired: try await contract.outsideChangesAreSeenAndRepaired()
        case .tagsAreWrittenAndRepaired: try await contract.tagsAreWrittenAndRepaired()
        case .deleteTwiceSucceeds: try await contract.deleteTwiceSucceeds()
        case .everyCallIsPermitted: try await contract.everyCallIsPermitted()
        }
    }
}
