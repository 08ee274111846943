import AWSClient
import Model

/// A group of targets behind a load balancer, with its health check and attributes.
public struct TargetGroup: AWSResourceKind {
    public struct Attributes: Sendable {
        public var targetGroupName: String
        public var vpc: Reference
        public var `protocol`: String
        public var port: Int
        public var targetType: String
        public var healthCheckPath: String?
        public var healthCheckProtocol: String?
        public var healthCheckPort: String?
        public var healthCheckIntervalSeconds: Int?
        public var healthCheckTimeoutSeconds: Int?
        public var healthyThresholdCount: Int?
        public var unhealthyThresholdCount: Int?
        public var matcher: String?
        public var attributes: [String: String]?

        public init(
            targetGroupName: String, vpc: Reference, protocol: String = "HTTP", port: Int, targetType: String = "ip",
            healthCheckPath: String? = nil, healthCheckProtocol: String? = nil, healthCheckPort: String? = nil,
            healthCheckIntervalSeconds: Int? = nil, healthCheckTimeoutSeconds: Int? = nil,
            healthyThresholdCount: Int? = nil, unhealthyThresholdCount: Int? = nil, matcher: String? = nil,
            attributes: [String: String]? = nil
        ) {
            self.targetGroupName = targetGroupName
            self.vpc = vpc
            self.protocol = `protocol`
            self.port = port
            self.targetType = targetType
            self.healthCheckPath = healthCheckPath
            self.healthCheckProtocol = healthCheckProtocol
            self.healthCheckPort = healthCheckPort
            self.healthCheckIntervalSeconds = healthCheckIntervalSeconds
            self.healthCheckTimeoutSeconds = healthCheckTimeoutSeconds
            self.healthyThresholdCount = healthyThresholdCount
            self.unhealthyThresholdCount = unhealthyThresholdCount
            self.matcher = matcher
            self.attributes = attributes
        }
    }

