import AWSClient

/// What one kind has to be allowed, in the spelling of IAM policies.
public struct KindPermissions: Hashable, Sendable {
    /// What looking takes: all that a plan needs. AWS gives most of these no resource level, so they are on `*`.
    public var reads: Set<AWSAction>
    /// What looking takes and must not be on `*`, because it tells more than a plan needs to know.
    public var boundReads: [PermissionGrant]
    /// What making, changing, tagging and deleting take on top.
    public var writes: [PermissionGrant]

    /// - Parameters:
    ///   - requests: every call of the kind; its verb tells whether it only looks.
    ///   - resources: what the calls that change something are allowed on; see `PermissionGrant.resources`.
    ///   - reads: what AWS wants to be allowed in the course of these calls, though Plumbline does not call it.
    ///   - bound: of the calls that only look, those that are allowed on certain things only.
    ///   - grants: the same as `reads`, for what changes something.
    init(
        sending requests: [any AWSRequest.Type], on resources: Set<String> = ["*"], reads: Set<AWSAction> = [],
        bound: [PermissionGrant] = [], with grants: [PermissionGrant] = []
    ) {
        let actions = Set(requests.map { $0.action.permission })
        let looking = actions.filter(\.isReading)
        boundReads = bound
        self.reads = looking.union(reads).subtracting(bound.flatMap(\.actions))
        let changing = actions.subtracting(looking)
        writes = (changing.isEmpty ? [] : [PermissionGrant(changing, on: resources)]) + grants
    }

    /// The permissions of a kind of EC2, where tags are set through a call of their own, also while something is made.
    /// Its calls name what AWS has not given an id yet, so they are bound to the region and not to names.
    static func ec2(_ requests: [any AWSRequest.Type], bound: [PermissionGrant] = []) -> KindPermissions {
        KindPermissions(sending: requests + [CreateTags.self], bound: bound)
    }

    /// Every action, read or write.
    public var actions: Set<AWSAction> { (writes + boundReads).reduce(into: reads) { $0.formUnion($1.actions) } }
}

extension AWSAction {
    /// Whether the call only looks, told by its verb, as AWS names its calls.
    var isReading: Bool { ["Describe", "List", "Get", "BatchGet"].contains(where: operation.hasPrefix) }
}
