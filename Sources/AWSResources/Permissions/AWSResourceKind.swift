import Model

/// A resource kind that speaks to AWS.
public protocol AWSResourceKind: ResourceKind where Connection == AWSSession {
    /// What its calls have to be allowed. The contract suite proves that it makes no other.
    var permissions: KindPermissions { get }
}
