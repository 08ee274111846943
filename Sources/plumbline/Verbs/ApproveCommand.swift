import ArgumentParser
import Controller
import Manifests

/// `plumbline approve`: commits the approval of exactly one plan.
struct ApproveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Commits the approval of exactly one plan of an environment.",
        discussion: """
            Writes approvals/ENVIRONMENT.yaml to the branch --ref. It holds for the plan with this digest and for no other; \
            serve and apply carry that plan out.
            """)

    @Argument(help: "The environment, or Repository for what all of them share.")
    var environment: String

    @Argument(help: "The plan's digest, sha256:…")
    var digest: String

    @OptionGroup var repository: RepositoryOptions
    @OptionGroup var gate: GateOptions

    func validate() throws {
        guard Approval.isDigest(digest) else {
            throw ValidationError("\(digest) is not a plan's digest, which is sha256: and 64 digits")
        }
    }

    func run() async throws {
        try await gate.commit(.approve(environment, digest: digest, by: gate.person), to: repository) { commit in
            commit.map { "the plan \(digest) of \(environment) is approved (\($0.prefix(7)))" }
                ?? "the plan \(digest) of \(environment) was approved already"
        }
    }
}
