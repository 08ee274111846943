import Foundation
import Model
import Synchronization

/// Plans the heads of pull requests and tells the plans on the forge: one comment each, updated in place, and a status.
///
/// Nothing that it does changes AWS. Pull requests from other repositories are not planned unless that is wanted: their
/// manifests are written by people who need not have any rights, and the plan shows what AWS holds.
public final class PullRequestPreview: Sendable {
    private enum Letter: Sendable {
        case moved(number: Int, head: String)
        case closed(number: Int)
        case look
        case listed([PullRequest])
        case ended(number: Int, PreviewQueue.Ending)
        case wake
    }

    private let client: any ForgeClient
    private let base: String
    private let page: String?
    private let plansForks: Bool
    private let clock: ForgeClock
    private let mayTell: @Sendable () async -> Bool
    private let plan: @Sendable (PullRequest) async -> PullRequestPlan
    private let onTrouble: @Sendable (ForgeError) -> Void
    private let lastTrouble = Mutex<ForgeError.Code?>(nil)
    private let inbox: AsyncStream<Letter>
    private let poster: AsyncStream<Letter>.Continuation

    /// - Parameters:
    ///   - base: the branch that counts.
    ///   - page: the controller's page, when people can reach it.
    ///   - plan: plans the head against live AWS, and changes nothing. Cancelled when the head moved.
    ///   - mayTell: asked before anything is told on the forge: no when another process does it by now.
    ///   - onTrouble: told once, until something goes through or the trouble is of another kind.
    public init(
        _ client: any ForgeClient, base: String, page: String? = nil, plansForks: Bool = false,
        clock: ForgeClock = .system, mayTell: @escaping @Sendable () async -> Bool = { true },
        onTrouble: @escaping @Sendable (ForgeError) -> Void,
        plan: @escaping @Sendable (PullRequest) async -> PullRequestPlan
    ) {
        self.client = client
        self.base = base
        self.page = page
        self.plansForks = plansForks
        self.clock = clock
        self.mayTell = mayTell
        self.plan = plan
        self.onTrouble = onTrouble
        (inbox, poster) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1000))
    }

    /// A webhook's word. Returns at once.
    public func received(_ notice: PullRequestNotice) {
        guard notice.isOpen, notice.base == base else { return post(.closed(number: notice.number)) }
        post(.moved(number: notice.number, head: notice.head))
    }

    /// Asks the forge for all that are open, for what no webhook told. Returns at once.
    public func look() { post(.look) }

    /// Works until the task is cancelled or `finish` was called.
    public func run() async {
        await withDiscardingTaskGroup { group in
            var queue = PreviewQueue()
            var ends: [Int: AsyncStream<Void>.Continuation] = [:]
            for await letter in inbox {
                var actions: [PreviewQueue.Action] = []
                switch letter {
                case .moved(let number, let head): actions = queue.moved(number, to: head)
                case .closed(let number): actions = queue.closed(number)
                case .look: group.addTask { await self.list() }
                case .listed(let open):
                    actions = queue.listed(open.map { ($0.number, $0.head) }, at: clock.steady())
                case .ended(let number, let ending):
                    ends.removeValue(forKey: number)?.finish()
                    queue.ended(number, ending)
                case .wake: break
                }
                for action in actions + queue.next(at: clock.steady()) {
                    switch action {
                    case .end(let number): ends.removeValue(forKey: number)?.finish()
                    case .begin(let number, let head):
                        let (signal, end) = AsyncStream<Void>.makeStream()
                        ends[number] = end
                        group.addTask { await self.preview(number, head, until: signal) }
                    }
                }
                if case .ended = letter, let wakes = queue.wakes {
                    group.addTask { await self.wake(at: wakes) }
                }
            }
            group.cancelAll()
        }
    }

    public func finish() { poster.finish() }

    private func post(_ letter: Letter) { poster.yield(letter) }

    private func wake(at time: Date) async {
        try? await clock.sleep(.seconds(max(0, time.timeIntervalSince(clock.steady()))))
        post(.wake)
    }

    private func list() async {
        do throws(ForgeError) {
            let open = try await client.openPullRequests(into: base)
            lastTrouble.withLock { $0 = nil }
            post(.listed(open.filter { !$0.head.isEmpty }))
        } catch {
            complain(error)
        }
    }

    /// Plans one head; ends early when the signal ends.
    private func preview(_ number: Int, _ head: String, until signal: AsyncStream<Void>) async {
        let ending = await withTaskGroup(of: PreviewQueue.Ending?.self) { group in
            group.addTask { await self.preview(number, head) }
            group.addTask {
                for await _ in signal {}
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
        // One that was ended has been replaced; what comes next is in the queue already.
        post(.ended(number: number, ending ?? .dropped))
    }
}

extension PullRequestPreview {
    private func preview(_ number: Int, _ head: String) async -> PreviewQueue.Ending? {
        do throws(ForgeError) {
            guard await mayTell() else { return .dropped }
            let request = try await client.pullRequest(number)
            guard request.isOpen, request.base == base else { return .closed }
            guard request.head == head || request.head.isEmpty else { return .moved(to: request.head) }
            guard !request.isFromFork || plansForks else {
                try await tell(.error, "not planned, because its branch is in another repository", head)
                return .done
            }
            try await tell(.pending, "being planned", head)
            let plan = await plan(request)
            guard !Task.isCancelled else { return nil }
            let now = try await client.pullRequest(number)
            guard now.isOpen else { return .closed }
            guard now.head == head else { return .moved(to: now.head) }
            guard await mayTell() else { return .dropped }
            let text = PlanComment(limit: client.commentLimit - PlanComment.marker.utf16.count - 1, forge: client.name)
                .render(plan, of: head, page: page)
            try await client.putComment(text, marker: PlanComment.marker, on: number)
            try await client.setStatus(plan.status(page: page), of: head)
            lastTrouble.withLock { $0 = nil }
            if case .failed = plan { return .failed(again: clock.steady() + 120) }
            return .done
        } catch {
            return ending(error)
        }
    }

    private func ending(_ error: ForgeError) -> PreviewQueue.Ending? {
        guard error.code != .cancelled else { return nil }
        complain(error)
        // The next look finds it again; until the token is renewed, that look goes nowhere.
        if error.code == .unauthorized { return .dropped }
        guard error.passesBy else { return .givenUp }
        return .failed(again: clock.steady() + max(60, error.retryAfter?.inSeconds ?? 0))
    }

    private func tell(_ state: CommitStatus.State, _ text: String, _ head: String) async throws(ForgeError) {
        try await client.setStatus(
            CommitStatus(context: CommitStatus.planContext, state, text, target: page), of: head)
    }

    private func complain(_ error: ForgeError) {
        guard error.code != .cancelled else { return }
        let isNews = lastTrouble.withLock { last in
            defer { last = error.code }
            return last != error.code
        }
        if isNews { onTrouble(error) }
    }
}
