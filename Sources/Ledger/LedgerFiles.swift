import Model

/// The files of the status branch.
struct LedgerFiles {
    static let readme = "README.md"
    static let claim = "controller.yaml"

    static func status(_ environment: String) -> String { "status/\(environment).yaml" }
    static func inventory(_ environment: String) -> String { "inventory/\(environment).yaml" }

    var statuses: [String: EnvironmentStatus] = [:]
    var inventories: [String: Inventory] = [:]
    /// What was read from which text, by path.
    private var documents: [String: Document] = [:]

    /// One file, with what its text says.
    private struct Document {
        var text: [UInt8]
        var status: EnvironmentStatus?
        var inventory: Inventory?

        init(_ path: String, _ text: [UInt8]) {
            self.text = text
            if path.hasPrefix("status/") {
                status = EnvironmentStatus(yaml: text)
            } else if path.hasPrefix("inventory/") {
                inventory = Inventory(yaml: text)
            }
        }
    }

    /// - Parameter known: files as they were before; a text that is the same is not read again, which is most of what
    ///   a look at the status of many environments would take.
    init(_ files: [String: [UInt8]], knowing known: LedgerFiles? = nil) {
        for (path, text) in files {
            let same = known?.documents[path].flatMap { $0.text == text ? $0 : nil }
            let document = same ?? Document(path, text)
            documents[path] = document
            if let status = document.status { statuses[status.environment] = status }
            if let inventory = document.inventory { inventories[inventory.environment] = inventory }
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
