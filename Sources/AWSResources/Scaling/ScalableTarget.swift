import AWSClient
import Model

/// The range in which Application Auto Scaling keeps an ECS service's number of tasks, with the policies that choose
/// within it.
///
/// Its identifier is AWS's resource id, `service/{cluster}/{service}`: a service has at most one. Policies carry no tags
/// and belong to their target: those that are not declared are removed. AWS makes the service-linked role itself.
public struct ScalableTarget: AWSResourceKind {
    public struct Attributes: Sendable {
        /// `service/{cluster}/{service}`.
        public var resourceId: Reference
        public var minCapacity: Int
        public var maxCapacity: Int
        public var policies: Set<ScalingPolicy>

        public init(resourceId: Reference, minCapacity: Int, maxCapacity: Int, policies: Set<ScalingPolicy>) {
            self.resourceId = resourceId
            self.minCapacity = minCapacity
            self.maxCapacity = maxCapacity
            self.policies = policies
        }
    }

    public let type: ResourceType = "AWS::ApplicationAutoScaling::ScalableTarget"
    public let noun = "ScalableTarget"
    public let traits = KindTraits(identity: ["resourceId"])
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("resourceId", \.resourceId, .replace, "The service: service/{cluster}/{service}"),
        Field("minCapacity", \.minCapacity, .update, "The fewest tasks that run"),
        Field("maxCapacity", \.maxCapacity, .update, "The most tasks that run"),
        Field("policies", \.policies, .update, "The metrics that the number of tasks follows"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.resourceId.text }

    /// Tags have to be asked for one target at a time. It is done for all of them: one of ours that nobody declares any
    /// more must still be seen, and an account has no more of them than services. Policies are read for those of
    /// interest, all in one list.
    public func observe(
        _ scope: ObservationScope, through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        let targets = try await session.client.collect(DescribeScalableTargets(), \.scalableTargets)
            .filter { $0.scalableDimension == Self.dimension }
        let tagged = try await targets.concurrentCompactMap { target in
            try await self.tags(of: target, through: session).map { (target, $0) }
        }
        // What is to be taken over has no name before its service is known.
        let isOfInterest =
            scope.adoptedNames[type] != nil || tagged.contains { scope.isInterested(in: $0.resourceId, $1) }
        let policies = isOfInterest ? try await self.policies(of: nil, through: session) : [:]
        return try tagged.map { target, tags in
            let id = try required(target.resourceId, "ResourceId", of: DescribeScalableTargets.self)
            var outputs: [Output: String] = [:]
            outputs[.arn] = target.scalableTargetARN
            return Observed(
                identifier: id, name: id,
                attributes: Attributes(
                    resourceId: .known(id), minCapacity: target.minCapacity ?? 0, maxCapacity: target.maxCapacity ?? 0,
                    policies: Set(policies[id] ?? [])),
                outputs: outputs, tags: tags)
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let wanted = desired.attributes
        let id = try desired.text(wanted.resourceId) as String
        let request = RegisterScalableTarget(
            resourceId: id, minCapacity: wanted.minCapacity, maxCapacity: wanted.maxCapacity, tags: desired.tags)
        let made = try await session.whileRolesAppear {
            try await session.createOnce(
                request, made: { Self.made(id, $0.scalableTargetARN) },
                find: { try await find(id, desired, through: session) })
        }
        try await setPolicies(of: id, desired, through: session)
        return made
    }

    public func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        let wanted = desired.attributes
        if !fields.isDisjoint(with: ["minCapacity", "maxCapacity"]) {
            let request = RegisterScalableTarget(
                resourceId: observed.identifier, minCapacity: wanted.minCapacity, maxCapacity: wanted.maxCapacity)
            _ = try await session.client.send(request)
        }
        if fields.contains("policies") { try await setPolicies(of: observed.identifier, desired, through: session) }
        return Made(observed.identifier, outputs: observed.outputs)
    }

    public func tag(
        _ observed: Observed<Attributes>, _ tags: [String: String], through session: AWSSession
    ) async throws {
        if tags.isEmpty { return }
        let arn: String
        if let known = observed.outputs[.arn] {
            arn = known
        } else {
            // An old target gets its ARN by being registered again; what is not given stays.
            let answer = try await session.client.send(RegisterScalableTarget(resourceId: observed.identifier))
            arn = try required(answer.scalableTargetARN, "ScalableTargetARN", of: RegisterScalableTarget.self)
        }
        _ = try await session.client.send(TagResource(resourceARN: arn, tags: tags))
    }

    /// Its policies and their alarms go with it.
    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        try await unlessMissing {
            _ = try await session.client.send(DeregisterScalableTarget(resourceId: observed.identifier))
        }
    }

    // MARK: Parts

    private static func made(_ id: String, _ arn: String?) -> Made {
        var outputs: [Output: String] = [:]
        outputs[.arn] = arn
        return Made(id, outputs: outputs)
    }

    /// Nil when the target has gone.
    private func tags(of target: Description, through session: AWSSession) async throws -> [String: String]? {
        guard let arn = target.scalableTargetARN else { return [:] }
        return try await unlessMissing {
            try await session.client.send(ListTags(resourceARN: arn)).tags ?? [:]
        }
    }

    /// The policies by resource id, of one service or of all.
    private func policies(
        of resourceId: String?, through session: AWSSession
    ) async throws -> [String: [ScalingPolicy]] {
        let all = try await session.client.collect(
            DescribeScalingPolicies(resourceId: resourceId), \.scalingPolicies)
        return Dictionary(grouping: all.filter { $0.scalableDimension == Self.dimension }) { $0.resourceId ?? "" }
            .mapValues { $0.map { ScalingPolicy($0, in: session) } }
    }

    /// Makes the policies the declared ones: those that differ are put, others are deleted.
    private func setPolicies(
        of id: String, _ desired: Desired<Attributes>, through session: AWSSession
    ) async throws {
        let held = try await policies(of: id, through: session)[id] ?? []
        let wanted = desired.attributes.policies
        for policy in held where !wanted.contains(where: { $0.name == policy.name }) {
            try await unlessMissing {
                _ = try await session.client.send(DeleteScalingPolicy(resourceId: id, policyName: policy.name))
            }
        }
        for policy in wanted.sorted(by: { $0.name < $1.name }) where !held.contains(policy) {
            let configuration = try policy.configuration { reference throws(ResourceError) in
                try desired.text(reference)
            }
            _ = try await session.client.send(
                PutScalingPolicy(
                    resourceId: id, policyName: policy.name, targetTrackingScalingPolicyConfiguration: configuration))
        }
    }

    /// The service's target when it belongs to the declaration.
    /// - Throws: `.conflict` when it does not.
    private func find(
        _ id: String, _ desired: Desired<Attributes>, through session: AWSSession
    ) async throws -> Made? {
        let targets = try await session.client.collect(DescribeScalableTargets(resourceIds: [id]), \.scalableTargets)
        guard let target = targets.first(where: { $0.scalableDimension == Self.dimension }),
            let tags = try await tags(of: target, through: session)
        else { return nil }
        guard tags.claimsSame(as: desired.tags) else {
            throw ResourceError.conflict(
                RegisterScalableTarget.self, "scalable target", named: id,
                identifier: target.scalableTargetARN ?? id, wantedBy: desired.address)
        }
        return Self.made(id, target.scalableTargetARN)
    }
}
