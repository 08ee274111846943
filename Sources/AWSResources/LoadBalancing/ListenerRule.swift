import AWSClient
import Model

/// A rule of a listener: which paths it takes, in which order it is asked, and what it does with them.
///
/// A listener's default rule is part of the listener.
public struct ListenerRule: AWSResourceKind {
    public struct Attributes: Sendable {
        public var listener: Reference
        public var priority: Int?
        public var pathPatterns: Set<String>
        public var action: ListenerAction

        public init(listener: Reference, priority: Int? = nil, pathPatterns: Set<String>, action: ListenerAction) {
            self.listener = listener
            self.priority = priority
            self.pathPatterns = pathPatterns
            self.action = action
        }
    }

    public let type: ResourceType = "AWS::ElasticLoadBalancingV2::ListenerRule"
    public let noun = "ListenerRule"
    public let traits = KindTraits(identity: ["listener", "pathPatterns"], isReadByRecord: true)
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("listener", \.listener, .replace, "The listener that asks it"),
        Field(
            "priority", \.priority, .update, "The rule's number, lowest asked first; when left out, the next free one",
            numberedWithin: "listener"),
        Field("pathPatterns", \.pathPatterns, .update, "The paths that it takes, any of them, with * and ?"),
        Field("action", \.action, .update, "What it does with a request", pins: true),
    ]

    public init() {}

    /// A rule has no name of its own.
    public func name(of attributes: Attributes, tags: [String: String]) -> String? { nil }

    /// Every rule on the listeners of interest, ours or not: a foreign one's number is taken too. In a brief look, ours.
    public func observe(
        _ scope: ObservationScope, through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        let rules: [(listener: String, rule: Description)]
        if let recorded = try await recordedRules(scope, through: session) {
            rules = recorded
        } else {
            let listeners = try await Listener.listeners(ofInterestTo: scope, through: session)
            rules = try await listeners.compactMap(\.listenerArn).concurrentMap { listener in
                try await self.rules(of: listener, through: session).map { (listener, $0) }
            }.flatMap { $0 }
        }
        let tags = try await LoadBalancing.tags(of: rules.compactMap(\.1.ruleArn), through: session)
        return try rules.compactMap { listener, rule in
            let arn = try required(rule.ruleArn, "RuleArn", of: DescribeRules.self)
            guard let tags = tags[arn] else { return nil }
            let attributes = Attributes(
                listener: .known(listener), priority: rule.priority.flatMap { Int($0) },
                pathPatterns: Condition.patterns(rule.conditions), action: ListenerAction(rule.actions))
            return Observed(identifier: arn, name: nil, attributes: attributes, outputs: [.arn: arn], tags: tags)
        }
    }

    /// - Throws: `.conflict` when another rule has the number.
    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let request = try CreateRule(desired)
        // AWS gives a number to one rule only, and the plan has chosen this one because it was free.
        return try await session.createUnique(
            request,
            made: {
                let arn = try required($0.rules?.first?.ruleArn, "RuleArn", of: CreateRule.self)
                return Made(arn, outputs: [.arn: arn])
            },
            isTaken: { $0.code.hasPrefix("PriorityInUse") },
            find: { try await find(desired, request, through: session) })
    }

    public func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        let arn = observed.identifier
        if !fields.isDisjoint(with: ["pathPatterns", "action"]) {
            let request = ModifyRule(
                ruleArn: arn, conditions: [Condition(paths: desired.attributes.pathPatterns)],
                actions: try desired.attributes.action.descriptions(for: desired))
            _ = try await session.client.send(request)
        }
        if fields.contains("priority") {
            let priority = RulePriority(ruleArn: arn, priority: try Self.priority(of: desired))
            _ = try await session.client.send(SetRulePriorities(rulePriorities: [priority]))
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
            _ = try await session.client.send(DeleteRule(ruleArn: observed.identifier))
        }
    }

    // MARK: Parts

    /// The number that the manifest gives, else the one that the plan chose.
    private static func priority(of desired: Desired<Attributes>) throws(ResourceError) -> Int {
        if let priority = desired.attributes.priority ?? desired.numbers["priority"] { return priority }
        throw ResourceError(
            .refused, operation: CreateRule.action.description,
            message: "\(desired.address) has no rule number and the plan chose none; run the command again")
    }

    private func rules(of listener: String, through session: AWSSession) async throws -> [Description] {
        let rules = try await unlessMissing {
            try await session.client.collect(DescribeRules(listenerArn: listener), \.rules)
        }
        return (rules ?? []).filter { $0.isDefault != true && $0.priority != "default" }
    }

    /// In a brief look, the rules of ours that are known, with their listeners; nil when one of them is not there.
    private func recordedRules(
        _ scope: ObservationScope, through session: AWSSession
    ) async throws -> [(listener: String, rule: Description)]? {
        guard let known = try await LoadBalancing.known(type, "listener-rule/", scope, through: session) else {
            return nil
        }
        let rules = try await LoadBalancing.describe(known) { arns in
            try await session.client.collect(DescribeRules(ruleArns: arns), \.rules)
        }
        return rules?.map { rule in (LoadBalancing.listener(ofRule: rule.ruleArn ?? ""), rule) }
    }

    /// What an earlier try made.
    /// - Throws: `.conflict` when there is none and the number is another's.
    private func find(
        _ desired: Desired<Attributes>, _ request: CreateRule, through session: AWSSession
    ) async throws -> Made? {
        let rules = try await rules(of: request.listenerArn, through: session)
        let tags = try await LoadBalancing.tags(of: rules.compactMap(\.ruleArn), through: session)
        let own = tags.filter { $0.value.claimsSame(as: desired.tags) }.keys.min()
        if let own { return Made(own, outputs: [.arn: own]) }
        guard let other = rules.first(where: { $0.priority == String(request.priority) })?.ruleArn else { return nil }
        throw ResourceError(
            .conflict, operation: CreateRule.action.description,
            message: """
                \(desired.address): rule number \(request.priority) of its listener is taken by \(other), which does \
                not belong to this resource; choose another number, or leave it out for the next free one
                """)
    }
}

