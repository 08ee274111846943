import Foundation
import Model
import Yams

extension EnvironmentStatus {
    /// - Parameter former: the text that stands there, of which is kept what this version knows nothing of, as far as it can be
    ///   written again.
    func yaml(over former: [UInt8]? = nil) throws -> [UInt8] {
        let others = Self.others(in: former)
        if !others.isEmpty, let text = try? YAMLText.serialize(YAMLText.map(pairs, keeping: others)) { return text }
        return try YAMLText.serialize(YAMLText.map(pairs))
    }

    private var pairs: [(String, Node?)] {
        [
            ("apiVersion", YAMLText.word("plumbline.dev/v1")),
            ("kind", YAMLText.word(Self.kind)),
            ("environment", YAMLText.word(environment)),
            ("account", account.isEmpty ? nil : YAMLText.text(account)),
            ("region", region.isEmpty ? nil : YAMLText.word(region)),
            ("roleArn", roleARN.map(YAMLText.word)),
            ("revision", YAMLText.word(revision)),
            ("plan", plan.isEmpty ? nil : YAMLText.word(plan)),
            ("outcome", YAMLText.word(outcome.rawValue)),
            ("observedRevision", observedRevision.map(YAMLText.word)),
            ("appliedRevision", appliedRevision.map(YAMLText.word)),
            ("nextAttempt", nextAttempt.map { YAMLText.text($0.formatted(.iso8601)) }),
            ("conditions", YAMLText.list(conditions.map { $0.node(since: since[$0.kind]) })),
            ("drift", drift.isEmpty ? nil : YAMLText.list(drift.map(YAMLText.text))),
            ("resources", resources.isEmpty ? nil : YAMLText.list(resources.map(YAMLText.text))),
            ("changed", changed.map { YAMLText.text($0.formatted(.iso8601)) }),
            ("changes", YAMLText.list(changes.map(\.node))),
            ("waiting", waiting.isEmpty ? nil : YAMLText.list(waiting.map(\.node))),
            ("usedApprovals", usedApprovals.isEmpty ? nil : YAMLText.list(usedApprovals.sorted().map(\.node))),
        ]
    }

    /// The keys and values of a text that is a status.
    private static func others(in former: [UInt8]?) -> [(String, Node)] {
        guard let former, let node = try? YAMLText.parse(former), node.string("kind") == kind else { return [] }
        return node.mapping?.compactMap { key, value in key.string.map { ($0, value) } } ?? []
    }

    /// nil when the text is no status, as when a person has edited it: then nothing is known.
    init?(yaml bytes: [UInt8]) {
        guard let node = try? YAMLText.parse(bytes), node.string("kind") == Self.kind,
            let environment = node.string("environment"), let revision = node.string("revision"),
            let outcome = node.string("outcome").flatMap(RunOutcome.init(rawValue:))
        else { return nil }
        self.init(
            environment: environment, scope: nil, revision: revision, plan: node.string("plan") ?? "",
            outcome: outcome, conditions: node.items("conditions").compactMap(Condition.init(node:)),
            changes: node.items("changes").compactMap(ChangeRecord.init(node:)))
        account = node.string("account") ?? ""
        region = node.string("region") ?? ""
        roleARN = node.string("roleArn")
        observedRevision = node.string("observedRevision")
        appliedRevision = node.string("appliedRevision")
        nextAttempt = node.date("nextAttempt")
        changed = node.date("changed")
        waiting = node.items("waiting").compactMap(ChangeRecord.init(node:))
        drift = node.strings("drift")
        resources = node.strings("resources")
        usedApprovals = Set(node.items("usedApprovals").compactMap(UsedApproval.init(node:)))
        for item in node.items("conditions") {
            guard let kind = item.string("type").flatMap(Condition.Kind.init(rawValue:)) else { continue }
            since[kind] = item.date("since")
        }
    }
}

extension Condition {
    fileprivate func node(since: Date?) -> Node {
        YAMLText.map([
            ("type", YAMLText.word(kind.rawValue)),
            ("status", YAMLText.text(isTrue ? "True" : "False")),
            ("reason", YAMLText.word(reason)),
            ("message", YAMLText.text(message)),
            ("since", since.map { YAMLText.text($0.formatted(.iso8601)) }),
        ])
    }

    fileprivate init?(node: Node) {
        guard let kind = node.string("type").flatMap(Kind.init(rawValue:)) else { return nil }
        self.init(
            kind, node.string("status") == "True", reason: node.string("reason") ?? "",
            message: node.string("message") ?? "")
    }
}

extension ChangeRecord {
    fileprivate var node: Node {
        YAMLText.map([
            ("address", YAMLText.word(address)),
            ("action", YAMLText.word(action)),
            ("reason", reason.map(YAMLText.word)),
            ("outcome", YAMLText.word(outcome)),
            ("error", error.map(YAMLText.text)),
            ("fields", fields.isEmpty ? nil : YAMLText.list(fields.map(YAMLText.text))),
        ])
    }

    fileprivate init?(node: Node) {
        guard let address = node.string("address"), let action = node.string("action") else { return nil }
        self.init(
            address: address, action: action, reason: node.string("reason"), outcome: node.string("outcome") ?? "",
            fields: node.strings("fields"), error: node.string("error"))
    }
}

extension UsedApproval: Comparable {
    public static func < (a: UsedApproval, b: UsedApproval) -> Bool { (a.until, a.digest) < (b.until, b.digest) }

    fileprivate var node: Node {
        YAMLText.map([("digest", YAMLText.word(digest)), ("until", YAMLText.text(until.formatted(.iso8601)))])
    }

    fileprivate init?(node: Node) {
        guard let digest = node.string("digest"), let until = node.date("until") else { return nil }
        self.init(digest: digest, until: until)
    }
}
