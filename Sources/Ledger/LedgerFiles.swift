import Model

/// The files of the status branch.
struct LedgerFiles {
    static let readme = "README.md"

    static func status(_ environment: String) -> String { "status/\(environment).yaml" }
    static func inventory(_ environment: String) -> String { "inventory/\(environment).yaml" }

    var statuses: [String: EnvironmentStatus] = [:]
    var inventories: [String: Inventory] = [:]

    init(_ files: [String: [UInt8]]) {
        for (path, content) in files {
            if path.hasPrefix("status/"), let status = EnvironmentStatus(yaml: content) {
                statuses[status.environment] = status
            } else if path.hasPrefix("inventory/"), let inventory = Inventory(yaml: content) {
                inventories[inventory.environment] = inventory
            }
        }
    }

    /// The page that a person sees on the forge.
    func renderedReadme() -> String {
        var text = """
            # Plumbline status

            Written by Plumbline after everything it does; `git log -- status/ENVIRONMENT.yaml` is the history of one
            environment.

            | environment | account | region | ready | revision | outcome | resources |
            |---|---|---|---|---|---|---|

            """
        for status in statuses.values.sorted(by: { $0.environment < $1.environment }) {
            let ready = status.condition(.ready)
            let mark = ready?.isTrue == true ? "✓ Ready" : "✗ \(ready?.reason ?? "unknown")"
            let count = inventories[status.environment]?.resources.count ?? 0
            text += "| [\(status.environment)](\(Self.status(status.environment))) | \(status.account) "
            text += "| \(status.region) | \(mark) | \(Self.short(status.revision)) | \(status.outcome.rawValue) "
            text += "| [\(count)](\(Self.inventory(status.environment))) |\n"
        }
        let troubled = statuses.values.filter { $0.condition(.ready)?.isTrue != true }
        for status in troubled.sorted(by: { $0.environment < $1.environment }) {
            text += "\n## \(status.environment)\n\n"
            for condition in status.conditions where !condition.message.isEmpty {
                text += "- **\(condition.kind.rawValue)** \(condition.isTrue ? "True" : "False") "
                text += "(\(condition.reason)): \(condition.message)\n"
            }
        }
        return text
    }

    /// `main@3f2a1bc` of `main@sha1:3f2a1bc…`.
    static func short(_ revision: String) -> String {
        guard let range = revision.range(of: "@sha1:") else { return revision }
        return revision[..<range.lowerBound] + "@" + revision[range.upperBound...].prefix(7)
    }
}
