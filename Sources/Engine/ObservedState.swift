import Model

/// What one account in one region holds, kind by kind.
///
/// A kind that could not be read completely is in `failures` and never counts as empty.
public struct ObservedState: Sendable {
    public var resources: [ResourceType: [ObservedResource]]
    public var failures: [ResourceType: ResourceError]
    /// Kinds of which only what was recorded may have been read (`ObservationScope.isBrief`).
    public var brief: Set<ResourceType> = []

    public init(resources: [ResourceType: [ObservedResource]] = [:], failures: [ResourceType: ResourceError] = [:]) {
        self.resources = resources
        self.failures = failures
    }
}
