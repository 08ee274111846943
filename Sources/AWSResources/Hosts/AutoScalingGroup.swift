import AWSClient
import Model

/// A group of EC2 instances that AWS keeps at a number between two bounds. Its identifier is its name.
///
/// How many there are within the bounds is not managed: the group's capacity provider changes it. A new launch template
/// reaches the instances by an instance refresh, which replaces them step by step and rolls back when it fails; the
/// group names the new template once all are replaced.
public struct AutoScalingGroup: AWSResourceKind {
    public struct Attributes: Sendable {
        public var groupName: String
        public var minSize: Int
        public var maxSize: Int
        /// How many instances a new group starts with; `minSize` when nil.
        public var initialSize: Int?
        /// The launch template's id and version, `lt-…:3`; for a group of the older kind the words that name its launch
        /// configuration.
        public var launchTemplate: Reference
        public var subnets: Set<Reference>
        /// Whether AWS may end new instances only when their protection was taken off, as ECS does when they are empty.
        public var protectsNewInstances: Bool
        /// Whether new instances get a tag of the group, by its key.
        public var propagatesTags: [String: Bool]

        public init(
            groupName: String, minSize: Int, maxSize: Int, initialSize: Int? = nil, launchTemplate: Reference,
            subnets: Set<Reference>, protectsNewInstances: Bool = true, propagatesTags: [String: Bool] = [:]
        ) {
            self.groupName = groupName
            self.minSize = minSize
            self.maxSize = maxSize
            self.initialSize = initialSize
            self.launchTemplate = launchTemplate
            self.subnets = subnets
            self.protectsNewInstances = protectsNewInstances
            self.propagatesTags = propagatesTags
        }
    }

