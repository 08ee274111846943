import GitRepository

/// What the status branch said of who works here.
public struct ClaimReading: Sendable, Equatable {
    /// The branch's commit; empty where there is no branch.
    public var tip: String
    public var claim: ControllerClaim?
}

extension Ledger {
    /// Who works here, where the branch is not where it was.
    /// - Parameters:
    ///   - tip: of the last reading; nil reads in any case.
    ///   - listed: the refs of the status repository, where they were listed already.
    /// - Returns: nil when the branch has not moved.
    public func claim(since tip: String?, among listed: GitRefs? = nil) async throws(GitError) -> ClaimReading? {
        let refs: GitRefs
        if let listed { refs = listed } else { refs = try await mirror.refs() }
        guard let now = refs.tip(of: branch) else { return tip == "" ? nil : ClaimReading(tip: "", claim: nil) }
        guard now != tip else { return nil }
        let revision = try await mirror.resolve(ref: "refs/heads/\(branch)", among: refs)
        let text = try await mirror.readFile(LedgerFiles.claim, at: revision.commit)
        return ClaimReading(tip: revision.commit, claim: text.flatMap { ControllerClaim(yaml: $0) })
    }

    /// Writes who works here, if the branch still says what is expected.
    /// - Returns: the new commit; nil when somebody else was quicker, and then nothing was written.
    public func write(
        _ claim: ControllerClaim, expecting: ControllerClaim?, subject: String
    ) async throws(GitError) -> String? {
        let message = "\(subject)\n\n\(Self.claimTrailer): \(claim.holder.id)\n"
        return try await mirror.publish(
            branch: branch, message: message, author: author, signingKey: signingKey
        ) { current in
            let present = current[LedgerFiles.claim].flatMap { ControllerClaim(yaml: $0) }
            return present == expecting ? [LedgerFiles.claim: try claim.yaml()] : [:]
        }
    }

    /// Ends the messages of commits that tell of controllers and of no environment.
    static let claimTrailer = "Plumbline-Controller"
}