    public let type: ResourceType = "AWS::ElasticLoadBalancingV2::TargetGroup"
    public let noun = "TargetGroup"
    public let traits = KindTraits()
    /// The port is that of targets which name none: ECS registers each target with its own, so that a later difference
    /// means nothing and would cost a replacement.
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field(
            "targetGroupName", \.targetGroupName, .replace, "The name, at most 32 letters, digits and hyphens",
            staysWhenAdopted: true),
        Field("vpc", \.vpc, .replace, "The VPC that its targets are in"),
        Field("protocol", \.protocol, .replace, "How targets are spoken to: HTTP or HTTPS"),
        Field("port", \.port, .initial, "The port of targets that are registered without one"),
        Field("targetType", \.targetType, .replace, "How targets are named: ip or instance"),
        Field("healthCheckPath", \.healthCheckPath, .update, "The path that is asked for"),
        Field("healthCheckProtocol", \.healthCheckProtocol, .update, "HTTP or HTTPS"),
        Field("healthCheckPort", \.healthCheckPort, .update, "A port, or traffic-port"),
        Field(
            "healthCheckIntervalSeconds", \.healthCheckIntervalSeconds, .update, "Seconds from check to check"),
        Field(
            "healthCheckTimeoutSeconds", \.healthCheckTimeoutSeconds, .update,
            "Seconds without an answer that fail a check"),
        Field(
            "healthyThresholdCount", \.healthyThresholdCount, .update, "Good checks in a row that make a target healthy"
        ),
        Field(
            "unhealthyThresholdCount", \.unhealthyThresholdCount, .update, "Bad checks in a row that fail a target"),
        Field("matcher", \.matcher, .update, "The HTTP status codes of a good answer, such as 200-299"),
        Field(
            "attributes", \.attributes, .update,
            "Attributes by their AWS names, such as deregistration_delay.timeout_seconds",
            compare: .declaredKeys),
    ]

    /// The fields that `ModifyTargetGroup` changes.
    private static let healthCheckFields: Set<String> = [
        "healthCheckPath", "healthCheckProtocol", "healthCheckPort", "healthCheckIntervalSeconds",
        "healthCheckTimeoutSeconds", "healthyThresholdCount", "unhealthyThresholdCount", "matcher",
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.targetGroupName }

    /// Attributes have to be asked for one group at a time, so that it is done only for groups of interest, and only
    /// while some declaration manages attributes.
    public func observe(
        _ scope: ObservationScope, through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        let groups = try await session.client.collect(DescribeTargetGroups(), \.targetGroups)
        let tags = try await LoadBalancing.tags(of: groups.compactMap(\.targetGroupArn), through: session)
        let isManaged = scope.managedFields.contains("attributes")
        return try await groups.concurrentCompactMap { group in
            let arn = try required(group.targetGroupArn, "TargetGroupArn", of: DescribeTargetGroups.self)
            guard let tags = tags[arn] else { return nil }
            var attributes: [String: String]?
            if isManaged, scope.isInterested(in: group.targetGroupName, tags) {
                attributes = try await self.attributes(of: arn, through: session)
                if attributes == nil { return nil }
            }
            return Self.observed(group, arn, attributes, tags)
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let made = try await session.createOnce(
            CreateTargetGroup(desired),
            made: { try Self.made($0.targetGroups?.first, of: CreateTargetGroup.self) },
            find: { try await find(desired.attributes.targetGroupName, claimedBy: desired, through: session) })
        try await setAttributes(desired.attributes.attributes, of: made.identifier, through: session)
        return made
    }

    public func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        let arn = observed.identifier
        if !fields.isDisjoint(with: Self.healthCheckFields) {
            _ = try await session.client.send(ModifyTargetGroup(arn, desired.attributes))
        }
        if fields.contains("attributes") {
            try await setAttributes(desired.attributes.attributes, of: arn, through: session)
        }
        return Made(arn, outputs: observed.outputs)
    }

    public func tag(
        _ observed: Observed<Attributes>, _ tags: [String: String], through session: AWSSession
    ) async throws {
        try await LoadBalancing.tag(observed.identifier, tags, through: session)
    }

    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        try await unlessMissing {
            _ = try await session.client.send(DeleteTargetGroup(targetGroupArn: observed.identifier))
        }
    }

    // MARK: Parts

    /// Nil when the target group has gone.
    private func attributes(of arn: String, through session: AWSSession) async throws -> [String: String]? {
        try await unlessMissing {
            let answer = try await session.client.send(DescribeTargetGroupAttributes(targetGroupArn: arn))
            return [String: String](answer.attributes)
        }
    }

    private func setAttributes(
        _ attributes: [String: String]?, of arn: String, through session: AWSSession
    ) async throws {
        guard let attributes, !attributes.isEmpty else { return }
        let request = ModifyTargetGroupAttributes(targetGroupArn: arn, attributes: attributes.attributeList)
        _ = try await session.client.send(request)
    }

    /// The target group of this name when it belongs to the declaration.
    /// - Throws: `.conflict` when it does not.
    private func find(
        _ name: String, claimedBy desired: Desired<Attributes>, through session: AWSSession
    ) async throws -> Made? {
        guard let group = try await look(named: name, through: session) else { return nil }
        let made = try Self.made(group, of: DescribeTargetGroups.self)
        let tags = try await LoadBalancing.tags(of: [made.identifier], through: session)
        guard tags[made.identifier]?.claimsSame(as: desired.tags) ?? false else {
            throw ResourceError.conflict(
                CreateTargetGroup.self, "target group", named: name, identifier: made.identifier,
                wantedBy: desired.address)
        }
        return made
    }

    /// Looks that are wanted at the same time share a call.
    private func look(named name: String, through session: AWSSession) async throws -> Description? {
        let key = "\(DescribeTargetGroups.action) by name"
        return try await session.sharedReads.read(name, of: key, atOnce: LoadBalancing.namesAtOnce) { names in
            // When one is not there, AWS answers for none: where several are wanted, all that there are are listed.
            let request = DescribeTargetGroups(names: names.count == 1 ? names : nil)
            let found = try await unlessMissing { try await session.client.collect(request, \.targetGroups) }
            return Dictionary((found ?? []).map { ($0.targetGroupName ?? "", $0) }) { first, _ in first }
        }
    }

    private static func made<R: AWSRequest>(_ group: Description?, of request: R.Type) throws -> Made {
        let arn = try required(group?.targetGroupArn, "TargetGroupArn", of: request)
        return Made(arn, outputs: [.arn: arn])
    }

    private static func observed(
        _ group: Description, _ arn: String, _ attributes: [String: String]?, _ tags: [String: String]
    ) -> Observed<Attributes> {
        Observed(
            identifier: arn, name: group.targetGroupName,
            attributes: Attributes(
                targetGroupName: group.targetGroupName ?? "", vpc: .known(group.vpcId ?? ""),
                protocol: group.protocol ?? "", port: group.port ?? 0, targetType: group.targetType ?? "instance",
                healthCheckPath: group.healthCheckPath, healthCheckProtocol: group.healthCheckProtocol,
                healthCheckPort: group.healthCheckPort, healthCheckIntervalSeconds: group.healthCheckIntervalSeconds,
                healthCheckTimeoutSeconds: group.healthCheckTimeoutSeconds,
                healthyThresholdCount: group.healthyThresholdCount,
                unhealthyThresholdCount: group.unhealthyThresholdCount, matcher: group.matcher?.httpCode,
                attributes: attributes),
            outputs: [.arn: arn], tags: tags)
    }
}
