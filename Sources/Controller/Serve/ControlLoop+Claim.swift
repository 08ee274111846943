import Foundation
import GitRepository
import Ledger
import Model

/// One controller works on a status branch, or several that share a lease table: whether it is so, the branch tells.
extension ControlLoop {
    /// Whether it is known that no other controller works here.
    var isAlone: Bool { claims?.isHolding ?? (identity == nil) }

    /// Goes on with what a look at git found, once it is known whose the resources are.
    func heedClaim(_ look: GitLook) {
        if case .trouble = look.finding { return }
        guard let identity, let installation else { return }
        if claims == nil {
            claims = ClaimBook(
                identity.controller, installation: installation, poll: configuration.poll, takesOver: takesOver)
        }
        if let trouble = look.claimTrouble { return tellClaimTrouble(trouble) }
        if let reading = look.claim {
            claimTip = reading.tip
            act(claims?.read(reading.claim, at: clock.now()))
        } else {
            act(claims?.wait(clock.now()))
        }
    }

    /// What was written of who works here, or was not.
    func claimed(_ result: Result<String?, GitError>) {
        switch result {
        case .success(.some):
            claimTrouble = nil
            act(claims?.wrote(at: clock.now()))
        case .success(nil):
            claimTip = nil
            act(claims?.failed(wasRefused: false))
            look()
        case .failure(let error):
            claimTip = nil
            tellClaimTrouble(error.description)
            act(claims?.failed(wasRefused: true))
        }
    }

    /// Tells it once, until something can be written.
    private func tellClaimTrouble(_ trouble: String) {
        guard trouble != claimTrouble else { return }
        claimTrouble = trouble
        tell(
            nil, .warning, "ClaimNotWritten",
            "other controllers cannot be told of this one, nor found on the status branch: \(trouble)")
    }

    private func act(_ action: ClaimBook.Action?) {
        switch action {
        case nil, .nothing: break
        case .write(let claim, let expecting, let subject):
            guard let run = source?.run else { return }
            logger.info("\(subject)", metadata: ["installation": "\(claim.installation)"])
            jobs.append(.claim(run, claim, expecting: expecting, subject: subject))
        case .begin:
            guard let installation else { return }
            startLeases(installation)
        case .end(let why):
            tell(nil, .error, "AnotherController", why)
            displaced = RunError(.usage, why)
            // From now on no permit holds: what is under way starts no further call.
            leases?.share([])
            stop()
        }
    }

    /// Leaves the place to whoever comes next, where nobody would know this controller again. One that cannot be told is
    /// asked in vain, and then taken over from.
    func releaseClaim() async {
        guard identity?.isNew == true, let left = claims?.released(at: clock.now().wall), let run = source?.run,
            let identity
        else { return }
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                _ = try? await run.ledger.write(
                    left.claim, expecting: left.expecting, subject: "controller: \(identity.controller.replica) ends")
            }
            group.addTask { try? await Task.sleep(for: Self.farewell) }
            await group.next()
            group.cancelAll()
        }
    }

    /// How long a stop may be held up by it.
    private static let farewell = Duration.seconds(3)
}

extension GitLook {
    /// Reads who works here. A status repository that does not answer holds up no look at the manifests.
    /// - Parameter refs: those of the config repository, in which the status branch is unless another one was named.
    mutating func readClaim(since tip: String?, _ run: Run, _ refs: GitRefs) async {
        do throws(GitError) {
            claim = try await run.ledger.claim(
                since: tip, among: run.settings.statusRepository == nil ? refs : nil)
        } catch {
            claimTrouble = error.description
        }
    }
}
