/// One environment as permissions see it: what is filled into the ARNs of `PermissionGrant`.
public struct PermissionPlace: Hashable, Sendable {
    public var partition: String
    public var account: String
    public var region: String
    /// Prefix and name, `x-dev`; nil for what belongs to no environment.
    public var prefix: String?
    /// The environment's name; nil for what belongs to none.
    public var environment: String?

    public init(
        partition: String, account: String, region: String, prefix: String? = nil, environment: String? = nil
    ) {
        self.partition = partition
        self.account = account
        self.region = region
        self.prefix = prefix
        self.environment = environment
    }

    /// The ARN of a template here; nil when it needs an environment and this is none.
    func filled(_ template: String) -> String? {
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
