import Foundation
import Model

/// Of several replicas one speaks for all: it previews pull requests, and tells chats what concerns the repository as a
/// whole. Each environment's holder tells of that environment.
extension ControlLoop {
    /// What every replica sees, and one tells.
    private static let ofRepository: Set = [
        "GitTrouble", "GitAnswers", "InvalidManifests", "SignatureRefused", "CommitSeen", "ForcePushed",
    ]
    /// What stands until something else is said, and what that is.
    private static let endings = [
        "GitAnswers": ["GitTrouble"], "CommitSeen": ["InvalidManifests", "SignatureRefused"],
    ]
    /// How long one that is dead may have kept silent: longer than it takes to take over from it.
    private static let silence: TimeInterval = 60

    /// Whether this replica previews pull requests.
    var isForge: Bool { leases?.held(Lease.forge) != nil }

    /// Whether chats are to be told of an event by this replica. As long as leases cannot be had at all, each tells: rather
    /// twice than never.
    func isForChats(_ event: ControllerEvent) -> Bool {
        guard let name = event.environment else {
            return leases == nil || isForge || !Self.ofRepository.contains(event.reason)
        }
        // What is brought to its end after the lease was lost is this one's own doing.
        return entries[name].map { $0.item.isHeld || $0.item.attempt != nil } ?? true
    }

    /// Keeps in mind what was left to another replica, which may have died before it told.
    func noteUntold(_ event: ControllerEvent) {
        guard event.environment == nil, Self.ofRepository.contains(event.reason) else { return }
        for ended in Self.endings[event.reason] ?? [] { untold[ended] = nil }
        untold[event.reason] = event.isForChats || Self.endings[event.reason] != nil ? nil : event
    }

    /// This replica speaks for all from now on: it tells how things stand, and looks at the open pull requests.
    func becameForge() {
        let now = clock.now().wall
        for var event in untold.values.sorted(by: { $0.time < $1.time }) {
            let stands = Self.endings.values.contains { $0.contains(event.reason) }
            guard stands || now.timeIntervalSince(event.time) < Self.silence else { continue }
            event.isForChats = true
            for listener in listeners.values { listener.yield(event) }
        }
        untold = [:]
        preview?.look()
    }

    /// A webhook's word of a pull request, which may have reached another replica than the one that plans it.
    func received(_ request: PullRequestNotice) {
        guard let preview else { return }
        guard !isForge else { return preview.received(request) }
        guard !asksForge else {
            asksForgeAgain = true
            return
        }
        askForge()
    }

    /// The asking has come to its end.
    func askedForge() {
        asksForge = false
        guard asksForgeAgain else { return }
        asksForgeAgain = false
        askForge()
    }

    private func askForge() {
        guard let leases, !isStopping else { return }
        asksForge = true
        jobs.append(.askForge(leases))
    }
}
