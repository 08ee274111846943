import Blueprints
import Foundation
import Ledger
import Manifests
import Model

extension ControlLoop {
    /// Looks at the refs now, or once more when a look is under way.
    func look() {
        guard !isStopping else { return }
        guard !isLooking else {
            looksAgain = true
            return
        }
        isLooking = true
        jobs.append(
            .look(
                source, known: newest?.commit, refused: refusedUnder, installation: installation, following,
                claim: GitLook.ClaimMark(isWanted: identity != nil, tip: claimTip)))
    }

    /// Between two looks while another controller is asked whether it is there.
    private static let askingPoll = Duration.seconds(5)

    /// A push to another branch, above all to the status branch, wakes nothing.
    func received(push notice: PushNotice) {
        if let request = notice.pullRequest { return received(request) }
        if let branch = notice.branch {
            guard branch == configuration.repository.ref || "refs/heads/\(branch)" == configuration.repository.ref
            else { return }
        }
        if let commit = notice.commit, commit == newest?.commit { return }
        look()
    }

    func took(_ look: GitLook) {
        isLooking = false
        let now = clock.now()
        nextLook = now.uptime + configuration.poll
        measure()
        source = look.source ?? source
        if case .trouble = look.finding { measureGit("look", false) } else { measureGit("look", true) }
        tellSecrets(look.secretTroubles)
        switch look.finding {
        case .trouble(let error): noteTrouble(error)
        case .unmoved: noteTrouble(nil)
        case .moved(let moved):
            noteTrouble(nil)
            follow(moved, now)
        }
        if looksAgain {
            looksAgain = false
            self.look()
        }
        took(look.followed, trouble: look.followTrouble)
        heedClaim(look)
        if let installation { startLeases(installation) }
        if !isAlone { nextLook = now.uptime + min(configuration.poll, Self.askingPoll) }
        if isForge { preview?.look() }
        guard gitTrouble == nil else { return }
        for name in entries.keys.sorted() where entries[name]?.unwritten != nil { record(name) }
    }

    /// Tells once of each secret that cannot be had, that can again, or that is another one now.
    private func tellSecrets(_ troubles: [SecretTrouble]) {
        for trouble in troubles where !missingSecrets.contains(trouble.source) {
            tell(nil, .error, "SecretMissing", trouble.message)
        }
        let missing = Set(troubles.map(\.source))
        if !missingSecrets.isEmpty, missing.isEmpty {
            tell(nil, .info, "SecretsFound", "every secret can be read again")
        }
        missingSecrets = missing
        for source in store.takeChanges() {
            tell(nil, .info, "SecretChanged", "\(source) is another one now, and in force")
        }
    }

    private func noteTrouble(_ error: RunError?) {
        guard error?.message != gitTrouble else { return }
        gitTrouble = error?.message
        if let error {
            tell(nil, .error, "GitTrouble", error.message)
        } else {
            tell(nil, .info, "GitAnswers", "the config repository answers again")
        }
    }

    /// Takes a new commit in.
    private func follow(_ moved: GitLook.Moved, _ now: Moment) {
        let revision = moved.newest.revision
        newest = revision
        installation = installation ?? moved.newest.installation
        startLeases(moved.newest.installation)
        leases?.saw(revision.commit)
        refusedUnder = moved.newest.refusal?.trust
        if moved.isForced {
            tell(
                nil, .warning, "ForcePushed",
                "\(revision.ref) was force-pushed; it is followed to \(revision.short)", revision: revision)
        }
        if let recorded = moved.recorded { remember(recorded) }
        if let new = moved.inForce { assign(new) }
        shareLeases()
        guard moved.newest.manifests == nil else {
            invalid = []
            if moved.inForce != nil {
                let signed = moved.newest.signer.map { ", signed by \($0)" } ?? ""
                tell(nil, .info, "CommitSeen", "\(revision.short) is in force\(signed)", revision: revision)
            }
            return
        }
        invalid = moved.newest.diagnostics.filter { $0.severity == .error }
        let stays = inForce.map { "; \($0.loaded.revision.short) stays in force" } ?? ""
        let first = invalid.first.map { "; the first: \($0)" } ?? ""
        let refusal = moved.newest.refusal
        let reason = refusal == nil ? Verdict.Reason.invalidManifests : .signatureRefused
        let message =
            refusal.map { $0.message + stays }
            ?? "\(revision.short) has \(counted(invalid.count, "error"))\(stays)\(first)"
        tell(nil, .error, reason.rawValue, message, revision: revision)
        if refusal == nil {
            for diagnostic in invalid { logger.error("\(diagnostic)", metadata: ["revision": "\(revision.short)"]) }
        }
        for name in entries.keys.sorted() {
            suspend(name, moved.newest.suspensions)
            handle(.invalid(.init(revision: revision, message: message, reason: reason)), of: name)
        }
    }

    /// Heeds a suspension though the commit that has it is not valid otherwise.
    private func suspend(_ name: String, _ orders: [SuspensionOrder]) {
        guard var assignment = entries[name]?.item.assignment else { return }
        let before = assignment.gates
        assignment.gates.take(orders, of: name)
        guard assignment.gates != before else { return }
        handle(.assigned(assignment, isConcerned: true), of: name)
    }

    /// What the status branch said at the start: environments that the manifests no longer have, and since when each
    /// condition is what it is.
    private func remember(_ recorded: RecordedState) {
        for status in recorded.statuses where status.outcome != .destroyed {
            let name = status.environment
            let conditions = status.datedConditions(at: clock.now().wall)
            entries[name] = WorkEntry(makeItem(name, conditions: conditions))
            show(status, recorded.inventories[name])
            handle(.learned(status.usedApprovals), of: name)
            recall(name, status)
        }
    }

    /// Reminds an item of the quarantine that was recorded, before a restart or by another replica.
    func recall(_ name: String, _ status: EnvironmentStatus?) {
        guard let condition = status?.condition(.stalled), condition.isTrue,
            condition.reason == Verdict.Reason.quarantined.rawValue,
            let commit = status?.observedRevision.flatMap(EnvironmentStatus.commit(in:))
        else { return }
        handle(.recalled(.init(commit: commit, message: condition.message)), of: name)
    }

    private func makeItem(_ name: String, conditions: [DatedCondition] = []) -> WorkItem {
        WorkItem(name, rules: rules, isHeld: leases?.held(name) != nil, conditions: conditions)
    }

    /// Puts a valid commit in force: wakes those of whom it says something new.
    private func assign(_ new: RevisionInForce) {
        let old = inForce
        inForce = new
        for name in new.contents.keys where entries[name] == nil { entries[name] = WorkEntry(makeItem(name)) }
        for name in new.contents.keys {
            if let scope = new.scope(of: name) { entries[name]?.scope = scope }
        }
        for name in entries.keys.sorted() {
            let gates = Gates(name, in: new.manifests)
            let isConcerned =
                old.map { $0.contents[name] != new.contents[name] } ?? true
                || entries[name]?.item.assignment?.gates != gates
            handle(
                .assigned(Assignment(revision: new.loaded.revision, gates: gates), isConcerned: isConcerned), of: name)
        }
    }
}
