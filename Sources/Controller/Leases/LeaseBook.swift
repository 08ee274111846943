import Foundation

/// Decides who holds which lease: one replica's view of all replicas, as a pure state machine.
///
/// A replica gives signs of life by counting up its own member record, one write for all its leases. It may act as long as
/// its last sign of life that succeeded is younger than the lease's duration, measured on its own clock from before the
/// write was sent. Others take over only when they have seen that same count for a whole duration on *their* own clock,
/// and then only by removing the member record on condition that the count is still the same: from then on the silent
/// replica's signs of life fail. So no two clocks are ever compared, and neither skew nor a clock that jumps makes two
/// holders. The approach is that of Amazon's DynamoDB lock client
/// (https://aws.amazon.com/blogs/database/building-distributed-locks-with-the-dynamodb-lock-client/).
struct LeaseBook: Sendable {
    typealias Instant = ContinuousClock.Instant

    let replica: String
    let duration: Duration
    /// This life's own name in the table; another after each loss of all leases.
    private(set) var session: String
    /// The session before, whose member record is to be removed.
    private(set) var formerSession: String?
    /// The last count that was written, or may have been.
    private(set) var beat = 0
    private(set) var hasJoined = false
    /// The environments to be shared, and what besides them is to be held by one.
    var wanted: Set<String> = []
    /// The newest commit of the config repository that this replica has seen.
    var seen: String?
    private(set) var held: [String: Int] = [:]
    private var busy: [String: Int] = [:]
    /// When the last sign of life that succeeded was sent.
    private var renewed: Instant?
    private var sightings: [String: Sighting] = [:]
    private var records: [String: LeaseRecord] = [:]
    /// Since when a lease that somebody held has been gone from the table without a word.
    private var vanished: [String: Instant] = [:]
    private var greatestFences: [String: Int] = [:]
    /// The last mark of each lease that was heard.
    private var heard: [String: String] = [:]

    /// A member's count and since when it has been seen unchanged.
    private struct Sighting: Sendable {
        var record: MemberRecord
        var since: Instant
    }

    init(replica: String, session: String, duration: Duration) {
        self.replica = replica
        self.session = session
        self.duration = duration
    }

    // MARK: What holds

    /// Until when leases may be acted upon: a tenth early, because clocks do not run equally fast.
    var validUntil: Instant? { renewed.map { $0 + duration * 9 / 10 } }

    func isValid(at now: Instant) -> Bool { validUntil.map { now < $0 } ?? false }

    func lease(_ environment: String, at now: Instant) -> Lease? {
        guard isValid(at: now), let fence = held[environment] else { return nil }
        return Lease(environment: environment, fence: fence)
    }

    func holder(of environment: String) -> LeaseHolder? {
        guard let record = records[environment], let holder = record.holder, let replica = record.replica,
            holder == session || sightings[holder] != nil
        else { return nil }
        return LeaseHolder(replica: replica, since: record.since.map { Date(timeIntervalSince1970: Double($0)) })
    }

    mutating func begin(_ environment: String) { busy[environment, default: 0] += 1 }

    mutating func end(_ environment: String) {
        let left = (busy[environment] ?? 0) - 1
        busy[environment] = left > 0 ? left : nil
    }

    // MARK: Signs of life

    /// The next sign of life. The count of one that failed may have had its effect, so none is used twice.
    mutating func nextSign() -> MemberRecord {
        beat += 1
        return MemberRecord(beat: beat, wants: environments.count, replica: replica, seen: seen)
    }

    /// A sign of life succeeded.
    ///
    /// One that comes when the one before is too old already brings nothing back: meanwhile somebody may have been told
    /// that nothing is held here, and would never hear of it again.
    /// - Parameters:
    ///   - sent: the moment before it was sent.
    ///   - now: after the answer came.
    /// - Returns: what was lost, when it came too late.
    mutating func joined(sent: Instant, at now: Instant, next session: @autoclosure () -> String) -> [LeaseEvent] {
        if hasJoined, !isValid(at: now) { return loseAll("it was renewed too late", next: session()) }
        hasJoined = true
        renewed = sent
        return []
    }

    /// The former session's member record is gone.
    mutating func left() { formerSession = nil }

