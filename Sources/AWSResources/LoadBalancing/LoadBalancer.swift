import AWSClient
import Model

/// An application load balancer with its subnets, security groups and attributes.
public struct LoadBalancer: AWSResourceKind {
    public struct Attributes: Sendable {
        public var loadBalancerName: String
        public var scheme: String
        public var type: String
        public var subnets: Set<Reference>
        public var securityGroups: Set<Reference>
        public var ipAddressType: String?
        public var attributes: [String: String]?
        /// The ARN of the AWS WAF web ACL that looks at every request first. It goes with the load balancer.
        public var webACL: String?

        public init(
            loadBalancerName: String, scheme: String = "internet-facing", type: String = "application",
            subnets: Set<Reference>, securityGroups: Set<Reference>, ipAddressType: String? = nil,
            attributes: [String: String]? = nil, webACL: String? = nil
        ) {
            self.loadBalancerName = loadBalancerName
            self.scheme = scheme
            self.type = type
            self.subnets = subnets
            self.securityGroups = securityGroups
            self.ipAddressType = ipAddressType
            self.attributes = attributes
            self.webACL = webACL
        }
    }

    public let type: ResourceType = "AWS::ElasticLoadBalancingV2::LoadBalancer"
    public let noun = "LoadBalancer"
    public let traits = KindTraits()
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field(
            "loadBalancerName", \.loadBalancerName, .replace, "The name, at most 32 letters, digits and hyphens",
            staysWhenAdopted: true),
        Field("scheme", \.scheme, .replace, "Whether it has public addresses: internet-facing or internal"),
        Field("type", \.type, .replace, "The type of load balancer: application"),
        Field("subnets", \.subnets, .update, "The subnets that it stands in, of two zones at least", pins: true),
        Field("securityGroups", \.securityGroups, .update, "The security groups that guard it", pins: true),
        Field("ipAddressType", \.ipAddressType, .update, "ipv4 or dualstack"),
        Field(
            "attributes", \.attributes, .update, "Attributes by their AWS names, such as idle_timeout.timeout_seconds",
            compare: .declaredKeys),
        Field("webACL", \.webACL, .update, "The AWS WAF web ACL that looks at every request first"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.loadBalancerName }

    /// Attributes and the web ACL have to be asked for one load balancer at a time, so that it is done only for those of
    /// interest, and only while some declaration manages them.
    public func observe(
        _ scope: ObservationScope, through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        let (balancers, tags) = try await Self.all(scope.round, through: session)
        let managed = scope.managedFields
        return try await balancers.concurrentCompactMap { balancer in
            let arn = try required(balancer.loadBalancerArn, "LoadBalancerArn", of: DescribeLoadBalancers.self)
            // What has gone since the listing has no entry.
            guard let tags = tags[arn] else { return nil }
            var observed = Self.observed(balancer, arn, tags)
            guard scope.isInterested(in: balancer.loadBalancerName, tags) else { return observed }
            if managed.contains("attributes") {
                guard let attributes = try await attributes(of: arn, through: session) else { return nil }
                observed.attributes.attributes = attributes
            }
            if managed.contains("webACL") { observed.attributes.webACL = try await webACL(of: arn, through: session) }
            return observed
        }
    }

