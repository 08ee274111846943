import Model
import Testing

@testable import Forge

@Suite("A plan as a comment")
struct PlanCommentTests {
    private let comment = PlanComment(limit: 65_000, forge: "GitHub")

    @Test("a table of all environments, and what changes in each as a diff, secrets hidden")
    func plan() {
        let plan = PullRequestPlan.planned([
            .sample(
                "dev",
                [
                    .sample("dev/acme/Service", .create, reason: .new),
                    .sample(
                        "dev/acme/TargetGroup", .update, reason: .drift,
                        fields: [
                            FieldChange(name: "desiredCount", before: 3, after: 1),
                            FieldChange(name: "password", before: "old", after: "new", isSecret: true),
                            FieldChange(name: "label", before: nil, after: "a"),
                        ]),
                    .sample("dev/acme/Rule", .delete, reason: .removed),
                    .sample("dev/acme/Balancer", .replace),
                ], approval: ["dev/acme/Balancer would be made anew"]),
            .sample("prod", []),
        ])
        #expect(
            comment.render(plan, of: "c0ffee1234", page: "https://plumbline.example") == """
                ### Plumbline: plan of `c0ffee1`

                | environment | create | update | replace | delete | unchanged |
                | --- | --: | --: | --: | --: | --: |
                | `dev` | **1** | **1** | **1** | **1** | 57 |
                | `prod` |  |  |  |  | 57 |

                After the merge, **dev** waits for an approval:

                ```text
                dev/acme/Balancer would be made anew
                ```

                <details><summary><b>dev</b>: 1 to create, 1 to update, 1 to replace, 1 to delete</summary>

                ```diff
                # digest sha256:abc
                + create dev/acme/Service  AWS::ECS::Service
                ~ update dev/acme/TargetGroup  AWS::ECS::Service  (drift)
                -     desiredCount: 3
                +     desiredCount: 1
                -     password: •••
                +     password: •••
                +     label: "a"
                - delete dev/acme/Rule  AWS::ECS::Service
                -/+ replace dev/acme/Balancer  AWS::ECS::Service  (manifest)
                ```

                </details>

                Only looked at: nothing was changed. `+` is made, `~` changed, `-` deleted, `-/+` made anew.

                [Plumbline](https://plumbline.example)

                """)
        #expect(
            plan.status(page: nil)
                == CommitStatus(
                    context: "plumbline/plan", .success, "dev: 1 to create, 1 to update, 1 to replace, 1 to delete"))
        #expect(PullRequestPlan.planned([.sample("prod", [])]).status(page: nil).description == "no changes")
    }

    @Test("manifests that are not valid are told by file, line and column, and the status fails")
    func invalid() {
        let plan = PullRequestPlan.invalid([
            Diagnostic(.warning, "odd", at: SourceLocation(file: "b.yaml", line: 1, column: 1)),
            Diagnostic(.error, "unknown key `cout`", at: SourceLocation(file: "nodes/acme.yaml", line: 12, column: 5)),
        ])
        let text = comment.render(plan, of: "c0ffee1234")
        #expect(text.contains("**The manifests are not valid** (1 error)."))
        #expect(
            text.contains("```text\nnodes/acme.yaml:12:5: error: unknown key `cout`\nb.yaml:1:1: warning: odd\n```"))
        let status = plan.status(page: nil)
        #expect(status.state == .failure)
        #expect(status.description == "1 error in the manifests: nodes/acme.yaml:12:5: error: unknown key `cout`")
    }

    @Test("an environment that cannot be planned fails the status and says why; AWS out of reach is an error of ours")
    func errors() {
        let plan = PullRequestPlan.planned([.sample("dev", [], diagnostics: [Diagnostic(.error, "a conflict")])])
        #expect(plan.status(page: nil).state == .failure)
        #expect(comment.render(plan, of: "c0ffee1234").contains("| `dev` (1 error) | 57 |"))
        #expect(comment.render(plan, of: "c0ffee1234").contains("! error: a conflict"))
        #expect(PullRequestPlan.failed("AWS is away").status(page: nil).state == .error)
    }

    @Test("what manifests hold cannot leave its code block")
    func injection() {
        let evil = "```\n</details>\n@everyone <script>``````"
        let plan = PullRequestPlan.planned([
            .sample(
                "dev",
                [
                    .sample(
                        "dev/acme/Service", .update, fields: [FieldChange(name: "x", before: nil, after: .string(evil))]
                    )
                ])
        ])
        let text = comment.render(plan, of: "c0ffee1234")
        #expect(text.contains("```````diff\n"))
        #expect(text.components(separatedBy: "</details>\n").count == 2, "its own end only")
        let invalid = comment.render(.invalid([Diagnostic(.error, evil)]), of: "c0ffee1234")
        #expect(invalid.contains("```````text\n"))
    }

    @Test("a plan that is too long is cut by whole lines, says how many are missing, and closes what it opened")
    func cut() {
        let changes = (0..<5000).map {
            ChangeState.sample(ResourceAddress("dev/n\($0)/Service"), .create, reason: .new)
        }
        let plan = PullRequestPlan.planned([.sample("dev", changes), .sample("test", changes), .sample("prod", [])])
        let text = comment.render(plan, of: "c0ffee1234")
        #expect(text.utf16.count <= 65_000)
        #expect(text.utf16.count > 60_000)
        #expect(text.contains("| `prod` |"), "the table is whole")
        #expect(text.components(separatedBy: "<details>").count == text.components(separatedBy: "</details>").count)
        #expect(text.components(separatedBy: "```").count % 2 == 1)
        let shown = text.components(separatedBy: "+ create").count - 1
        // Each environment's digest is a line, too, and so is the line at the end.
        #expect(
            text.contains("> \(10_002 - shown - 1 + 1) lines left out, because GitHub takes no longer comment"),
            "\(text.suffix(200)) \(shown)")
    }
}
