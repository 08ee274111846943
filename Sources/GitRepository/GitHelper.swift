import Dispatch
import GitMessages
import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Supervises the helper process: starts it when it is needed, asks it one thing at a time, kills it at a deadline, and ends
/// it when nobody asks it for a while.
public final class GitHelper: Sendable {
    /// How a request ended that got no reply.
    enum Failure: Error {
        case timedOut(Duration)
        case cancelled
        case died
        case cannotStart(String)
        /// The new process did not take the greeting.
        case refused(GitFailure)
    }

    private let executable: String
    private let certificateAuthorityFile: String?
    private let patience: Duration
    /// How many requests have had their turn.
    private let served = Mutex(0)
    private let queue = DispatchQueue(label: "plumbline-git")
    private let current = Mutex<HelperProcess?>(nil)

    /// - Parameters:
    ///   - executable: The path of `plumbline-git`; nil looks beside the running executable.
    ///   - certificateAuthorityFile: See ``GitRemote/certificateAuthorityFile``; it holds for the whole process.
    ///   - patience: How long a process that nobody asks is kept.
    public init(executable: String? = nil, certificateAuthorityFile: String? = nil, patience: Duration) {
        self.executable = executable ?? Self.besideThisExecutable
        self.certificateAuthorityFile = certificateAuthorityFile
        self.patience = patience
    }

    deinit { current.withLock { $0?.kill() } }

    /// `plumbline-git` in the directory of the running executable.
    public static var besideThisExecutable: String {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return own.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/plumbline-git"
    }

    /// The running process's number; nil before the first request and after a failure.
    public var processID: Int32? { current.withLock { $0?.processID } }

    /// Asks the helper and waits for its answer, which may be a failure of git's.
    ///
    /// Requests are served one after the other; the deadline counts from when this one's turn comes. A process that
    /// ends before it answers is replaced once and asked again. Cancelling the task kills the process.
    func perform(_ request: GitRequest, within limit: Duration) async throws(Failure) -> GitReply {
        let turn = Turn()
        let result: Result<GitReply, Failure> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.async {
                    continuation.resume(returning: self.serve(request, within: limit, turn: turn))
                    self.endUnlessAsked()
                }
            }
        } onCancel: {
            turn.cancel()
        }
        return try result.get()
    }

    private func serve(_ request: GitRequest, within limit: Duration, turn: Turn) -> Result<GitReply, Failure> {
        let deadline = ContinuousClock.now + limit
        do {
            let frame = try Frame.encode(request)
            for attempt in 1...2 {
                do {
                    return .success(try ask(frame, until: deadline, turn: turn))
                } catch HelperProcess.Failure.died where attempt == 1 && !turn.isCancelled {
                    continue
                }
            }
            return .failure(.died)
        } catch {
            if turn.isCancelled { return .failure(.cancelled) }
            switch error {
            case HelperProcess.Failure.timedOut: return .failure(.timedOut(limit))
            case HelperProcess.Failure.cannotStart(let reason): return .failure(.cannotStart(reason))
            case let failure as GitFailure: return .failure(.refused(failure))
            case let failure as FrameError:
                return .failure(.refused(GitFailure(code: .tooLarge, text: "the request is too large: \(failure)")))
            default: return .failure(.died)
            }
        }
    }

    /// One exchange with the current process; any trouble ends that process.
    private func ask(_ frame: [UInt8], until deadline: ContinuousClock.Instant, turn: Turn) throws -> GitReply {
        let process = try running(until: deadline, turn: turn)
        do {
            guard turn.begin(with: process) else { throw HelperProcess.Failure.died }
            defer { turn.end() }
            let payload = try process.exchange(frame, until: deadline)
            return try JSONDecoder().decode(GitReply.self, from: Data(payload))
        } catch {
            discard(process)
            throw error is HelperProcess.Failure ? error : HelperProcess.Failure.died
        }
    }

    /// The current process, or a new one that has been greeted.
    private func running(until deadline: ContinuousClock.Instant, turn: Turn) throws -> HelperProcess {
        if let process = current.withLock({ $0 }) { return process }
        let process = try HelperProcess(executable: executable)
        current.withLock { $0 = process }
        do {
            guard turn.begin(with: process) else { throw HelperProcess.Failure.died }
            defer { turn.end() }
            let hello = GitRequest.hello(
                version: gitMessagesVersion,
                certificateAuthorityFile: certificateAuthorityFile
            )
            let payload = try process.exchange(Frame.encode(hello), until: deadline)
            if case .failed(let failure) = try JSONDecoder().decode(GitReply.self, from: Data(payload)) {
                throw failure
            }
            return process
        } catch {
            discard(process)
            throw error
        }
    }

    private func endUnlessAsked() {
        let number = served.withLock { count in
            count += 1
            return count
        }
        queue.asyncAfter(deadline: .now() + patience / .seconds(1)) { [weak self] in
            guard let self, self.served.withLock({ $0 == number }) else { return }
            if let process = self.current.withLock({ $0 }) { self.discard(process) }
        }
    }

    private func discard(_ process: HelperProcess) {
        process.kill()
        current.withLock { if $0 === process { $0 = nil } }
    }
}

/// The link between a request and the process that serves it, by which a cancelled task ends both.
private final class Turn: Sendable {
    private struct State {
        var process: HelperProcess?
        var isCancelled = false
    }

    private let state = Mutex(State())

    var isCancelled: Bool { state.withLock { $0.isCancelled } }

    /// False when the request was cancelled before.
    func begin(with process: HelperProcess) -> Bool {
        state.withLock { state in
            state.process = process
            return !state.isCancelled
        }
    }

    func end() { state.withLock { $0.process = nil } }

    func cancel() {
        let process = state.withLock { state in
            state.isCancelled = true
            return state.process
        }
        process?.kill()
    }
}
