import AWSClient
import Model

/// A port of a load balancer, and what happens to the requests that no rule takes.
public struct Listener: AWSResourceKind {
    public struct Attributes: Sendable {
        public var loadBalancer: Reference
        public var port: Int
        public var `protocol`: String
        public var certificate: String?
        public var sslPolicy: String?
        public var defaultAction: ListenerAction

        public init(
            loadBalancer: Reference, port: Int, protocol: String, certificate: String? = nil, sslPolicy: String? = nil,
            defaultAction: ListenerAction
        ) {
            self.loadBalancer = loadBalancer
            self.port = port
            self.protocol = `protocol`
            self.certificate = certificate
            self.sslPolicy = sslPolicy
            self.defaultAction = defaultAction
        }
    }

    public let type: ResourceType = "AWS::ElasticLoadBalancingV2::Listener"
    public let noun = "Listener"
    public let traits = KindTraits(identity: ["loadBalancer", "port"], isReadByRecord: true)
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("loadBalancer", \.loadBalancer, .replace, "The load balancer that listens"),
        Field("port", \.port, .update, "The port, from 1 to 65535"),
        Field("protocol", \.protocol, .update, "HTTP or HTTPS"),
        Field("certificate", \.certificate, .update, "The ARN of the default certificate, for HTTPS"),
        Field("sslPolicy", \.sslPolicy, .update, "Which TLS versions and ciphers are spoken, for HTTPS"),
        Field("defaultAction", \.defaultAction, .update, "What happens to requests that no rule takes", pins: true),
    ]

    public init() {}

    /// A listener has no name of its own.
    public func name(of attributes: Attributes, tags: [String: String]) -> String? { nil }

    public func observe(
        _ scope: ObservationScope, through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        let listeners: [Description]
        if let recorded = try await recordedListeners(scope, through: session) {
            listeners = recorded
        } else {
            listeners = try await Self.listeners(ofInterestTo: scope, through: session)
        }
        let tags = try await LoadBalancing.tags(of: listeners.compactMap(\.listenerArn), through: session)
        return try listeners.compactMap { listener in
            let arn = try required(listener.listenerArn, "ListenerArn", of: DescribeListeners.self)
            guard let tags = tags[arn] else { return nil }
            let attributes = Attributes(
                loadBalancer: .known(listener.loadBalancerArn ?? ""), port: listener.port ?? 0,
                protocol: listener.protocol ?? "", certificate: listener.certificates?.first?.certificateArn,
                sslPolicy: listener.protocol == "HTTPS" ? listener.sslPolicy : nil,
                defaultAction: ListenerAction(listener.defaultActions))
            return Observed(identifier: arn, name: nil, attributes: attributes, outputs: [.arn: arn], tags: tags)
        }
    }

    /// A port of a load balancer has one listener: one that is there already and is not this declaration's is a
    /// conflict.
    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        try await session.createOnce(
            CreateListener(desired),
            made: { try Self.made($0.listeners?.first, of: CreateListener.self) },
            find: { try await find(desired, through: session) })
    }

    public func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        var request = ModifyListener(listenerArn: observed.identifier)
        let wanted = desired.attributes
        if fields.contains("port") { request.port = wanted.port }
        if fields.contains("protocol") { request.protocol = wanted.protocol }
        // A change to HTTPS is only taken together with its certificate.
        if !fields.isDisjoint(with: ["certificate", "protocol"]), wanted.protocol == "HTTPS" {
            request.certificates = wanted.certificate.map { [Certificate(certificateArn: $0)] }
        }
        if !fields.isDisjoint(with: ["sslPolicy", "protocol"]), wanted.protocol == "HTTPS" {
            request.sslPolicy = wanted.sslPolicy
        }
        if fields.contains("defaultAction") {
            request.defaultActions = try wanted.defaultAction.descriptions(for: desired)
        }
        _ = try await session.client.send(request)
        return Made(observed.identifier, outputs: observed.outputs)
    }

    public func tag(
        _ observed: Observed<Attributes>, _ tags: [String: String], through session: AWSSession
    ) async throws {
        try await LoadBalancing.tag(observed.identifier, tags, through: session)
    }

    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        try await unlessMissing {
            _ = try await session.client.send(DeleteListener(listenerArn: observed.identifier))
        }
    }

    // MARK: Parts

    /// The listeners of every load balancer on which one of ours can be.
    ///
    /// These are the load balancers that are ours and asked about, those that are to be taken over, and, should one have lost its
    /// tags, those that are recorded, be it themselves or by a listener or rule of theirs.
    static func listeners(
        ofInterestTo scope: ObservationScope, through session: AWSSession
    ) async throws -> [Description] {
        try await scope.round.once("elasticloadbalancing:DescribeListeners") {
            try await readListeners(ofInterestTo: scope, through: session)
        }
    }

    private static func readListeners(
        ofInterestTo scope: ObservationScope, through session: AWSSession
    ) async throws -> [Description] {
        let (balancers, tags) = try await LoadBalancer.all(scope.round, through: session)
        let arns = balancers.compactMap(\.loadBalancerArn)
        let adopted = scope.adoptedNames[LoadBalancer().type] ?? []
        let toAdopt = Set(
            balancers.filter { $0.loadBalancerName.map(adopted.contains) ?? false }.compactMap(\.loadBalancerArn))
        let recorded = recordedLoadBalancers(scope)
        let ofInterest = arns.filter {
            scope.isAskedAbout(tags[$0] ?? [:]) || recorded.contains($0) || toAdopt.contains($0)
        }
        return try await ofInterest.concurrentMap { try await listeners(of: $0, through: session) }.flatMap { $0 }
    }

    /// `listener/app/name/1/2` and `listener-rule/app/name/1/2/3` stand on `loadbalancer/app/name/1`.
    private static func recordedLoadBalancers(_ scope: ObservationScope) -> Set<String> {
        var result = scope.recorded(LoadBalancer().type)
        for arn in scope.recorded(Listener().type).union(scope.recorded(ListenerRule().type)) {
            let parts = arn.split(separator: "/")
            guard parts.count >= 4, let colon = parts[0].lastIndex(of: ":") else { continue }
            result.insert(parts[0][...colon] + (["loadbalancer"] + parts[1...3]).joined(separator: "/"))
        }
        return result
    }

    /// In a brief look, the listeners of ours that are known; nil when one of them is not there.
    private func recordedListeners(
        _ scope: ObservationScope, through session: AWSSession
    ) async throws -> [Description]? {
        guard let known = try await LoadBalancing.known(type, "listener/", scope, through: session) else { return nil }
        return try await LoadBalancing.describe(known) { arns in
            try await session.client.collect(DescribeListeners(listenerArns: arns), \.listeners)
        }
    }

    private static func listeners(of loadBalancer: String, through session: AWSSession) async throws -> [Description] {
        try await unlessMissing {
            try await session.client.collect(DescribeListeners(loadBalancerArn: loadBalancer), \.listeners)
        } ?? []
    }

    private func find(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made? {
        let loadBalancer: String = try desired.text(desired.attributes.loadBalancer)
        let onPort = try await Self.listeners(of: loadBalancer, through: session)
            .first { $0.port == desired.attributes.port }
        guard let listener = onPort else { return nil }
        let made = try Self.made(listener, of: DescribeListeners.self)
        let tags = try await LoadBalancing.tags(of: [made.identifier], through: session)
        guard tags[made.identifier]?.claimsSame(as: desired.tags) ?? false else {
            throw ResourceError.conflict(
                CreateListener.self, "listener on port", named: String(desired.attributes.port),
                identifier: made.identifier, wantedBy: desired.address)
        }
        return made
    }

    private static func made<R: AWSRequest>(_ listener: Description?, of request: R.Type) throws -> Made {
        let arn = try required(listener?.listenerArn, "ListenerArn", of: request)
        return Made(arn, outputs: [.arn: arn])
    }
}

