import AWSClient
import Model

extension CapacityProvider {
    /// ECS tags the group in the caller's name, by which it knows it again. To make a provider has no resource level.
    public var permissions: KindPermissions {
        KindPermissions(
            sending: Self.requests.filter { $0 != CreateCapacityProvider.self },
            on: [
                "arn:{partition}:ecs:{region}:{account}:capacity-provider/{prefix}-*",
                "arn:{partition}:ecs:{region}:{account}:cluster/{prefix}",
            ],
            with: [
                PermissionGrant([CreateCapacityProvider.action], on: ["*"]),
                PermissionGrant(
                    ["autoscaling:CreateOrUpdateTags"],
                    on: [
                        "arn:{partition}:autoscaling:{region}:{account}:autoScalingGroup:*:autoScalingGroupName/{prefix}-*"
                    ]), .serviceLinkedRole(of: "ecs.amazonaws.com"),
            ])
    }

    static let requests: [any AWSRequest.Type] = [
        ListClusters.self, DescribeClusters.self, DescribeCapacityProviders.self, CreateCapacityProvider.self,
        UpdateCapacityProvider.self, PutClusterCapacityProviders.self, DeleteCapacityProvider.self,
        ECSTagResource.self,
    ]

    // MARK: Parts

    /// The providers of these names, without those that are not there.
    static func describe(_ names: [String], through session: AWSSession) async throws -> [Description] {
        // At most 100 at once, says the API reference of DescribeCapacityProviders.
        try await names.chunked(into: 100).concurrentMap { batch -> [Description] in
            let answer = try await session.client.send(DescribeCapacityProviders(capacityProviders: batch))
            try answer.failures.allowMissing(DescribeCapacityProviders.action)
            return answer.capacityProviders ?? []
        }.flatMap(\.self).filter { $0.status != "INACTIVE" }
    }

    /// Nil for a provider without a group.
    static func observed(_ provider: Description, usedBy clusters: [String]) throws -> Observed<Attributes>? {
        guard let group = provider.autoScalingGroupProvider else { return nil }
        let made = try made(provider, of: DescribeCapacityProviders.self)
        let used = clusters.sorted().joined(separator: ",")
        return Observed(
            identifier: made.identifier, name: made.identifier,
            attributes: Attributes(
                providerName: made.identifier, cluster: .known(used),
                autoScalingGroup: .known(group.autoScalingGroupArn ?? ""),
                managedScaling: group.managedScaling?.status == "ENABLED",
                targetCapacity: group.managedScaling?.targetCapacity ?? 100,
                managedTerminationProtection: group.managedTerminationProtection == "ENABLED"),
            outputs: Self.made(made, in: used).outputs, tags: [String: String](provider.tags),
            status: provider.resourceStatus)
    }

    static func made<R: AWSRequest>(_ provider: Description?, of request: R.Type) throws -> Made {
        let name = try required(provider?.name, "name", of: request)
        return Made(
            name, outputs: [.arn: try required(provider?.capacityProviderArn, "capacityProviderArn", of: request)])
    }

    /// What `settled` needs besides.
    static func made(_ made: Made, in cluster: String) -> Made {
        Made(made.identifier, outputs: made.outputs.merging([.cluster: cluster]) { $1 })
    }

    func attach(_ name: String, to cluster: String, through session: AWSSession) async throws {
        if cluster.isEmpty { return }
        try await session.changeProviders(of: cluster) { $0.union([name]) }
    }

