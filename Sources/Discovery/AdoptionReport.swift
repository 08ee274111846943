import Model

/// The report of an adoption, for people: what was found, and what no manifest expresses.
public struct AdoptionReport: Sendable {
    public static let path = "ADOPTION.md"

    public var discovered: Discovered
    /// What the next plan would do besides taking over, and other things to know.
    public var remarks: [String]

    public init(_ discovered: Discovered, remarks: [String]) {
        self.discovered = discovered
        self.remarks = remarks
    }

    /// The report with this environment's part renewed; the parts of other environments stay.
    /// - Parameter former: what the file holds now.
    public func merged(into former: String?) -> String {
        let heading = Self.heading(discovered.environment)
        var parts: [String] = []
        for line in (former ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix(Self.heading("")) || parts.isEmpty { parts.append("") }
            parts[parts.count - 1] += line + "\n"
        }
        let others = parts.filter { !$0.hasPrefix(heading + "\n") }
            .map { $0.trimmingSuffix(while: \.isNewline) }.filter { !$0.isEmpty }
        return (others + [text]).sorted().joined(separator: "\n\n") + "\n"
    }

    /// Whether a file tells of this environment already, and something else.
    public func contradicts(_ former: String?) -> Bool {
        guard let former else { return false }
        let heading = Self.heading(discovered.environment) + "\n"
        return (former.hasPrefix(heading) || former.contains("\n" + heading)) && merged(into: former) != former
    }

    private static func heading(_ environment: String) -> String { "# Adoption of \(environment)" }

    private var text: String {
        var lines = [
            Self.heading(discovered.environment), "",
            "Written by `plumbline adopt`. The manifests beside this file describe what was found; the first apply tags it "
                + "and changes nothing else.", "", "## Taken over", "", "| address | type | identifier |",
            "|---|---|---|",
        ]
        for (address, resource) in discovered.resources.sorted(by: { $0.key < $1.key }) {
            lines.append("| \(address) | \(resource.type) | `\(resource.identifier)` |")
        }
        lines += ["", "## Not expressed", ""]
        if discovered.leftovers.isEmpty { lines.append("Nothing: every resource that was found is in a manifest.") }
        for leftover in discovered.leftovers {
            lines.append("- \(leftover.type) `\(leftover.identifier)`: \(leftover.reason)")
        }
        if !remarks.isEmpty { lines += ["", "## To know", ""] + remarks.map { "- \($0)" } }
        return lines.joined(separator: "\n")
    }
}

extension String {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return String(text)
    }
}