// MARK: - Wire

extension ListenerRule {
    public var permissions: KindPermissions {
        KindPermissions(
            sending: Self.requests + LoadBalancing.requests,
            on: [
                "arn:{partition}:elasticloadbalancing:{region}:{account}:listener/app/{prefix}-*",
                "arn:{partition}:elasticloadbalancing:{region}:{account}:listener-rule/app/{prefix}-*",
            ],
            reads: ["elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeLoadBalancers"])
    }

    static let requests: [any AWSRequest.Type] = [
        DescribeRules.self, CreateRule.self, ModifyRule.self, SetRulePriorities.self, DeleteRule.self,
    ]

    struct Description: Codable, Sendable {
        var ruleArn: String?
        /// A number as text, or `default`.
        var priority: String?
        var isDefault: Bool?
        var conditions: [Condition]?
        var actions: [ListenerAction.Description]?
    }

    struct DescribeRules: AWSRequest {
        static let action: AWSAction = "elbv2:DescribeRules"
        /// Either this or the rules' own.
        var listenerArn: String?
        var ruleArns: [String]?

        struct Response: Codable, Sendable {
            var rules: [Description]?
        }
    }

    struct CreateRule: AWSRequest {
        static let action: AWSAction = "elbv2:CreateRule"
        var listenerArn: String
        var priority: Int
        var conditions: [Condition]
        var actions: [ListenerAction.Description]
        var tags: [Tag]

        struct Response: Codable, Sendable {
            var rules: [Description]?
        }

        init(_ desired: Desired<ListenerRule.Attributes>) throws {
            listenerArn = try desired.text(desired.attributes.listener)
            priority = try ListenerRule.priority(of: desired)
            conditions = [Condition(paths: desired.attributes.pathPatterns)]
            actions = try desired.attributes.action.descriptions(for: desired)
            tags = desired.tags.tagList
        }
    }

    struct ModifyRule: AWSRequest {
        static let action: AWSAction = "elbv2:ModifyRule"
        var ruleArn: String
        var conditions: [Condition]
        var actions: [ListenerAction.Description]

        typealias Response = EmptyResponse
    }

    struct SetRulePriorities: AWSRequest {
        static let action: AWSAction = "elbv2:SetRulePriorities"
        var rulePriorities: [RulePriority]

        typealias Response = EmptyResponse
    }

    struct RulePriority: Codable, Sendable {
        var ruleArn: String
        var priority: Int
    }

    struct DeleteRule: AWSRequest {
        static let action: AWSAction = "elbv2:DeleteRule"
        var ruleArn: String

        typealias Response = EmptyResponse
    }
}
