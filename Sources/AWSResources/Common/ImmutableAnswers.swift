import Synchronization

/// Keeps what AWS never changes (a task definition's revision), so that it is read once.
///
/// The texts are the answers' JSON; a store that outlives the process can be given.
public final class ImmutableAnswers: Sendable {
    private let known: Mutex<[String: String]>
    private let save: @Sendable (_ key: String, _ answer: String) -> Void

    /// - Parameters:
    ///   - known: what an earlier process kept.
    ///   - save: called once for every new answer.
    public init(
        known: [String: String] = [:],
        save: @escaping @Sendable (_ key: String, _ answer: String) -> Void = { _, _ in }
    ) {
        self.known = Mutex(known)
        self.save = save
    }

    subscript(key: String) -> String? { known.withLock { $0[key] } }

    func keep(_ answer: String, for key: String) {
        known.withLock { $0[key] = answer }
        save(key, answer)
    }
}
