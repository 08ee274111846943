/// One environment as permissions see it: what is filled into the ARNs of `PermissionGrant`.
public struct PermissionPlace: Hashable, Sendable {
    public var partition: String
    public var account: String
    public var region: String
    /// Prefix and name, `x-dev`; nil for what belongs to no environment.
    public var prefix: String?
    /// The environment's name; nil for what belongs to none.
    public var environment: String?
    /// What taken-over things of the environment are called that does not begin with the prefix: names, or patterns
    /// such as `dev-*` for those that CloudFormation made up.
    public var others: Set<String> = []

    public init(
        partition: String, account: String, region: String, prefix: String? = nil, environment: String? = nil
    ) {
        self.partition = partition
        self.account = account
        self.region = region
        self.prefix = prefix
        self.environment = environment
    }

    /// The ARNs of a template here; none when it needs an environment and this is none.
    func all(_ template: String) -> [String] {
        let further = template.contains("{prefix}") ? others.sorted() : []
        return
            ([template]
            + further.map { template.replacing("{prefix}-*", with: $0).replacing("{prefix}", with: $0) })
            .compactMap(filled)
    }

    private func filled(_ template: String) -> String? {
        var result = template
        for (name, value) in [
            ("partition", partition), ("account", account), ("region", region), ("prefix", prefix),
            ("environment", environment),
        ] {
            guard result.contains("{\(name)}") else { continue }
            guard let value else { return nil }
            result = result.replacing("{\(name)}", with: value)
        }
        return result
    }
}
