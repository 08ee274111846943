/// One ECR repository of a project, shared by all environments (the seed's step 3.2).
public struct Repository: Hashable, Sendable {
    /// The repository's name in ECR, such as `tooltwist-acme`.
    public var name: String
    public var region: String
    /// Twelve digits; Plumbline acts in no other account for this repository.
    public var account: String
    /// Assumed for this repository when given.
    public var roleArn: String?
    /// Sent along when the role is assumed.
    public var externalId: String?
    /// Tags of the session in which the role is assumed.
    public var sessionTags: [String: String] = [:]
    /// Whether a tag, once pushed, cannot be moved to another image.
    public var immutableTags = true
    public var scanOnPush = true
    public var lifecycle = Lifecycle()
    /// The tag `ContactEmail`.
    public var contactEmail: String?
    /// The tag `CostCode`.
    public var costCode: String?
    /// Whether an existing repository of this name, owned by nobody, is taken over.
    public var adopt = false
    public var deletionPolicy = DeletionPolicy.delete
    /// What differs from the blueprint, by the resource's name below this manifest.
    public var overrides: [String: ResourceOverride] = [:]
    /// Resources of the blueprint that are neither made nor looked for.
    public var omit: [String] = []

    public init(name: String, region: String, account: String) {
        self.name = name
        self.region = region
        self.account = account
    }

    /// The host of the registry that holds the repository.
    public var registryHost: String {
        "\(account).dkr.ecr.\(region).amazonaws.com" + (region.hasPrefix("cn-") ? ".cn" : "")
    }

    /// Which images ECR throws away by itself.
    public struct Lifecycle: Hashable, Sendable {
        /// How many images are kept, the newest.
        public var keepImages = 100
        /// After how many days an image without a tag goes.
        public var untaggedDays = 14

        public init() {}
    }
}

extension Repository: ManifestKind {
    init() { self.init(name: "", region: "", account: "") }

    static let kind = "Repository"
    static let summary = "An ECR repository, shared by all environments."
    static var storage: WritableKeyPath<ManifestSet, [Repository]> { \.repositories }
    public var key: ManifestKey { ManifestKey(Self.kind, name) }

    static let metadata: [ManifestField<Repository>] = [
        .required("name", \.name, .repositoryName, "The repository's name in ECR, such as tooltwist-acme.")
    ]

    static let fields: [ManifestField<Repository>] = [
        .required("region", \.region, .region, "The AWS region."),
        .required("account", \.account, .account, "The account's twelve digits; Plumbline acts in no other."),
        .optional("roleArn", \.roleArn, .roleArn, "The role that is assumed for this repository."),
        .optional("externalId", \.externalId, .externalId, "The external id that the role's trust policy asks for."),
        .optional("sessionTags", \.sessionTags, .sessionTags, "Tags of the role's session (sts:TagSession)."),
        .optional("immutableTags", \.immutableTags, .boolean, "Whether a pushed tag stays with its image."),
        .optional("scanOnPush", \.scanOnPush, .boolean, "Whether ECR scans each pushed image."),
        .optional("lifecycle", \.lifecycle, .object(), "Which images ECR throws away by itself."),
        .optional("contactEmail", \.contactEmail, .email, "Whom to ask: the tag ContactEmail."),
        .optional("costCode", \.costCode, .tagValue, "Who pays: the tag CostCode."),
        .adopt(\.adopt),
        .deletionPolicy(\.deletionPolicy),
        .overrides(\.overrides),
        .omit(\.omit),
    ]

    func validate(_ check: inout ManifestDecoder) {
        check.roleBelongs(roleArn, externalId: externalId, to: account)
    }
}

extension Repository.Lifecycle: ManifestObject {
    static let fields: [ManifestField<Repository.Lifecycle>] = [
        .optional("keepImages", \.keepImages, .integer(1...100_000), "How many images are kept, the newest."),
        .optional("untaggedDays", \.untaggedDays, .integer(1...3650), "Days after which an untagged image goes."),
    ]
}
