import AWSClient

/// Actions, and what they are allowed on.
public struct PermissionGrant: Hashable, Sendable {
    public var actions: Set<AWSAction>
    /// ARNs with `{partition}`, `{account}`, `{region}`, `{prefix}` (prefix and name of an environment, `x-dev`) and
    /// `{environment}` (its name) to be filled in, or `*`.
    public var resources: Set<String>
    /// Condition keys and the values they have to have (`StringEquals`).
    public var conditions: [String: Set<String>]

    public init(_ actions: Set<AWSAction>, on resources: Set<String>, where conditions: [String: Set<String>] = [:]) {
        self.actions = actions
        self.resources = resources
        self.conditions = conditions
    }

    /// A role of the environment may be handed to this service, and to no other.
    /// - Parameter service: such as `ecs-tasks.amazonaws.com`.
    static func passingRoles(to service: String) -> PermissionGrant {
        PermissionGrant(
            ["iam:PassRole"], on: ["arn:{partition}:iam::{account}:role/{prefix}-*"],
            where: ["iam:PassedToService": [service]])
    }

    /// The service may make its own service-linked role, which it does with the first resource in an account.
    /// - Parameter service: such as `elasticloadbalancing.amazonaws.com`.
    static func serviceLinkedRole(of service: String) -> PermissionGrant {
        PermissionGrant(
            ["iam:CreateServiceLinkedRole"],
            on: ["arn:{partition}:iam::{account}:role/aws-service-role/\(service)/*"],
            where: ["iam:AWSServiceName": [service]])
    }
}
