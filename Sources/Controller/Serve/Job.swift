import Engine
import GitRepository
import Ledger
import Model

/// Something that takes time, in a task of its own.
enum Job: Sendable {
    case look(
        Source?, known: String?, refused: String?, installation: String?, GitLook.Following, claim: GitLook.ClaimMark)
    case plan(String, Run, RevisionInForce, known: RecordedState)
    case apply(String, Run, PlannedRun, StopSignal, LeaseGuard)
    case write(String, Run, Recording, LeaseGuard)
    case claim(Run, ControllerClaim, expecting: ControllerClaim?, subject: String)
    /// Asks the replica that speaks for all to look at the pull requests.
    case askForge(any Leases)
    case renew(any Leases, AsyncStream<LeaseEvent>)

    /// Whether it goes on until the loop ends.
    var isEndless: Bool {
        if case .renew = self { true } else { false }
    }

    /// Whether a stop that has outlasted its grace ends it: all but what has to come to its end for others' sake.
    var isCancellable: Bool {
        switch self {
        case .look, .plan, .apply: true
        case .write, .claim, .askForge, .renew: false
        }
    }
}

extension ControlLoop {
    /// Does a job and tells of it; every job ends with exactly one letter.
    nonisolated func perform(_ job: Job) async {
        switch job {
        case .look(let source, let known, let refused, let installation, let following, let claim):
            let look = await GitLook.take(
                configuration, store, variables: variables, from: source, known: known, refused: refused,
                installation: installation, following: following, claim: claim)
            await shared.drop()
            mailbox.post(.looked(look))
        case .plan(let name, let run, let inForce, let known):
            let (result, read) = await Self.plan(run, inForce, known)
            mailbox.post(.planned(name, result, read: read))
        case .apply(let name, let run, let planned, let stop, let permit):
            var applied = AppliedRun(run: planned)
            await run.carryOut(planned, &applied, stop: stop, permit: permit.permit) { [mailbox] event in
                mailbox.post(.progress(name, event))
            }
            mailbox.post(.applied(name, applied))
        case .renew(let leases, let events): await renew(leases, events)
        case .write(let name, let run, let recording, let permit):
            mailbox.post(.recorded(name, recording, await run.write(recording, permit)))
        case .claim(let run, let claim, let expecting, let subject):
            do throws(GitError) {
                let commit = try await run.ledger.write(claim, expecting: expecting, subject: subject)
                mailbox.post(.claimed(.success(commit)))
            } catch {
                mailbox.post(.claimed(.failure(error)))
            }
        case .askForge(let leases):
            do throws(LeaseError) {
                try await leases.ask(Lease.forge, by: replica)
            } catch {
                // Its own look at the open ones finds the pull request later.
                logger.warning("\(error)")
            }
            mailbox.post(.askedForge)
        }
    }

    /// Renews the leases and hands on what becomes of them.
    private nonisolated func renew(_ leases: any Leases, _ events: AsyncStream<LeaseEvent>) async {
        await withTaskGroup { group in
            group.addTask { [mailbox] in
                for await event in events { mailbox.post(.lease(event)) }
            }
            var trouble: String?
            do throws(LeaseError) { try await leases.run() } catch { trouble = error.message }
            mailbox.post(.leasesEnded(trouble))
            group.cancelAll()
        }
    }

    /// Plans with what the status branch says; where that cannot be read or was taken away, with what was known of it.
    private static func plan(
        _ run: Run, _ inForce: RevisionInForce, _ known: RecordedState
    ) async -> (Result<PlannedRun, RunError>, read: RecordedState?) {
        let read: RecordedState?
        do throws(RunError) { read = try await run.recorded() } catch { read = nil }
        do throws(RunError) {
            let recorded = read?.completed(by: known) ?? known
            return (.success(try await run.plan(inForce.loaded, inForce.manifests, recorded: recorded)), read)
        } catch {
            return (.failure(error), read)
        }
    }
}

extension RecordedState {
    /// The same, with what is known of environments that it lacks.
    func completed(by known: RecordedState) -> RecordedState {
        var result = self
        for status in known.statuses where self.status(status.environment) == nil { result.statuses.append(status) }
        result.inventories.merge(known.inventories) { mine, _ in mine }
        return result
    }
}

extension Run {
    /// Writes how an environment stands to the status branch, if that is news and still this replica's to say.
    /// - Returns: the commit, if there was one to make.
    func write(_ recording: Recording, _ permit: LeaseGuard) async -> Result<String?, RunError> {
        do {
            return .success(
                try await ledger.record(
                    recording.status, inventory: recording.inventory, happened: recording.happened,
                    subject: recording.subject, mayWrite: { permit.mayStart }))
        } catch {
            return .failure(RunError(.git, "the status could not be written: \(error)"))
        }
    }
}
