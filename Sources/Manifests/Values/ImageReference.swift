/// The container image that a service runs: a repository and either a tag or a digest.
public struct ImageReference: Hashable, Sendable {
    /// The repository's name, such as `tooltwist-acme`.
    public var repository: String
    /// Exactly one of `tag` and `digest` is given.
    public var tag: String?
    /// `sha256:` and 64 hexadecimal digits.
    public var digest: String?
    /// The registry's host in place of ECR's, such as `public.ecr.aws`; a path may follow the host.
    public var registry: String?

    public init(repository: String, tag: String? = nil, digest: String? = nil, registry: String? = nil) {
        self.repository = repository
        self.tag = tag
        self.digest = digest
        self.registry = registry
    }

    /// `repository:tag` or `repository@digest`, without the registry.
    public var nameInRegistry: String {
        if let digest { return "\(repository)@\(digest)" }
        return tag.map { "\(repository):\($0)" } ?? repository
    }
}

extension ImageReference: ManifestObject {
    init() { self.init(repository: "") }

    static let fields: [ManifestField<ImageReference>] = [
        .required(
            "repository",
            \.repository,
            .repositoryName,
            "The repository's name; a Repository manifest of this name tells its account and region."
        ),
        .optional("tag", \.tag, .imageTag, "The image's tag. Give either a tag or a digest."),
        .optional("digest", \.digest, .imageDigest, "The image's digest, sha256:…, in place of a tag."),
        .optional(
            "registry",
            \.registry,
            .registryHost,
            "Another registry's host, for an image that is not in ECR, such as public.ecr.aws."
        ),
    ]

    func validate(_ check: inout ManifestDecoder) {
        guard check.isSound("tag", "digest") else { return }
        if tag != nil, digest != nil {
            check.error("an image has either a tag or a digest, not both: remove one of them", at: "digest")
        }
        if tag == nil, digest == nil {
            check.error("the image has neither a tag nor a digest: add tag: or digest:")
        }
    }
}
