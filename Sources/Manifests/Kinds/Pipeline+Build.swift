extension Pipeline {
    /// How an image is built.
    public struct Build: Hashable, Sendable {
        /// The path of a buildspec in the source repository.
        public var buildspec: String?
        /// A buildspec written out. Without any, the Dockerfile is built and pushed.
        public var inlineBuildspec: String?
        /// Read `resolvedDockerfile`.
        public var dockerfile: String?
        /// Read `resolvedContext`.
        public var context: String?
        public var computeType = ComputeType.small
        public var architecture = ServiceSettings.Architecture.x86_64
        /// The image that the build runs in; nil takes AWS's own for the architecture. Read `resolvedImage`.
        public var image: String?
        public var environment: [String: String] = [:]
        public var timeoutMinutes = 60

        public init() {}

        /// The sizes of CodeBuild's machines.
        public enum ComputeType: String, Hashable, Sendable, CaseIterable {
            case small, medium, large, xlarge
            case doubleXLarge = "2xlarge"

            /// CodeBuild's own word.
            public var machine: String { "BUILD_GENERAL1_\(rawValue.uppercased())" }
        }

        public var resolvedDockerfile: String { dockerfile ?? "Dockerfile" }
        public var resolvedContext: String { context ?? "." }
        public var resolvedImage: String { image ?? Self.standardImage(architecture) }

        /// AWS's newest image on Amazon Linux 2023
        /// (https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-available.html).
        public static func standardImage(_ architecture: ServiceSettings.Architecture) -> String {
            switch architecture {
            case .x86_64: "aws/codebuild/amazonlinux-x86_64-standard:5.0"
            case .arm64: "aws/codebuild/amazonlinux-aarch64-standard:3.0"
            }
        }

        /// What every build is told in variables, by name.
        public enum Variable: String, CaseIterable, Sendable {
            case imageRegistry = "IMAGE_REGISTRY"
            case imageRepository = "IMAGE_REPOSITORY"
            case imageRegion = "IMAGE_REGION"
            case imageTag = "IMAGE_TAG"
            case dockerfile = "DOCKERFILE"
            case context = "DOCKER_CONTEXT"
        }
    }
}

extension Pipeline.Build: ManifestObject {
    static let fields: [ManifestField<Pipeline.Build>] = [
        .optional(
            "buildspec", \.buildspec, .treePath,
            "The path of a buildspec in the source repository. Default: the Dockerfile is built and pushed, with the "
                + "commit as the tag."),
        .optional("inlineBuildspec", \.inlineBuildspec, .buildspec, "A buildspec written out, in place of a path."),
        .optional("dockerfile", \.dockerfile, .treePath, "The path of the Dockerfile. Default: Dockerfile."),
        .optional(
            "context", \.context, .treePath, "The folder that docker build is given. Default: the repository's root."),
        .optional("computeType", \.computeType, .choice(), "The size of the machine that builds."),
        .optional("architecture", \.architecture, .choice(), "The processor that builds, and that images are for."),
        .optional(
            "image", \.image, .buildImage, "The image that the build runs in. Default: AWS's own on Amazon Linux 2023."),
        .optional(
            "environment", \.environment, .environmentVariables, "Further variables that the build sees. No secrets."),
        .optional("timeoutMinutes", \.timeoutMinutes, .integer(5...2160), "Minutes after which a build is ended."),
    ]

    func validate(_ check: inout ManifestDecoder) {
        if buildspec != nil, inlineBuildspec != nil {
            check.error(
                "a build has one buildspec, a path in buildspec or a text in inlineBuildspec: remove one of them",
                at: "inlineBuildspec")
        }
        if buildspec != nil || inlineBuildspec != nil {
            for key in ["dockerfile", "context"] where check.isGiven(key) {
                check.error(
                    "\(key) has no effect beside a buildspec of your own, which says itself what it builds: remove it",
                    at: key)
            }
        }
        for name in environment.keys.sorted() where name.hasPrefix("CODEBUILD_") {
            check.error(
                "CodeBuild keeps names that begin with CODEBUILD_ for itself: rename \(name)", at: "environment.\(name)"
            )
        }
        for name in environment.keys.sorted() where Variable(rawValue: name) != nil {
            check.error(
                "\(name) is a variable of Plumbline's own in every build: rename yours", at: "environment.\(name)")
        }
    }
}
