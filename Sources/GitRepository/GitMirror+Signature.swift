import GitMessages

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension GitMirror {
    /// Who signed a commit, of those who are trusted.
    ///
    /// Only this commit is looked at, not what came before: its signature is over its tree and, by their ids, over all of
    /// its history.
    /// - Returns: the signer's name, or why the commit does not count.
    /// - Throws: when that cannot be found out.
    public func signer(
        of commit: String, _ trust: CommitTrust
    ) async throws(GitError) -> Result<String, SignatureRefusal> {
        let verb = "read \(commit.prefix(7)) from"
        guard case .bytes(let bytes) = try await read(.rawCommit(mirror: directory, commit: commit), to: verb) else {
            throw unexpected(verb)
        }
        let place = directory.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
        do {
            return .success(try await trust.signer(of: [UInt8](bytes), in: place))
        } catch let refusal as SignatureRefusal {
            return .failure(refusal)
        } catch let error as GitError {
            throw error
        } catch {
            throw GitError(
                code: .other, operation: "check the signature of \(commit.prefix(7))", message: "\(error)", cause: error
            )
        }
    }
}
