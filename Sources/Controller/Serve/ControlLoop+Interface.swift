import Foundation
import GitRepository
import Ledger
import Manifests
import Model

extension ControlLoop: ControllerInterface {
    /// From the first sync on: an environment that is new, or comes from another replica, makes it no less ready.
    public func isReady() -> Bool {
        wasReady =
            wasReady
            || (inForce != nil || newest != nil) && isAlone
                && entries.values.allSatisfy { $0.item.wasSeen || !$0.item.isHeld || inForce == nil }
        return wasReady
    }

    public func overview() -> ControllerOverview {
        ControllerOverview(
            repository: source?.run.address ?? configuration.repository.url, ref: configuration.repository.ref,
            revision: newest, invalid: invalid, environments: entries.keys.sorted().compactMap { state(of: $0) },
            replica: replica, version: version, started: started, gitTrouble: gitTrouble)
    }

    public func environment(_ name: String) -> EnvironmentState? { state(of: name) }

    public func history(environment: String?, limit: Int) async throws -> [HistoryEntry] {
        guard let run = source?.run else {
            throw RunError(.git, gitTrouble ?? "the config repository was not read yet")
        }
        return try await run.history(environment: environment, limit: limit).map { commit in
            HistoryEntry(
                commit: commit.id, environment: String(commit.subject.prefix { $0 != ":" }), subject: commit.subject,
                outcome: commit.trailers["Plumbline-Outcome"] ?? "",
                revision: commit.trailers["Plumbline-Revision"] ?? "",
                time: commit.time)
        }
    }

    public func events() -> AsyncStream<ControllerEvent> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: ControllerEvent.self, bufferingPolicy: .bufferingNewest(1000))
        listenerCount += 1
        let number = listenerCount
        listeners[number] = continuation
        continuation.onTermination = { [weak self] _ in
            guard let self else { return }
            Task { await self.forget(listener: number) }
        }
        return stream
    }

    private func forget(listener: Int) { listeners[listener] = nil }

    public nonisolated func received(_ notice: PushNotice) { mailbox.post(.notice(notice)) }

    public func retry(_ environment: String, by person: String) async throws(ControllerRefusal) -> String? {
        try require(environment)
        guard entries[environment]?.item.isHeld != true else {
            mailbox.post(.retry(environment, person: person))
            return replica
        }
        guard let leases else {
            throw ControllerRefusal(
                .unreachable, "it is not known yet who works on \(environment): ask again in a few seconds")
        }
        do throws(LeaseError) {
            try await leases.ask(environment, by: person)
        } catch {
            throw ControllerRefusal(.unreachable, error.message)
        }
        return leases.holder(of: environment)?.replica
    }

    public func suspend(_ environment: String, _ suspension: Suspension) async throws(ControllerRefusal) {
        try require(environment)
        try await commit(.suspend(environment, suspension), environment)
    }

    public func resume(_ environment: String, by person: String) async throws(ControllerRefusal) {
        try require(environment)
        try await commit(.resume(environment, by: person), environment)
    }

    public func approve(_ environment: String, digest: String, by person: String) async throws(ControllerRefusal) {
        try require(environment)
        guard let plan = entries[environment]?.plan, plan.digest == digest else {
            throw ControllerRefusal(
                .conflict,
                "the newest plan of \(environment) is \(entries[environment]?.plan?.digest ?? "not made yet"), not "
                    + "\(digest); look at it again")
        }
        let until = clock.now().wall + Approval.term.seconds
        try await commit(.approve(environment, digest: digest, by: person, until: until), environment)
    }

    private func require(_ environment: String) throws(ControllerRefusal) {
        guard entries[environment] == nil else { return }
        throw ControllerRefusal(
            .unknown,
            "there is no environment \(environment); there are \(entries.keys.sorted().joined(separator: ", "))")
    }

    private func commit(_ order: GateOrder, _ environment: String) async throws(ControllerRefusal) {
        guard let run = source?.run else {
            throw ControllerRefusal(.git, gitTrouble ?? "the config repository was not read yet")
        }
        do throws(RunError) {
            _ = try await run.commit(order)
        } catch {
            throw ControllerRefusal(error.code == .usage ? .conflict : .git, error.message)
        }
        mailbox.post(.look)
    }

    private func state(of name: String) -> EnvironmentState? {
        guard let entry = entries[name] else { return nil }
        let item = entry.item
        var state = EnvironmentState(name: name, account: entry.scope.account, region: entry.scope.region)
        let now = clock.now()
        state.phase = item.toldPhase
        state.conditions = item.conditions
        state.observedRevision = item.invalid?.revision ?? item.assignment?.revision
        state.appliedRevision = item.appliedRevision
        state.isCurrent = item.isCurrent
        state.failures = item.failures
        state.nextAttempt = item.waitsUntil ?? item.due.map { now.date(at: $0) }
        state.driftMode = inForce?.manifests.environment(named: name)?.gates.drift ?? .correct
        state.drifted = entry.drifted
        state.suspension = item.assignment?.gates.suspension(at: now.wall)
        state.plan = entry.plan
        state.resources = entry.resources
        let holder = leases?.holder(of: name)
        (state.holder, state.heldSince) = (holder?.replica, holder?.since)
        if !item.isHeld, item.attempt == nil, let recorded = entry.status { state.follow(recorded) }
        return state
    }
}

extension EnvironmentState {
    /// The part of it that is not what this replica has seen, but what the one that works on it recorded.
    fileprivate mutating func follow(_ status: EnvironmentStatus) {
        observedRevision = status.observedRevision.flatMap { Revision($0) } ?? observedRevision
        failures = 0
        nextAttempt = status.nextAttempt
    }
}