    /// Gives up when the last sign of life is too old.
    mutating func expire(at now: Instant, next session: @autoclosure () -> String) -> [LeaseEvent] {
        guard hasJoined, !isValid(at: now) else { return [] }
        return loseAll("it could not be renewed in time", next: session())
    }

    /// Gives up all leases and begins a new session. Those that are known to be somebody's stay known.
    mutating func loseAll(_ why: String, next session: String) -> [LeaseEvent] {
        let lost = held.keys.sorted().map { LeaseEvent.lost(environment: $0, why: why) }
        formerSession = hasJoined ? self.session : formerSession
        self.session = session
        hasJoined = false
        beat = 0
        held = [:]
        renewed = nil
        return lost
    }

    // MARK: Looking

    /// Learns what the table holds.
    /// - Parameter now: after the answer came.
    /// - Returns: what was gained or lost thereby, and what is to be done next.
    mutating func observe(_ view: LeaseView, at now: Instant) -> (events: [LeaseEvent], steps: [LeaseStep]) {
        let news = view.members.sorted { $0.key < $1.key }.compactMap { member in
            member.key == session ? nil : self.news(from: member.value, after: sightings[member.key]?.record)
        }
        sightings = view.members.filter { $0.key != session }.reduce(into: [:]) { seen, member in
            let before = sightings[member.key]
            let isSame = before?.record.beat == member.value.beat
            seen[member.key] = Sighting(record: member.value, since: isSame ? before?.since ?? now : now)
        }
        for (environment, record) in records where view.leases[environment] == nil {
            if record.holder != nil, vanished[environment] == nil { vanished[environment] = now }
        }
        for (environment, record) in view.leases {
            vanished[environment] = nil
            greatestFences[environment] = max(greatestFences[environment] ?? 0, record.fence)
        }
        records = view.leases
        let events = dropTaken() + adopt(at: now) + hear() + news
        return (events, burials(at: now) + releases(at: now) + takings(at: now) + clearings())
    }

    /// A step of `observe` was done.
    /// - Parameter since: what was written of the time of a taking.
    mutating func did(_ step: LeaseStep, at now: Instant, since: Int? = nil) -> [LeaseEvent] {
        switch step {
        case .bury(let session, _):
            sightings[session] = nil
            return []
        case .take(let environment, _, let fence):
            records[environment] = LeaseRecord(fence: fence, holder: session, replica: replica, since: since)
            greatestFences[environment] = fence
            return gain(environment, fence, at: now)
        case .release(let environment):
            records[environment]?.holder = nil
            return []
        case .clear(let environment, let mark):
            if records[environment]?.mark == mark { records[environment]?.mark = nil }
            return []
        }
    }

    /// Stops acting on a lease before it is given back.
    mutating func giveUp(_ environment: String, _ why: String) -> [LeaseEvent] {
        held.removeValue(forKey: environment) == nil ? [] : [.lost(environment: environment, why: why)]
    }

    /// The same for a lease on which no work goes on; nil when some does.
    mutating func giveUpIdle(_ environment: String) -> [LeaseEvent]? {
        busy[environment] == nil ? giveUp(environment, "it goes to another replica, or is no longer wanted") : nil
    }

    private mutating func gain(_ environment: String, _ fence: Int, at now: Instant) -> [LeaseEvent] {
        guard isValid(at: now) else { return [] }
        held[environment] = fence
        return [.gained(Lease(environment: environment, fence: fence))]
    }

    private mutating func dropTaken() -> [LeaseEvent] {
        let taken = held.filter { records[$0.key]?.holder != session || records[$0.key]?.fence != $0.value }
        for environment in taken.keys { held[environment] = nil }
        return taken.keys.sorted().map {
            .lost(environment: $0, why: "the lease table no longer says that it is held here")
        }
    }

    /// The answer to a taking may have been lost.
    private mutating func adopt(at now: Instant) -> [LeaseEvent] {
        let unknown = records.filter { $0.value.holder == session && held[$0.key] == nil && wanted.contains($0.key) }
        return unknown.sorted { $0.key < $1.key }.flatMap { gain($0.key, $0.value.fence, at: now) }
    }
}

// MARK: What others say

