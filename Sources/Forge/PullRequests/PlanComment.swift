import Model

/// A plan as a comment on a pull request, in the Markdown that GitHub and GitLab share.
///
/// What stands in manifests is written by whoever opened the pull request, so all of it goes into code blocks, in which
/// nothing is a link, a mention or HTML, and whose fence is longer than any within.
public struct PlanComment: Sendable {
    /// Begins the comment, by which it is found again.
    public static let marker = "<!-- plumbline:plan -->"

    private let limit: Int
    private let forge: String

    /// - Parameter limit: the longest text, in UTF-16 units.
    public init(limit: Int, forge: String) {
        self.limit = limit
        self.forge = forge
    }

    public func render(_ plan: PullRequestPlan, of head: String, page: String? = nil) -> String {
        var text = LimitedText(limit: limit, note: { note($0, head) })
        text.add("### Plumbline: plan of `\(head.prefix(7))`\n\n")
        switch plan {
        case .invalid(let diagnostics): invalid(diagnostics, &text)
        case .failed(let why):
            text.add("The plan could not be made:\n\n")
            text.add(block: [why], language: "text", before: "", after: "")
        case .planned(let plans):
            text.add(table(plans))
            let approvals = plans.filter { !$0.plan.approvalReasons.isEmpty }
            for plan in approvals {
                text.add("\nAfter the merge, **\(plan.environment)** waits for an approval:\n\n")
                text.add(block: plan.plan.approvalReasons, language: "text", before: "", after: "")
            }
            for plan in plans where !plan.plan.changes.isEmpty || !plan.plan.diagnostics.isEmpty {
                let title = "<details><summary><b>\(Self.escaped(plan.environment))</b>: \(plan.summary)</summary>\n\n"
                text.add(block: lines(plan), language: "diff", before: "\n" + title, after: "\n</details>\n")
            }
            text.add("\nOnly looked at: nothing was changed. `+` is made, `~` changed, `-` deleted, `-/+` made anew.\n")
        }
        if let page { text.add("\n[Plumbline](\(page))\n") }
        return text.finished
    }

    private func note(_ count: Int, _ head: String) -> String {
        "\n> \(counted(count, "line")) left out, because \(forge) takes no longer comment. All of it: "
            + "`plumbline plan --ref \(head)`\n"
    }

    private func invalid(_ diagnostics: [Diagnostic], _ text: inout LimitedText) {
        let errors = diagnostics.count { $0.severity == .error }
        text.add(
            "**The manifests are not valid** (\(counted(errors, "error"))). Merged like this they would change nothing, "
                + "and the last valid commit would stay in force.\n\n")
        let sorted = diagnostics.filter { $0.severity == .error } + diagnostics.filter { $0.severity != .error }
        text.add(block: sorted.map { Self.line($0.description) }, language: "text", before: "", after: "")
    }

    private func table(_ plans: [EnvironmentPlan]) -> String {
        guard !plans.isEmpty else { return "It declares no environment.\n" }
        let actions = ChangeAction.allCases.filter { action in plans.contains { $0.count(action) > 0 } }
        let head = ["environment"] + actions.map(\.rawValue) + ["unchanged"]
        var lines = [head, ["---"] + Array(repeating: "--:", count: head.count - 1)]
        for plan in plans {
            let counts = actions.map { plan.count($0) > 0 ? "**\(plan.count($0))**" : "" }
            let name = "`\(plan.environment)`" + (plan.errors > 0 ? " (\(counted(plan.errors, "error")))" : "")
            lines.append([name] + counts + [String(plan.plan.unchanged)])
        }
        return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }

    private func lines(_ plan: EnvironmentPlan) -> [String] {
        let said = plan.plan.diagnostics.sorted { $0.severity < $1.severity }
            .map { ($0.severity == .error ? "! " : "# ") + Self.line($0.description) }
        return ["# digest \(plan.plan.digest)"] + said + plan.plan.changes.flatMap(Self.lines)
    }

    private static func lines(_ change: ChangeState) -> [String] {
        var head = "\(sign(change.action)) \(change.action.rawValue) \(change.address)  \(change.type)"
        if change.reason != .new, change.reason != .removed { head += "  (\(change.reason.rawValue))" }
        guard change.action != .create, change.action != .delete else { return [line(head)] }
        return [line(head)]
            + change.fields.flatMap(\.parts).flatMap { field -> [String] in
                let before = field.isSecret ? "•••" : field.before?.description
                let after = field.isSecret ? "•••" : field.after?.description
                return [before.map { "-     \(field.name): \($0)" }, after.map { "+     \(field.name): \($0)" }]
                    .compactMap { $0.map(line) }
            }
    }

    private static func sign(_ action: ChangeAction) -> String {
        switch action {
        case .create: "+"
        case .adopt: "="
        case .update: "~"
        case .replace: "-/+"
        case .delete: "-"
        }
    }

    private static let longestLine = 600

    /// One line of at most so many characters.
    private static func line(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count > longestLine ? line.prefix(longestLine) + "…" : line
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
