import Model

/// What Plumbline made or adopted in one environment: the file `inventory/<environment>.yaml`.
///
/// A record for people, and a source of reasons and hints. What exists is always asked of AWS.
public struct Inventory: Hashable, Sendable {
    public static let kind = "Inventory"

    public var environment: String
    public var resources: [ResourceAddress: PlannedResource]

    public init(environment: String, resources: [ResourceAddress: PlannedResource] = [:]) {
        self.environment = environment
        self.resources = resources
    }
}
