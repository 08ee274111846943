/// One environment: a network and an ECS cluster in one account and region (the seed's step 1).
public struct Environment: Hashable, Sendable {
    /// The environment's name, such as `dev`.
    public var name: String
    /// Begins the names of its resources, with its hyphen: `x-`. May be empty.
    public var prefix: String
    public var region: String
    /// Twelve digits; Plumbline acts in no other account for this environment.
    public var account: String
    /// Assumed for this environment when given.
    public var roleArn: String?
    /// Sent along when the role is assumed.
    public var externalId: String?
    /// Tags of the session in which the role is assumed.
    public var sessionTags: [String: String] = [:]
    /// The tag `ContactEmail`.
    public var contactEmail: String
    /// The tag `CostCode`.
    public var costCode: String
    public var network = Network()
    public var cluster = Cluster()
    /// nil for none.
    public var jumpBoxes: JumpBoxes?
    /// Whether existing resources of the same names, owned by nobody, are taken over.
    public var adopt = false
    public var deletionPolicy = DeletionPolicy.delete
    /// What differs from the blueprint, by the resource's name below this manifest.
    public var overrides: [String: ResourceOverride] = [:]
    /// Resources of the blueprint that are neither made nor looked for.
    public var omit: [String] = []
    /// What keeps plans of this environment from being carried out, and what they leave alone.
    public var gates = Gates()

    public init(
        name: String,
        prefix: String,
        region: String,
        account: String,
        contactEmail: String,
        costCode: String
    ) {
        self.name = name
        self.prefix = prefix
        self.region = region
        self.account = account
        self.contactEmail = contactEmail
        self.costCode = costCode
    }

    /// Prefix and name, the beginning of most resource names: `x-dev`.
    public var fullName: String { prefix + name }

    /// The ECS cluster's settings.
    public struct Cluster: Hashable, Sendable {
        /// What AWS runs tasks on by itself; nil is Fargate unless there are EC2 hosts.
        public var capacity: Capacity?
        /// Hosts of the environment's own.
        public var ec2: EC2Capacity?
        public var containerInsights = true

        public init() {}

        public enum Capacity: String, Hashable, Sendable, CaseIterable { case fargate }

        /// Whether tasks can run on Fargate.
        public var hasFargate: Bool { capacity == .fargate || ec2 == nil }

        /// What a service runs on: what it asks for, or Fargate where there is any.
        public func capacity(of service: ServiceSettings) -> ServiceSettings.Capacity {
            service.capacity ?? (hasFargate ? .fargate : .ec2)
        }
    }
}

extension Environment: ManifestKind {
    init() { self.init(name: "", prefix: "", region: "", account: "", contactEmail: "", costCode: "") }

    static let kind = "Environment"
    static let summary = "A network and an ECS cluster in one account and region."
    static var storage: WritableKeyPath<ManifestSet, [Environment]> { \.environments }
    public var key: ManifestKey { ManifestKey(Self.kind, name) }

    static let metadata: [ManifestField<Environment>] = [
        .required("name", \.name, .name, "The environment's name, such as dev.")
    ]

    static let fields: [ManifestField<Environment>] =
        [
            .required(
                "prefix",
                \.prefix,
                .prefix,
                "Begins the names of all resources, with its hyphen, such as x-. Write \"\" for none."
            ),
            .required("region", \.region, .region, "The AWS region."),
            .required("account", \.account, .account, "The account's twelve digits; Plumbline acts in no other."),
            .optional("roleArn", \.roleArn, .roleArn, "The role that is assumed for this environment."),
            .optional(
                "externalId", \.externalId, .externalId, "The external id that the role's trust policy asks for."),
            .optional("sessionTags", \.sessionTags, .sessionTags, "Tags of the role's session (sts:TagSession)."),
            .required("contactEmail", \.contactEmail, .email, "Whom to ask: the tag ContactEmail."),
            .required("costCode", \.costCode, .tagValue, "Who pays: the tag CostCode."),
            .optional("network", \.network, .object(), "The VPC, its subnets and gateways."),
            .optional("cluster", \.cluster, .object(), "The ECS cluster."),
            .optional("jumpBoxes", \.jumpBoxes, .object(), "Hosts in the public subnets for SSH; none unless given."),
            .adopt(\.adopt),
            .deletionPolicy(\.deletionPolicy),
            .overrides(\.overrides),
            .omit(\.omit),
        ] + gateFields

    func validate(_ check: inout ManifestDecoder) {
        check.roleBelongs(roleArn, externalId: externalId, to: account)
        guard check.isSound("prefix") else { return }
        if !prefix.isEmpty, !prefix.hasSuffix("-") {
            check.warning(
                "the prefix \"\(prefix)\" has no hyphen at its end, so names will begin with \"\(fullName)\": "
                    + "write \"\(prefix)-\" if that was meant",
                at: "prefix"
            )
        }
        // RDS wants a letter first in a DB subnet group's name, and the group is named {prefix}{environment}-db.
        if check.isSound("metadata.name"), let first = fullName.first, !first.isLetter {
            check.error(
                "names would begin with \"\(fullName)\", but a DB subnet group's name must begin with a letter: "
                    + "change the prefix or the environment's name",
                at: prefix.isEmpty ? "metadata.name" : "prefix"
            )
        }
    }
}

extension Environment.Cluster: ManifestObject {
    static let fields: [ManifestField<Environment.Cluster>] = [
        .optional(
            "capacity",
            \.capacity,
            .choice(),
            "What AWS runs tasks on by itself. Default: fargate, unless ec2 is given; a cluster may have both."
        ),
        .optional("ec2", \.ec2, .object(), "EC2 hosts that tasks can run on."),
        .optional("containerInsights", \.containerInsights, .boolean, "Whether CloudWatch gathers the tasks' figures."),
    ]
}
