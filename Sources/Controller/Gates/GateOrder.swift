import Foundation
import GitRepository
import Manifests
import Model

/// A person's word about an environment, written as a commit to the config repository.
public enum GateOrder: Sendable {
    case suspend(String, Suspension)
    case resume(String, by: String)
    case approve(String, digest: String, by: String, until: Date)

    /// The file that it writes, below the directory of the manifests.
    var file: String {
        switch self {
        case .suspend(let name, _), .resume(let name, _): SuspensionOrder.file(of: name)
        case .approve(let name, _, _, _): Approval.file(of: name)
        }
    }

    /// When it ends by itself, with what it is called.
    private var end: (what: String, until: Date)? {
        switch self {
        case .suspend(let name, let suspension): ("a suspension of \(name)", suspension.until)
        case .approve(let name, _, _, let until): ("an approval for \(name)", until)
        case .resume: nil
        }
    }

    /// Why it makes no sense; nil when it does.
    func problem(at date: Date) -> String? {
        if case .approve(_, let digest, _, _) = self, !Approval.isDigest(digest) {
            return "\(digest) is not a plan's digest, which is sha256: and 64 digits"
        }
        guard let end, end.until <= date else { return nil }
        return "\(end.what) until \(end.until.rfc3339) would be over already"
    }

    /// The commit's message.
    var message: String {
        switch self {
        case .suspend(let name, let suspension):
            "Suspend \(name) until \(suspension.until.rfc3339)\n\n\(suspension.reason)\n\nPlumbline-By: \(suspension.by)\n"
        case .resume(let name, let by): "Resume \(name)\n\nPlumbline-By: \(by)\n"
        case .approve(let name, let digest, let by, let until):
            "Approve a plan of \(name) until \(until.rfc3339)\n\nPlumbline-Plan: \(digest)\nPlumbline-By: \(by)\n"
        }
    }

    /// The file's content; nil removes it.
    var content: [UInt8]? {
        switch self {
        case .suspend(let name, let suspension):
            return Self.document(
                "Suspension", name,
                [("reason", suspension.reason), ("by", suspension.by), ("until", suspension.until.rfc3339)])
        case .resume: return nil
        case .approve(let name, let digest, let by, let until):
            return Self.document("Approval", name, [("digest", digest), ("by", by), ("until", until.rfc3339)])
        }
    }

    private static func document(_ kind: String, _ name: String, _ spec: [(String, String)]) -> [UInt8] {
        let lines = spec.map { "  \($0): \(quoted($1))\n" }.joined()
        return Array("apiVersion: plumbline.dev/v1\nkind: \(kind)\nmetadata: { name: \(name) }\nspec:\n\(lines)".utf8)
    }

    /// A text in YAML's double quotes, on one line.
    private static func quoted(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        let printable = line.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : String($0) }
            .joined()
        return "\"" + printable.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

extension Run {
    /// The config repository's address, without any secret.
    public var address: String { repository.mirror.address }

    /// Why a commit of ours would not count, and would keep the commits on which it stands from counting, too.
    private func signingProblem() throws(RunError) -> String? {
        guard let trust = settings.trust else { return nil }
        guard let key = settings.signingKey else {
            return "only signed commits count, and there is no key to sign this one with: name it with --sign-with, or "
                + "commits.signingKey where the controller commits"
        }
        do throws(GitError) {
            return try trust.allows(key)
                ? nil
                : "only commits of known signers count, and the signing key is of none of them: add its public half"
        } catch {
            throw RunError(.usage, error.description)
        }
    }

    /// Writes a person's word to the branch that counts, by compare-and-swap; the same word twice is one commit.
    /// - Returns: the commit; nil when the branch says so already.
    public func commit(_ order: GateOrder) async throws(RunError) -> String? {
        if let problem = order.problem(at: Date()) { throw RunError(.usage, problem) }
        if let problem = try signingProblem() { throw RunError(.usage, problem) }
        let folder = settings.path.split(separator: "/").filter { $0 != "." }.map(String.init)
        let path = (folder + [order.file]).joined(separator: "/")
        let content = order.content
        let branch = settings.ref.hasPrefix("refs/heads/") ? String(settings.ref.dropFirst(11)) : settings.ref
        do throws(GitError) {
            guard try await repository.mirror.hasBranch(branch) else {
                throw GitError(
                    code: .unknownRef, operation: "commit to \(branch) of \(address)",
                    message: "it is no branch, and only branches can be committed to. Name the branch with --ref.")
            }
            return try await repository.mirror.publish(
                branch: branch, message: order.message, author: settings.author, signingKey: settings.signingKey,
                under: folder.joined(separator: "/")
            ) { current in
                content == nil && current[path] == nil ? [:] : [path: content]
            }
        } catch {
            throw RunError(error)
        }
    }
}