    public let type: ResourceType = "AWS::AutoScaling::AutoScalingGroup"
    public let noun = "AutoScalingGroup"
    public let traits = KindTraits(deadline: .seconds(7200))
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("groupName", \.groupName, .replace, "The name, unique in the account and region", staysWhenAdopted: true),
        Field("minSize", \.minSize, .update, "The fewest instances"),
        Field("maxSize", \.maxSize, .update, "The most instances"),
        Field("initialSize", \.initialSize, .initial, "How many instances a new group starts with"),
        Field("launchTemplate", \.launchTemplate, .update, "The launch template and its version", pins: true),
        Field("subnets", \.subnets, .update, "The subnets in which instances are started", pins: true),
        Field(
            "protectsNewInstances", \.protectsNewInstances, .update,
            "Whether new instances are protected from scaling in"),
        Field(
            "propagatesTags", \.propagatesTags, .update, "Whether new instances get the tag", compare: .declaredKeys),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.groupName }

    /// One paged call. A group with a status is one that is being deleted. Of a group of ours that has too few instances
    /// its newest activity is read: only that tells why AWS does not start them.
    public func observe(
        _ scope: ObservationScope, through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        try await session.client.collect(DescribeAutoScalingGroups(), \.autoScalingGroups)
            .filter { $0.status == nil }
            .concurrentMap { group in
                var observed = try Self.observed(group)
                guard observed.tags[OwnershipTag.installation] == scope.installation else { return observed }
                if case .failed(let why) = try await launched(group, through: session) {
                    observed.status = .failed(why)
                }
                return observed
            }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let request = try CreateAutoScalingGroup(desired)
        // The answer is empty: the group's ARN has to be asked for.
        try await session.whileTemplateIsUsable {
            try await session.createOnce(
                request, made: { _ in () },
                find: { try await find(desired, through: session) == nil ? nil : () })
        }
        return try required(
            try await find(desired, through: session), "AutoScalingGroups", of: DescribeAutoScalingGroups.self)
    }

    public func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        let (name, wanted) = (observed.identifier, desired.attributes)
        var outputs = observed.outputs
        if !fields.isDisjoint(with: ["minSize", "maxSize", "subnets", "protectsNewInstances"]) {
            _ = try await session.client.send(UpdateAutoScalingGroup(name, desired, changing: fields))
        }
        if fields.contains("propagatesTags") {
            let tags = wanted.propagatesTags.sorted { $0.key < $1.key }.map { key, propagates in
                GroupTag(name, key, desired.tags[key] ?? observed.tags[key] ?? "", propagates: propagates)
            }
            _ = try await session.client.send(CreateOrUpdateTags(tags: tags))
        }
        if fields.contains("launchTemplate") {
            let template = try desired.text(wanted.launchTemplate) as String
            outputs[.refresh] = try await session.whileTemplateIsUsable {
                try await refresh(observed, to: template, through: session)
            }
        }
        return Made(name, outputs: outputs)
    }

    /// Tags go to new instances too, but for the ownership tags: an instance belongs to its group.
    public func tag(
        _ observed: Observed<Attributes>, _ tags: [String: String], through session: AWSSession
    ) async throws {
        if tags.isEmpty { return }
        let list = tags.sorted { $0.key < $1.key }.map { GroupTag(observed.identifier, $0.key, $0.value) }
        _ = try await session.client.send(CreateOrUpdateTags(tags: list))
    }

    /// Ends its instances too, those that are protected included: ECS leaves the protection on when the capacity
    /// provider goes (containers-roadmap#2862).
    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        let name = observed.identifier
        guard let group = try await Self.look(at: name, through: session), group.status == nil else { return }
        do {
            _ = try await session.client.send(UpdateAutoScalingGroup(emptying: name))
            let protected = (group.instances ?? []).filter { $0.protectedFromScaleIn == true }
            // At most 50 at once, says the API reference of SetInstanceProtection.
            for instances in protected.compactMap(\.instanceId).chunked(into: 50) {
                _ = try await session.client.send(
                    SetInstanceProtection(
                        autoScalingGroupName: name, instanceIds: instances, protectedFromScaleIn: false))
            }
            _ = try await session.client.send(
                DeleteAutoScalingGroup(autoScalingGroupName: name, forceDelete: true))
        } catch {
            guard ["ScalingActivityInProgress", "ResourceContention", "ValidationError"].contains(error.code) else {
                throw error
            }
            if try await Self.look(at: name, through: session) == nil { return }
            // An instance that ends meanwhile makes a call about it invalid: it is looked at again.
            throw ResourceError(
                .inUse, operation: error.action.description,
                message: "the Auto Scaling group \(name) is not ready to be deleted: \(error.message)",
                requestID: error.requestID)
        }
    }

    /// After a new launch template when the instance refresh is over; else when the fewest instances are in service.
    public func settled(_ made: Made, through session: AWSSession) async throws -> Settlement {
        guard let id = made.outputs[.refresh] else {
            return try await launched(made.identifier, through: session)
        }
        let request = DescribeInstanceRefreshes(autoScalingGroupName: made.identifier, instanceRefreshIds: [id])
        guard let refresh = try await session.client.collect(request, \.instanceRefreshes).first else {
            return .pending("the instance refresh to appear")
        }
        return refresh.settlement(of: made.identifier)
    }

    public func isGone(_ observed: Observed<Attributes>, through session: AWSSession) async throws -> Bool {
        try await Self.look(at: observed.identifier, through: session) == nil
    }

    // MARK: Parts

    static func look(at name: String, through session: AWSSession) async throws -> Description? {
        let request = DescribeAutoScalingGroups(autoScalingGroupNames: [name])
        return try await session.client.collect(request, \.autoScalingGroups).first
    }

    /// The group of this name when it belongs to the declaration.
    /// - Throws: `.conflict` when it does not, a refusal while it is being deleted.
    private func find(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made? {
        let name = desired.attributes.groupName
        guard let group = try await Self.look(at: name, through: session) else { return nil }
        guard group.status == nil else {
            throw ResourceError.stillGoing(CreateAutoScalingGroup.self, "Auto Scaling group", name)
        }
        let observed = try Self.observed(group)
        guard observed.tags.claimsSame(as: desired.tags) else {
            throw ResourceError.conflict(
                CreateAutoScalingGroup.self, "Auto Scaling group", named: name,
                identifier: group.autoScalingGroupARN ?? name, wantedBy: desired.address)
        }
        return Made(name, outputs: observed.outputs)
    }
}
