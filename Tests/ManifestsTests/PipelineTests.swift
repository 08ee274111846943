import Testing

@testable import Manifests

@Suite("Pipelines")
struct PipelineTests {
    private typealias Fixture = RepositoryFixture

    private static let id = "connection/01234567-89ab-cdef-0123-456789abcdef"
    private static let connection = "arn:aws:codeconnections:eu-west-1:123456789012:\(id)"

    /// Line 5 is the source, 6 the image; what is added begins in line 7.
    private static func pipeline(
        _ name: String = "acme", in environment: String = "dev", connection: String = connection,
        source: String = "repository: tooltwist/acme", image: String = "app", adding lines: String = ""
    ) -> Fixture {
        Fixture([
            "a.yaml": Fixture.environment(), "r.yaml": Fixture.repository,
            "p.yaml": """
            apiVersion: plumbline.dev/v1
            kind: Pipeline
            metadata: { name: \(name), environment: \(environment) }
            spec:
              source: { connection: "\(connection)", \(source) }
              image: { repository: \(image) }
            \(lines)
            """,
        ])
    }

    @Test("need a source and an image, and build the Dockerfile of the main branch")
    func defaults() throws {
        let (read, lines) = Self.pipeline().read()
        #expect(lines == [])
        let pipeline = try #require(read?.pipelines.first)
        #expect(pipeline.key.path == "dev/acme" && pipeline.source.branch == "main" && pipeline.deploy == nil)
        #expect(pipeline.build.resolvedDockerfile == "Dockerfile" && pipeline.build.resolvedContext == ".")
        #expect(pipeline.build.computeType.machine == "BUILD_GENERAL1_SMALL" && pipeline.build.timeoutMinutes == 60)
        #expect(pipeline.build.resolvedImage == "aws/codebuild/amazonlinux-x86_64-standard:5.0")
        #expect(pipeline.artifactDays == 30)
    }

    @Test("take everything that can be said of them")
    func everything() throws {
        let fixture = Self.pipeline(
            source: "repository: group/sub/acme, branch: release/1.x",
            adding: """
                  build:
                    inlineBuildspec: |
                      version: 0.2
                      phases: {}
                    computeType: 2xlarge
                    architecture: arm64
                    environment: { STAGE: dev }
                    timeoutMinutes: 20
                  deploy:
                    connection: arn:aws:codestar-connections:eu-west-1:123456789012:\(Self.id)
                    repository: tooltwist/config
                    branch: main
                    file: nodes/dev.yaml
                    marker: plumbline:acme
                    mode: branch
                  artifactDays: 7
                """)
        let (read, lines) = fixture.read()
        #expect(lines == [])
        let pipeline = try #require(read?.pipelines.first)
        #expect(pipeline.build.inlineBuildspec == "version: 0.2\nphases: {}\n")
        #expect(pipeline.build.computeType.machine == "BUILD_GENERAL1_2XLARGE")
        #expect(pipeline.build.resolvedImage == "aws/codebuild/amazonlinux-aarch64-standard:3.0")
        #expect(pipeline.deploy?.mode == .branch && pipeline.deploy?.marker == "plumbline:acme")
    }

    @Test("tell what is wrong at its place", arguments: inputs)
    func problems(_ input: BadInput) { input.check() }

