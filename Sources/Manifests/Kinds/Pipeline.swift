/// A pipeline that builds a project's image, pushes it, and proposes its tag to the config repository.
public struct Pipeline: Hashable, Sendable {
    /// The pipeline's name, unique in its environment, such as `acme`.
    public var name: String
    /// The name of the environment that it belongs to.
    public var environment: String
    public var source: Source
    public var image: Image
    public var build = Build()
    /// Where the new tag is written; nil for a pipeline that only pushes images.
    public var deploy: Deploy?
    /// Days after which the artifacts that are handed from step to step expire.
    public var artifactDays = 30
    /// Whether existing resources of the same names, owned by nobody, are taken over.
    public var adopt = false
    public var deletionPolicy = DeletionPolicy.delete
    /// What differs from the blueprint, by the resource's name below this manifest.
    public var overrides: [String: ResourceOverride] = [:]
    /// Resources of the blueprint that are neither made nor looked for.
    public var omit: [String] = []

    public init(name: String, environment: String, source: Source, image: Image) {
        self.name = name
        self.environment = environment
        self.source = source
        self.image = image
    }

    /// The name of the bucket for artifacts. Buckets share one namespace in the world, which account and region keep apart.
    public func bucketName(in environment: Environment) -> String {
        "\(environment.fullName)-\(name)-pipeline-\(environment.account)-\(environment.region)"
    }

    /// A branch of a repository, read through a connection.
    public struct Source: Hashable, Sendable {
        /// The ARN of a connection that a person has completed.
        public var connection: String
        /// `OWNER/NAME`.
        public var repository: String
        public var branch = "main"

        public init(connection: String, repository: String) {
            self.connection = connection
            self.repository = repository
        }
    }

    /// Where images go.
    public struct Image: Hashable, Sendable {
        /// The repository's name in ECR; a Repository manifest of this name tells its account and region.
        public var repository: String

        public init(repository: String) { self.repository = repository }
    }
}

extension Pipeline: ManifestKind {
    init() { self.init(name: "", environment: "", source: Source(), image: Image()) }

    static let kind = "Pipeline"
    static let summary = "A build pipeline that pushes images and proposes their tags to a config repository."
    static var storage: WritableKeyPath<ManifestSet, [Pipeline]> { \.pipelines }
    public var key: ManifestKey { ManifestKey(Self.kind, environment, name) }

    static let metadata: [ManifestField<Pipeline>] = [
        .required("name", \.name, .name, "The pipeline's name, such as acme."),
        .required("environment", \.environment, .name, "The name of the environment that it belongs to."),
    ]

    static let fields: [ManifestField<Pipeline>] = [
        .required("source", \.source, .object(), "The code, and the connection through which it is read."),
        .required("image", \.image, .object(), "Where images go."),
        .optional("build", \.build, .object(), "How the image is built."),
        .optional(
            "deploy", \.deploy, .object(),
            "The config repository to which the new tag is committed. Default: none, images are only pushed."),
        .optional(
            "artifactDays", \.artifactDays, .integer(1...3650),
            "Days after which the artifacts that are handed from step to step expire."),
        .adopt(\.adopt),
        .deletionPolicy(\.deletionPolicy),
        .overrides(\.overrides),
        .omit(\.omit),
    ]

    func validate(_ check: inout ManifestDecoder) {
        guard let deploy, deploy.mode == .commit, check.isSound("source", "deploy"),
            deploy.repository.lowercased() == source.repository.lowercased(), deploy.branch == source.branch
        else { return }
        check.error(
            "a commit to \(deploy.branch) of \(deploy.repository) would start this pipeline again, without an end: keep "
                + "the manifests in a repository or on a branch of their own, or write mode: branch",
            at: "deploy.repository")
    }
}

extension Pipeline.Source: ManifestObject {
    init() { self.init(connection: "", repository: "") }

    static let fields: [ManifestField<Pipeline.Source>] = [
        .required(
            "connection", \.connection, .connectionArn,
            "The ARN of a connection in AWS CodeConnections, completed in the console. No token stands anywhere."),
        .required("repository", \.repository, .hostedRepository, "The repository at the forge, as OWNER/NAME."),
        .optional("branch", \.branch, .branch, "The branch whose commits are built."),
    ]
}

extension Pipeline.Image: ManifestObject {
    init() { self.init(repository: "") }

    static let fields: [ManifestField<Pipeline.Image>] = [
        .required(
            "repository", \.repository, .repositoryName,
            "The repository's name in ECR; a Repository manifest of this name tells its account and region.")
    ]
}