extension LeaseBook {
    /// What was asked of this replica and not heard before. The mark goes with a write that may fail; it is heard once all
    /// the same.
    private mutating func hear() -> [LeaseEvent] {
        held.keys.sorted().compactMap { environment in
            guard let mark = records[environment]?.mark, heard[environment] != mark else { return nil }
            heard[environment] = mark
            return .asked(environment: environment, by: records[environment]?.asker ?? "somebody")
        }
    }

    private func clearings() -> [LeaseStep] {
        held.keys.sorted().compactMap { environment in
            records[environment]?.mark.map { .clear(environment: environment, mark: $0) }
        }
    }

    /// A commit that came into another replica's sight since the last look, and is not known here.
    private func news(from member: MemberRecord, after before: MemberRecord?) -> LeaseEvent? {
        guard let commit = member.seen, commit != before?.seen, commit != seen else { return nil }
        return .seen(commit: commit)
    }
}

// MARK: Sharing

extension LeaseBook {
    /// What is shared evenly; who speaks for all has no smaller share for it.
    var environments: Set<String> { wanted.subtracting([Lease.forge]) }

    /// How many of the environments are this replica's part: as even as it goes among those that want any. The odd ones stay
    /// where they are, and go to the first by session otherwise.
    func share(at now: Instant) -> Int {
        let alive = sightings.filter { $0.value.record.wants > 0 && !isSilent($0.value, at: now) }.keys + [session]
        let (each, odd) = environments.count.quotientAndRemainder(dividingBy: alive.count)
        let counts = environments.reduce(into: [String: Int]()) { counts, environment in
            if let holder = records[environment]?.holder { counts[holder, default: 0] += 1 }
        }
        let order = alive.sorted { a, b in
            let (isA, isB) = ((counts[a] ?? 0) > each, (counts[b] ?? 0) > each)
            return isA == isB ? a < b : isA
        }
        return each + (order.prefix(odd).contains(session) ? 1 : 0)
    }

    private func isSilent(_ sighting: Sighting, at now: Instant) -> Bool { sighting.since + duration <= now }

    private func burials(at now: Instant) -> [LeaseStep] {
        sightings.filter { isSilent($0.value, at: now) }.sorted { $0.key < $1.key }
            .map { .bury(session: $0.key, beat: $0.value.record.beat) }
    }

    /// What nobody wants any more, and the surplus; what is being worked on stays until that has ended.
    private func releases(at now: Instant) -> [LeaseStep] {
        let mine = records.filter { $0.value.holder == session }.keys
        let unwanted = mine.filter { !wanted.contains($0) }
        let kept = mine.filter { environments.contains($0) }
        let idle = inOrder(kept.filter { busy[$0] == nil })
        let surplus = idle.suffix(min(max(0, kept.count - share(at: now)), idle.count))
        return (unwanted.filter { busy[$0] == nil }.sorted() + surplus).map { .release(environment: $0) }
    }

    private func takings(at now: Instant) -> [LeaseStep] {
        guard isValid(at: now) else { return [] }
        let mine = records.count { $0.value.holder == session && environments.contains($0.key) }
        let free = inOrder(environments.filter { isFree($0, at: now) }).prefix(max(0, share(at: now) - mine))
        let others = wanted.subtracting(environments).filter { isFree($0, at: now) }
        return (others + free).map { environment in
            let seen = records[environment]?.fence
            let fence = max(seen ?? 0, greatestFences[environment] ?? 0) + 1
            return .take(environment: environment, seen: seen, fence: fence)
        }
    }

    /// A record whose session has no member was given up or buried: members join before they take, and are read after
    /// the leases. A record that was deleted from outside may still be believed in by its holder, for a duration.
    private func isFree(_ environment: String, at now: Instant) -> Bool {
        if let record = records[environment] {
            guard let holder = record.holder else { return true }
            return holder != session && sightings[holder] == nil
        }
        return vanished[environment].map { $0 + duration <= now } ?? true
    }

    /// Each replica prefers others, so that two that begin together seldom want the same.
    private func inOrder(_ environments: some Sequence<String>) -> [String] {
        environments.sorted { (Self.rank($0, session), $0) < (Self.rank($1, session), $1) }
    }

    /// FNV-1a.
    private static func rank(_ environment: String, _ session: String) -> UInt64 {
        "\(session)/\(environment)".utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
