extension ListenerRule {
    /// A condition of a rule as Elastic Load Balancing spells it.
    struct Condition: Codable, Sendable {
        var field: String?
        /// AWS's older form of host and path conditions; it answers with both.
        var values: [String]?
        var pathPatternConfig: Texts?
        var hostHeaderConfig: Texts?
        var httpRequestMethodConfig: Texts?
        var sourceIpConfig: Texts?
        var httpHeaderConfig: Header?
        var queryStringConfig: Query?

        struct Texts: Codable, Sendable {
            var values: [String]?
        }

        struct Header: Codable, Sendable {
            var httpHeaderName: String?
            var values: [String]?
        }

        struct Query: Codable, Sendable {
            var values: [Pair]?
        }

        struct Pair: Codable, Sendable {
            var key: String?
            var value: String?
        }

        init(paths: Set<String>) {
            field = "path-pattern"
            pathPatternConfig = Texts(values: paths.sorted())
        }

        /// The paths that conditions ask for. What else they ask for stands beside the paths as text, so that it shows
        /// as a difference and a change back to the declared paths takes it away.
        static func patterns(_ conditions: [Condition]?) -> Set<String> {
            Set((conditions ?? []).flatMap(\.texts))
        }

        private var texts: [String] {
            if field == "path-pattern" { return pathPatternConfig?.values ?? values ?? [] }
            let header = httpHeaderConfig?.values.map { values in
                values.map { "\(httpHeaderConfig?.httpHeaderName ?? "?"): \($0)" }
            }
            let query = queryStringConfig?.values.map { pairs in
                pairs.map { pair in (pair.key.map { "\($0)=" } ?? "") + (pair.value ?? "") }
            }
            let texts =
                hostHeaderConfig?.values ?? httpRequestMethodConfig?.values ?? sourceIpConfig?.values ?? header ?? query
                ?? values ?? []
            return ["\(field ?? "unknown"): \(texts.sorted().joined(separator: ", "))"]
        }
    }
}
