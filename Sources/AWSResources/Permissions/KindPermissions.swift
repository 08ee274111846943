import AWSClient

/// What one kind has to be allowed, in the spelling of IAM policies.
public struct KindPermissions: Hashable, Sendable {
    /// What looking takes: all that a plan needs. AWS gives most of these no resource level, so they are on `*`.
    public var reads: Set<AWSAction>
    /// What making, changing, tagging and deleting take on top.
    public var writes: [PermissionGrant]

    /// - Parameters:
    ///   - requests: every call of the kind; its verb tells whether it only looks.
    ///   - resources: what the calls that change something are allowed on; see `PermissionGrant.resources`.
    ///   - reads: what AWS wants to be allowed in the course of these calls, though Plumbline does not call it.
    ///   - grants: the same, for what changes something.
    init(
        sending requests: [any AWSRequest.Type], on resources: Set<String> = ["*"], reads: Set<AWSAction> = [],
        with grants: [PermissionGrant] = []
    ) {
        let actions = Set(requests.map { $0.action.permission })
        let looking = actions.filter(\.isReading)
        self.reads = looking.union(reads)
        let changing = actions.subtracting(looking)
        writes = (changing.isEmpty ? [] : [PermissionGrant(changing, on: resources)]) + grants
    }

    /// The permissions of a kind of EC2, where tags are set through a call of their own, also while something is made.
    /// Its calls name what AWS has not given an id yet, so they are bound to the region and not to names.
    static func ec2(_ requests: [any AWSRequest.Type]) -> KindPermissions {
        KindPermissions(sending: requests + [CreateTags.self])
    }

    /// Every action, read or write.
    public var actions: Set<AWSAction> { writes.reduce(into: reads) { $0.formUnion($1.actions) } }
}

extension AWSAction {
    /// Whether the call only looks, told by its verb, as AWS names its calls.
    var isReading: Bool { ["Describe", "List", "Get", "BatchGet"].contains(where: operation.hasPrefix) }
}
