import ArgumentParser
import Controller
import Foundation
import Manifests
import Model

/// `plumbline approve`: commits the approval of exactly one plan.
struct ApproveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Commits the approval of exactly one plan of an environment.",
        discussion: """
            Writes approvals/ENVIRONMENT.yaml to the branch --ref. It holds for the plan with this digest and for no other, for \
            one time, and until its end; serve and apply carry that plan out.
            """)

    @Argument(help: "The environment, or Repository for what all of them share.")
    var environment: String

    @Argument(help: "The plan's digest, sha256:…")
    var digest: String

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("How long it holds, such as 2h or 7d.", valueName: "duration"))
    var length = "72h"

    @OptionGroup var repository: RepositoryOptions
    @OptionGroup var gate: GateOptions

    func validate() throws {
        guard Approval.isDigest(digest) else {
            throw ValidationError("\(digest) is not a plan's digest, which is sha256: and 64 digits")
        }
        guard Duration(words: length) != nil else {
            throw ValidationError("--for must be a duration such as 30m, 2h or 7d, not \(length)")
        }
    }

    func run() async throws {
        let until = Date() + (Duration(words: length) ?? Approval.term).seconds
        let order = GateOrder.approve(environment, digest: digest, by: gate.person, until: until)
        try await gate.commit(order, to: repository) { commit in
            "the plan \(digest) of \(environment) is approved until \(until.rfc3339)"
                + (commit.map { " (\($0.prefix(7)))" } ?? "")
        }
    }
}