    private static let inputs = [
        BadInput(
            "a connection of another region",
            pipeline(connection: "arn:aws:codeconnections:us-east-1:123456789012:\(id)"),
            "p.yaml:5:25: error: the connection is in us-east-1, account 123456789012, but the environment dev is in "
                + "eu-west-1, account 123456789012: a pipeline needs a connection of its own region and account"
        ),
        BadInput(
            "a connection of another account",
            pipeline(
                adding: """
                      deploy:
                        repository: tooltwist/config
                        file: dev.yaml
                        connection: arn:aws:codeconnections:eu-west-1:999999999999:\(id)
                    """),
            "p.yaml:10:17: error: the connection is in eu-west-1, account 999999999999, but the environment dev is in "
                + "eu-west-1, account 123456789012: a pipeline needs a connection of its own region and account"
        ),
        BadInput(
            "a connection that is no ARN of one",
            pipeline(connection: "arn:aws:codecommit:eu-west-1:123456789012:acme"),
            "p.yaml:5:25: error: connection must be a connection's ARN such as "
                + "arn:aws:codeconnections:ap-southeast-1:123456789012:connection/01234567-89ab-cdef-0123-456789abcdef, "
                + "not \"arn:aws:codecommit:eu-west-1:123456789012:acme\""
        ),
        BadInput(
            "a repository without its owner",
            pipeline(source: "repository: acme"),
            "p.yaml:5:135: error: repository must be OWNER/NAME, without a host and without .git, not \"acme\""
        ),
        BadInput(
            "a repository as a URL",
            pipeline(source: "repository: \"https://github.com/tooltwist/acme.git\""),
            "p.yaml:5:135: error: repository must be OWNER/NAME, without a host and without .git, "
                + "not \"https://github.com/tooltwist/acme.git\""
        ),
        BadInput(
            "a branch with its full name",
            pipeline(source: "repository: tooltwist/acme, branch: \"feature one\""),
            "p.yaml:5:159: error: branch must be a branch's name such as main, without refs/heads/, not \"feature one\""
        ),
        BadInput(
            "an environment that there is not",
            pipeline(in: "def"),
            "p.yaml:3:38: error: there is no Environment \"def\": did you mean \"dev\"?"
        ),
        BadInput(
            "a repository that there is not, which may be made by other means",
            pipeline(image: "ap"),
            "p.yaml:6:24: warning: there is no Repository \"ap\", so the image is pushed to ECR in the environment's own "
                + "account and region: did you mean \"app\"?"
        ),
        BadInput(
            "two buildspecs, and a Dockerfile that neither heeds",
            pipeline(
                adding: "  build: { buildspec: ci.yml, inlineBuildspec: \"version: 0.2\", dockerfile: Dockerfile }"),
            "p.yaml:7:48: error: a build has one buildspec, a path in buildspec or a text in inlineBuildspec: remove one "
                + "of them",
            "p.yaml:7:76: error: dockerfile has no effect beside a buildspec of your own, which says itself what it "
                + "builds: remove it"
        ),
        BadInput(
            "a buildspec that is none",
            pipeline(adding: "  build: { inlineBuildspec: docker build . }"),
            "p.yaml:7:29: error: inlineBuildspec must be a buildspec, which has a line such as version: 0.2, not "
                + "\"docker build .\""
        ),
        BadInput(
            "paths that leave the repository",
            pipeline(
                adding: """
                      build: { context: ../other }
                      deploy: { repository: tooltwist/config, file: /etc/passwd }
                    """),
            "p.yaml:7:21: error: context must be a path inside the repository, from its root, without / at the beginning "
                + "and without .., not \"../other\"",
            "p.yaml:8:49: error: file must be a path inside the repository, from its root, without / at the beginning "
                + "and without .., not \"/etc/passwd\""
        ),
        BadInput(
            "a path that git keeps for itself",
            pipeline(adding: "  deploy: { repository: tooltwist/config, file: .git/config }"),
            "p.yaml:7:49: error: file must be a path of letters, digits, spaces and _ . + @ = , - such as nodes/dev.yaml, "
                + "not \".git/config\""
        ),
        BadInput(
            "a variable that Plumbline sets",
            pipeline(adding: "  build: { environment: { IMAGE_TAG: latest } }"),
            "p.yaml:7:38: error: IMAGE_TAG is a variable of Plumbline's own in every build: rename yours"
        ),
        BadInput(
            "a variable that CodeBuild sets",
            pipeline(adding: "  build: { environment: { CODEBUILD_ID: x } }"),
            "p.yaml:7:41: error: CodeBuild keeps names that begin with CODEBUILD_ for itself: rename CODEBUILD_ID"
        ),
        BadInput(
            "a pipeline that would start itself",
            pipeline(adding: "  deploy: { repository: Tooltwist/acme, file: deploy/dev.yaml }"),
            "p.yaml:7:25: error: a commit to main of Tooltwist/acme would start this pipeline again, without an end: keep "
                + "the manifests in a repository or on a branch of their own, or write mode: branch"
        ),
        BadInput(
            "a name too long for the bucket",
            pipeline("an-application-with-a-long-name"),
            "p.yaml:3:19: error: the name of the S3 bucket would be "
                + "\"x-dev-an-application-with-a-long-name-pipeline-123456789012-eu-west-1\", 69 characters where AWS "
                + "allows 63: shorten the name by 6"
        ),
        BadInput(
            "a mode and a size that there are not",
            pipeline(
                adding: """
                      build: { computeType: huge }
                      deploy: { repository: tooltwist/config, file: a.yaml, mode: push }
                    """),
            "p.yaml:7:25: error: computeType must be small, medium, large, xlarge or 2xlarge, not \"huge\"",
            "p.yaml:8:63: error: mode must be commit or branch, not \"push\""
        ),
    ]
}
