import AWSClient
import Foundation
import Synchronization

/// Leases in a DynamoDB table, shared evenly by every replica that uses it.
///
/// Each look costs one read and one write whatever the number of environments, three times in a lease's duration. A replica
/// that dies is taken over after one duration and two looks at most: 25 s with the default of 15 s.
public final class DynamoDBLeases: Leases {
    public let replica: String
    private let table: LeaseTable
    private let interval: Duration
    private let now: @Sendable () -> ContinuousClock.Instant
    private let state: Mutex<State>
    private let feed = LeaseFeed()
    private let wakes: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation

    private struct State {
        var book: LeaseBook
        var trouble: String?
        var isRunning = false
        var isStopping = false
        var stopped: [CheckedContinuation<Void, Never>] = []
    }

    /// - Parameters:
    ///   - replica: for people; two of one name do not get in each other's way.
    ///   - duration: how long a lease lasts that is not renewed. The same for all replicas.
    public init(
        _ table: LeaseTable, replica: String, duration: Duration = .seconds(15),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.table = table
        self.replica = replica
        self.now = now
        interval = duration / 3
        state = Mutex(
            State(book: LeaseBook(replica: replica, session: UUID().uuidString.lowercased(), duration: duration)))
        (wakes, waker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    public func run() async throws(LeaseError) {
        state.withLock { $0.isRunning = true }
        waker.yield()
        await withTaskGroup { group in
            group.addTask { [interval, waker] in
                while !Task.isCancelled {
                    try? await Task.sleep(for: interval)
                    waker.yield()
                }
            }
            for await _ in wakes {
                if state.withLock(\.isStopping) { break }
                await round()
            }
            group.cancelAll()
        }
        if state.withLock(\.isStopping) { await giveBack() }
        let waiting = state.withLock { state in
            state.isRunning = false
            defer { state.stopped = [] }
            return state.stopped
        }
        for continuation in waiting { continuation.resume() }
    }

    public func share(_ environments: Set<String>) {
        let isNews = state.withLock { state in
            defer { state.book.wanted = environments }
            return state.book.wanted != environments
        }
        if isNews { waker.yield() }
    }

    public func held(_ environment: String) -> Lease? {
        state.withLock { $0.isStopping ? nil : $0.book.lease(environment, at: now()) }
    }

    public func holder(of environment: String) -> LeaseHolder? { state.withLock { $0.book.holder(of: environment) } }

    /// The holder hears it at its next look, a third of the duration later at most.
    public func ask(_ environment: String, by person: String) async throws(LeaseError) {
        do throws(AWSError) {
            try await table.ask(environment, mark: UUID().uuidString.lowercased(), by: person)
        } catch {
            throw LeaseError(
                .unreachable,
                "the replica that holds \(environment) cannot be reached through the lease table: \(error)")
        }
    }

    public func saw(_ commit: String) {
        let isNews = state.withLock { state in
            defer { state.book.seen = commit }
            return state.book.seen != commit
        }
        if isNews { waker.yield() }
    }

    public func events() -> AsyncStream<LeaseEvent> { feed.events() }

    public func begin(_ environment: String) -> LeaseGuard? {
        let lease = state.withLock { state -> Lease? in
            guard !state.isStopping, let lease = state.book.lease(environment, at: now()) else { return nil }
            state.book.begin(environment)
            return lease
        }
        return lease.map { LeaseGuard($0) { [self] in held(environment) } }
    }

    public func end(_ environment: String) { state.withLock { $0.book.end(environment) } }

    public func stop() async {
        await withCheckedContinuation { continuation in
            let isRunning = state.withLock { state in
                state.isStopping = true
                if state.isRunning { state.stopped.append(continuation) }
                return state.isRunning
            }
            if isRunning { waker.yield() } else { continuation.resume() }
        }
        feed.finish()
    }
}

// MARK: One look

extension DynamoDBLeases {
    /// One sign of life, one look, and what follows from it; once more when a silent replica was found.
    private func round() async {
        feed.tell(state.withLock { $0.book.expire(at: now(), next: Self.newSession()) })
        do throws(AWSError) {
            guard try await giveSign() else {
                waker.yield()
                return
            }
            while try await look() {}
            recover()
        } catch {
            complain(error)
        }
    }

    /// - Returns: false when the session was over, so that a new one has to begin.
    private func giveSign() async throws(AWSError) -> Bool {
        let former = state.withLock(\.book.formerSession)
        if let former {
            try await table.remove(former)
            state.withLock { $0.book.left() }
        }
        let (session, sign, hasJoined) = state.withLock { state in
            (state.book.session, state.book.nextSign(), state.book.hasJoined)
        }
        let sent = now()
        if !hasJoined {
            try await table.join(session, sign)
        } else if try await !table.beat(session, sign) {
            feed.tell(
                state.withLock {
                    $0.book.loseAll("another replica took this one for dead", next: Self.newSession())
                })
            return false
        }
        let (events, isInTime) = state.withLock { state in
            let events = state.book.joined(sent: sent, at: now(), next: Self.newSession())
            return (events, state.book.hasJoined)
        }
        feed.tell(events)
        return isInTime
    }

    /// - Returns: whether a member was buried, whose leases are free now.
    private func look() async throws(AWSError) -> Bool {
        let view = try await table.read()
        let (events, steps) = state.withLock { $0.book.observe(view, at: now()) }
        feed.tell(events)
        var hasBuried = false
        for chunk in steps.chunks(of: 8) {
            let failures = await withTaskGroup(of: AWSError?.self, returning: [AWSError].self) { group in
                for step in chunk { group.addTask { await self.perform(step) } }
                return await group.reduce(into: []) { if let error = $1 { $0.append(error) } }
            }
            if let failure = failures.first { throw failure }
            hasBuried = hasBuried || chunk.contains { if case .bury = $0 { true } else { false } }
        }
        return hasBuried
    }

    private func perform(_ step: LeaseStep) async -> AWSError? {
        let session = state.withLock(\.book.session)
        let since = Int(Date().timeIntervalSince1970)
        do throws(AWSError) {
            let isDone: Bool
            switch step {
            case .bury(let silent, let beat):
                isDone = try await table.remove(silent, beat: beat)
            case .take(let environment, let seen, let fence):
                isDone = try await table.take(
                    environment, seen: seen, fence: fence, for: session, replica: replica,
                    since: since)
            case .release(let environment):
                // Work may have begun since the look.
                guard let lost = giveUpIdle(environment) else { return nil }
                feed.tell(lost)
                try await table.release(environment, of: session, expires: Self.expiry())
                isDone = true
            case .clear(let environment, let mark):
                isDone = try await table.clear(environment, mark: mark)
            }
            if isDone { feed.tell(state.withLock { $0.book.did(step, at: now(), since: since) }) }
            return nil
        } catch {
            return error
        }
    }

    private func giveUpIdle(_ environment: String) -> [LeaseEvent]? {
        state.withLock { $0.book.giveUpIdle(environment) }
    }

    private func giveBack() async {
        let (session, environments) = state.withLock { ($0.book.session, $0.book.held.keys.sorted()) }
        for environment in environments {
            feed.tell(state.withLock { $0.book.giveUp(environment, "this replica stops") })
        }
        // What cannot be given back runs out.
        await withTaskGroup { group in
            for environment in environments {
                group.addTask { [table] in
                    try? await table.release(environment, of: session, expires: Self.expiry())
                }
            }
        }
        _ = try? await table.remove(session)
    }

    private func recover() {
        let hadTrouble = state.withLock { state in
            defer { state.trouble = nil }
            return state.trouble != nil
        }
        if hadTrouble { feed.tell([.recovered]) }
    }

    private func complain(_ error: AWSError) {
        guard error.code != "Cancelled" else { return }
        let isGone = error.code == "ResourceNotFoundException"
        let message =
            isGone
            ? "the lease table \(table.name) is not there; no change is started until it is back: make it with "
                + "`plumbline serve --create-lease-table`"
            : "the leases cannot be renewed: \(error)"
        // The code and not the message, which names another request each time.
        let events: [LeaseEvent] = state.withLock { state in
            // Nobody can hold a lease of a table that is not there.
            let lost = isGone ? state.book.loseAll("the lease table is gone", next: Self.newSession()) : []
            let isNews = state.trouble != error.code
            state.trouble = error.code
            return (isNews ? [.trouble(message)] : []) + lost
        }
        feed.tell(events)
    }

    private static func newSession() -> String { UUID().uuidString.lowercased() }

    /// A lease that nobody took for thirty days is of an environment that is no more.
    private static func expiry() -> Int { Int(Date().timeIntervalSince1970) + 30 * 24 * 3600 }
}

extension Array {
    fileprivate func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
