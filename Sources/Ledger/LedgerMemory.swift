import Synchronization

/// What the status branch held when it was read last.
///
/// With a hundred environments nearly every look finds the branch where it was, and after a change two files of two
/// hundred are others. Copies of a ledger share it.
final class LedgerMemory: Sendable {
    private struct State {
        /// The commit that the files are of; nil where that is not known.
        var commit: String?
        var files: LedgerFiles?
    }

    private let state = Mutex(State())

    /// The files of a commit, when it is the one that was read last.
    func files(of commit: String) -> LedgerFiles? {
        state.withLock { $0.commit == commit ? $0.files : nil }
    }

    /// Reads files, those apart that are as they were before.
    /// - Parameter commit: that they are of; nil where that is not known.
    func read(_ texts: [String: [UInt8]], of commit: String?) -> LedgerFiles {
        let files = LedgerFiles(texts, knowing: state.withLock(\.files))
        state.withLock { $0 = State(commit: commit, files: files) }
        return files
    }
}