    /// The provider of this name when it belongs to the declaration.
    /// - Throws: `.conflict` when it does not.
    func find(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made? {
        let name = desired.attributes.providerName
        guard let found = try await Self.describe([name], through: session).first else { return nil }
        let made = try Self.made(found, of: DescribeCapacityProviders.self)
        guard found.updateStatus != "DELETE_IN_PROGRESS" else {
            throw ResourceError.stillGoing(CreateCapacityProvider.self, "capacity provider", name)
        }
        guard [String: String](found.tags).claimsSame(as: desired.tags) else {
            throw ResourceError.conflict(
                CreateCapacityProvider.self, "capacity provider", named: name,
                identifier: made.outputs[.arn] ?? name, wantedBy: desired.address)
        }
        return made
    }

    // MARK: Wire

    struct Description: Codable, Sendable {
        var capacityProviderArn: String?
        var name: String?
        var status: String?
        var autoScalingGroupProvider: GroupProvider?
        var updateStatus: String?
        var updateStatusReason: String?
        var tags: [Tag]?

        var resourceStatus: ResourceStatus {
            let reason = updateStatusReason.map { ": \($0)" } ?? ""
            switch updateStatus {
            case .some(let status) where status.hasSuffix("_IN_PROGRESS"):
                return .pending("the capacity provider\(reason)")
            case .some(let status) where status.hasSuffix("_FAILED"):
                return .failed("ECS could not change the capacity provider \(name ?? "")\(reason)")
            default: return .active
            }
        }
    }

    struct GroupProvider: Codable, Sendable {
        var autoScalingGroupArn: String?
        var managedScaling: Scaling?
        var managedTerminationProtection: String?

        /// - Parameter held: what of the scaling is not managed stays as it is here.
        init(_ wanted: Attributes, group: String? = nil, keeping held: Scaling? = nil) {
            autoScalingGroupArn = group
            var scaling = held ?? Scaling()
            scaling.status = wanted.managedScaling ? "ENABLED" : "DISABLED"
            scaling.targetCapacity = wanted.targetCapacity
            managedScaling = scaling
            managedTerminationProtection = wanted.managedTerminationProtection ? "ENABLED" : "DISABLED"
        }

        struct Scaling: Codable, Sendable {
            var status: String?
            var targetCapacity: Int?
            var minimumScalingStepSize: Int?
            var maximumScalingStepSize: Int?
            var instanceWarmupPeriod: Int?
        }
    }

    struct Answer: Codable, Sendable {
        var capacityProvider: Description?
    }

    struct DescribeCapacityProviders: AWSRequest {
        static let action: AWSAction = "ecs:DescribeCapacityProviders"
        var capacityProviders: [String]
        var include = ["TAGS"]

        struct Response: Codable, Sendable {
            var capacityProviders: [Description]?
            var failures: [ECSFailure]?
        }
    }

    struct CreateCapacityProvider: AWSRequest {
        static let action: AWSAction = "ecs:CreateCapacityProvider"
        var name: String
        var autoScalingGroupProvider: GroupProvider
        var tags: [Tag]

        typealias Response = Answer

        init(_ desired: Desired<Attributes>) throws(ResourceError) {
            name = desired.attributes.providerName
            autoScalingGroupProvider = GroupProvider(
                desired.attributes, group: try desired.text(desired.attributes.autoScalingGroup))
            tags = desired.tags.tagList
        }
    }

    /// The group itself cannot be changed, and is no member of what is sent.
    struct UpdateCapacityProvider: AWSRequest {
        static let action: AWSAction = "ecs:UpdateCapacityProvider"
        var name: String
        var autoScalingGroupProvider: Change

        typealias Response = EmptyResponse

        struct Change: Codable, Sendable {
            var managedScaling: GroupProvider.Scaling?
            var managedTerminationProtection: String?
        }

        init(name: String, autoScalingGroupProvider: GroupProvider) {
            self.name = name
            self.autoScalingGroupProvider = Change(
                managedScaling: autoScalingGroupProvider.managedScaling,
                managedTerminationProtection: autoScalingGroupProvider.managedTerminationProtection)
        }
    }

    struct DeleteCapacityProvider: AWSRequest {
        static let action: AWSAction = "ecs:DeleteCapacityProvider"
        var capacityProvider: String

        typealias Response = EmptyResponse
    }
}

extension AWSError {
    /// ECS says by words only that a capacity provider is still used.
    var tellsOfUse: Bool {
        if ["UpdateInProgressException", "ResourceInUseException"].contains(code) { return true }
        return ["ClientException", "InvalidParameterException"].contains(code)
            && (message.contains("in use") || message.contains("associated with"))
    }
}