// MARK: - Wire

extension Listener {
    public var permissions: KindPermissions {
        KindPermissions(
            sending: Self.requests + LoadBalancing.requests,
            on: [
                "arn:{partition}:elasticloadbalancing:{region}:{account}:loadbalancer/app/{prefix}-*",
                "arn:{partition}:elasticloadbalancing:{region}:{account}:listener/app/{prefix}-*",
            ],
            reads: ["elasticloadbalancing:DescribeLoadBalancers"])
    }

    static let requests: [any AWSRequest.Type] = [
        DescribeListeners.self, CreateListener.self, ModifyListener.self, DeleteListener.self,
    ]

    struct Description: Codable, Sendable {
        var listenerArn: String?
        var loadBalancerArn: String?
        var port: Int?
        var `protocol`: String?
        var certificates: [Certificate]?
        var sslPolicy: String?
        var defaultActions: [ListenerAction.Description]?
    }

    struct Certificate: Codable, Sendable {
        var certificateArn: String?
    }

    struct DescribeListeners: AWSRequest {
        static let action: AWSAction = "elbv2:DescribeListeners"
        /// Either this or the listeners' own.
        var loadBalancerArn: String?
        var listenerArns: [String]?

        struct Response: Codable, Sendable {
            var listeners: [Description]?
        }
    }

    struct CreateListener: AWSRequest {
        static let action: AWSAction = "elbv2:CreateListener"
        var loadBalancerArn: String
        var port: Int
        var `protocol`: String
        var certificates: [Certificate]?
        var sslPolicy: String?
        var defaultActions: [ListenerAction.Description]
        var tags: [Tag]

        struct Response: Codable, Sendable {
            var listeners: [Description]?
        }

        init(_ desired: Desired<Listener.Attributes>) throws {
            let attributes = desired.attributes
            loadBalancerArn = try desired.text(attributes.loadBalancer)
            port = attributes.port
            `protocol` = attributes.protocol
            certificates = attributes.certificate.map { [Certificate(certificateArn: $0)] }
            sslPolicy = attributes.sslPolicy
            defaultActions = try attributes.defaultAction.descriptions(for: desired)
            tags = desired.tags.tagList
        }
    }

    struct ModifyListener: AWSRequest {
        static let action: AWSAction = "elbv2:ModifyListener"
        var listenerArn: String
        var port: Int?
        var `protocol`: String?
        var certificates: [Certificate]?
        var sslPolicy: String?
        var defaultActions: [ListenerAction.Description]?

        typealias Response = EmptyResponse
    }

    struct DeleteListener: AWSRequest {
        static let action: AWSAction = "elbv2:DeleteListener"
        var listenerArn: String

        typealias Response = EmptyResponse
    }
}