    /// Every load balancer of the region and its tags; the kinds below need them as well.
    static func all(
        _ round: ObservationRound, through session: AWSSession
    ) async throws -> (balancers: [Description], tags: [String: [String: String]]) {
        try await round.once("elasticloadbalancing:DescribeLoadBalancers") {
            let balancers = try await session.client.collect(DescribeLoadBalancers(), \.loadBalancers)
            let tags = try await LoadBalancing.tags(of: balancers.compactMap(\.loadBalancerArn), through: session)
            return (balancers, tags)
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let name = desired.attributes.loadBalancerName
        let made = try await session.createOnce(
            CreateLoadBalancer(desired),
            made: { try Self.made($0.loadBalancers?.first, of: CreateLoadBalancer.self) },
            find: { try await find(name, claimedBy: desired, through: session) })
        try await setAttributes(desired.attributes.attributes, of: made.identifier, through: session)
        try await setWebACL(desired.attributes.webACL, of: made.identifier, through: session)
        return made
    }

    public func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        let arn = observed.identifier
        if fields.contains("subnets") {
            let subnets = try desired.texts(desired.attributes.subnets).sorted()
            _ = try await session.client.send(SetSubnets(loadBalancerArn: arn, subnets: subnets))
        }
        if fields.contains("securityGroups") {
            let groups = try desired.texts(desired.attributes.securityGroups).sorted()
            _ = try await session.client.send(SetSecurityGroups(loadBalancerArn: arn, securityGroups: groups))
        }
        if fields.contains("ipAddressType"), let ipAddressType = desired.attributes.ipAddressType {
            _ = try await session.client.send(SetIpAddressType(loadBalancerArn: arn, ipAddressType: ipAddressType))
        }
        if fields.contains("attributes") {
            try await setAttributes(desired.attributes.attributes, of: arn, through: session)
        }
        if fields.contains("webACL") { try await setWebACL(desired.attributes.webACL, of: arn, through: session) }
        return Made(arn, outputs: observed.outputs)
    }

    public func tag(
        _ observed: Observed<Attributes>, _ tags: [String: String], through session: AWSSession
    ) async throws {
        try await LoadBalancing.tag(observed.identifier, tags, through: session)
    }

    /// - Throws: `.refused` with what to do when deletion protection is on: it is never taken off on the way.
    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        do {
            try await unlessMissing {
                _ = try await session.client.send(DeleteLoadBalancer(loadBalancerArn: observed.identifier))
            }
        } catch let error as AWSError where error.code.hasPrefix("OperationNotPermitted") {
            throw ResourceError(
                .refused, operation: error.action.description,
                message: "the load balancer \(observed.name ?? observed.identifier) is protected from deletion; apply "
                    + "`loadBalancer.deletionProtection: false` first, then delete it (AWS: \(error.message))",
                requestID: error.requestID)
        }
    }

    public func settled(_ made: Made, through session: AWSSession) async throws -> Settlement {
        guard let balancer = try await look(at: made.identifier, through: session) else {
            return .pending("the load balancer to appear")
        }
        switch balancer.status {
        case .active: return .ready(try Self.made(balancer, of: DescribeLoadBalancers.self).outputs)
        case .pending(let text): return .pending(text)
        case .failed(let text): return .failed(text)
        }
    }

    /// Its network interfaces stay for a while after the load balancer has gone, and hold its subnets and security
    /// groups.
    public func isGone(_ observed: Observed<Attributes>, through session: AWSSession) async throws -> Bool {
        let arn = observed.identifier
        guard try await look(at: arn, through: session) == nil else { return false }
        guard let path = arn.firstRange(of: ":loadbalancer/").map({ String(arn[$0.upperBound...]) }) else {
            return true
        }
        let interfaces = DescribeInterfaces(filters: [EC2Filter("description", ["ELB \(path)"])])
        return try await session.client.collect(interfaces, \.networkInterfaces).isEmpty
    }

    // MARK: Parts

    /// Looks that are wanted at the same time share a call.
    private func look(at arn: String, through session: AWSSession) async throws -> Description? {
        let key = "\(DescribeLoadBalancers.action) by ARN"
        // At most 20 at once, says the API reference of DescribeLoadBalancers.
        return try await session.sharedReads.read(arn, of: key, atOnce: 20) { arns in
            let together = try await describe(arns, through: session)
            // When one is not there, AWS answers for none.
            let found =
                if let together { together } else if arns.count == 1 { [Description]() } else {
                    try await arns.concurrentCompactMap { try await describe([$0], through: session) }.flatMap(\.self)
                }
            return Dictionary(found.map { ($0.loadBalancerArn ?? "", $0) }) { first, _ in first }
        }
    }

    /// Nil when one of them is not there.
    private func describe(_ arns: [String], through session: AWSSession) async throws -> [Description]? {
        try await unlessMissing {
            try await session.client.collect(DescribeLoadBalancers(loadBalancerArns: arns), \.loadBalancers)
        }
    }

    /// Looks that are wanted at the same time share a call.
    private func look(named name: String, through session: AWSSession) async throws -> Description? {
        let key = "\(DescribeLoadBalancers.action) by name"
        return try await session.sharedReads.read(name, of: key, atOnce: LoadBalancing.namesAtOnce) { names in
            // When one is not there, AWS answers for none: where several are wanted, all that there are are listed.
            let request = DescribeLoadBalancers(names: names.count == 1 ? names : nil)
            let found = try await unlessMissing { try await session.client.collect(request, \.loadBalancers) }
            return Dictionary((found ?? []).map { ($0.loadBalancerName ?? "", $0) }) { first, _ in first }
        }
    }

    /// Nil when the load balancer has gone.
    private func attributes(of arn: String, through session: AWSSession) async throws -> [String: String]? {
        try await unlessMissing {
            let answer = try await session.client.send(DescribeLoadBalancerAttributes(loadBalancerArn: arn))
            return [String: String](answer.attributes)
        }
    }

    private func setAttributes(
        _ attributes: [String: String]?, of arn: String, through session: AWSSession
    ) async throws {
        guard let attributes, !attributes.isEmpty else { return }
        let request = ModifyLoadBalancerAttributes(loadBalancerArn: arn, attributes: attributes.attributeList)
        _ = try await session.client.send(request)
    }

    /// Nil when it has none.
    private func webACL(of arn: String, through session: AWSSession) async throws -> String? {
        try await session.client.send(GetWebACLForResource(resourceArn: arn)).webACL?.arn
    }

    private func setWebACL(_ webACL: String?, of arn: String, through session: AWSSession) async throws {
        guard let webACL else { return }
        try await session.whileWebACLWaits {
            _ = try await session.client.send(AssociateWebACL(webACLArn: webACL, resourceArn: arn))
        }
    }

    /// The load balancer of this name when it belongs to the declaration.
    /// - Throws: `.conflict` when it does not.
    private func find(
        _ name: String, claimedBy desired: Desired<Attributes>, through session: AWSSession
    ) async throws -> Made? {
        guard let balancer = try await look(named: name, through: session) else { return nil }
        let made = try Self.made(balancer, of: DescribeLoadBalancers.self)
        let tags = try await LoadBalancing.tags(of: [made.identifier], through: session)
        guard tags[made.identifier]?.claimsSame(as: desired.tags) ?? false else {
            throw ResourceError.conflict(
                CreateLoadBalancer.self, "load balancer", named: name, identifier: made.identifier,
                wantedBy: desired.address)
        }
        return made
    }

    private static func made<R: AWSRequest>(_ balancer: Description?, of request: R.Type) throws -> Made {
        let arn = try required(balancer?.loadBalancerArn, "LoadBalancerArn", of: request)
        var outputs: [Output: String] = [.arn: arn]
        outputs[.dnsName] = balancer?.dnsName
        return Made(arn, outputs: outputs)
    }

    private static func observed(
        _ balancer: Description, _ arn: String, _ tags: [String: String]
    ) -> Observed<Attributes> {
        var outputs: [Output: String] = [.arn: arn]
        outputs[.dnsName] = balancer.dnsName
        let subnets = (balancer.availabilityZones ?? []).compactMap(\.subnetId)
        return Observed(
            identifier: arn, name: balancer.loadBalancerName,
            attributes: Attributes(
                loadBalancerName: balancer.loadBalancerName ?? "", scheme: balancer.scheme ?? "internet-facing",
                type: balancer.type ?? "application", subnets: Set(subnets.map(Reference.known)),
                securityGroups: Set((balancer.securityGroups ?? []).map(Reference.known)),
                ipAddressType: balancer.ipAddressType ?? "ipv4"),
            outputs: outputs, tags: tags, status: balancer.status)
    }
}
