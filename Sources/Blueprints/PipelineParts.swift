import AWSResources
import Manifests
import Model

/// A pipeline's names and addresses, and what its roles and projects are made of.
struct PipelineParts {
    let pipeline: Pipeline
    let environment: Environment
    /// The registry that images go to, and the repository's address when it is declared in the same place.
    private let registry: String
    let imageAddress: ResourceAddress?
    private let imageScope: (account: String, region: String)

    init(_ pipeline: Pipeline, in environment: Environment, of manifests: ManifestSet) {
        self.pipeline = pipeline
        self.environment = environment
        let image = ImageReference(repository: pipeline.image.repository)
        (registry, imageAddress) = manifests.source(of: image, in: environment)
        let repository = manifests.repository(named: pipeline.image.repository)
        imageScope = (repository?.account ?? environment.account, repository?.region ?? environment.region)
    }

    var name: String { "\(environment.fullName)-\(pipeline.name)" }
    var bucketName: String { pipeline.bucketName(in: environment) }
    var bucketARN: String { "arn:\(environment.partition):s3:::\(bucketName)" }

    private var address: ResourceAddress { ResourceAddress("\(pipeline.environment)/\(pipeline.name)") }
    var pipelineAddress: ResourceAddress { address.appending("Pipeline") }
    var bucket: ResourceAddress { address.appending("ArtifactBucket") }
    var logGroup: ResourceAddress { address.appending("PipelineLogGroup") }
    var pipelineRole: ResourceAddress { address.appending("PipelineRole") }
    var buildRole: ResourceAddress { address.appending("BuildRole") }
    var deployRole: ResourceAddress { address.appending("DeployRole") }
    var buildProject: ResourceAddress { address.appending("BuildProject") }
    var deployProject: ResourceAddress { address.appending("DeployProject") }

    func tags(_ name: String) -> [String: String] { environment.tags(name: name, application: pipeline.name) }

    private typealias Variable = Pipeline.Build.Variable

    var buildVariables: [String: Reference] {
        var variables = pipeline.build.environment.mapValues(Reference.known)
        variables[Variable.imageRegistry.rawValue] = .known(registry)
        variables[Variable.imageRepository.rawValue] = .known(pipeline.image.repository)
        variables[Variable.imageRegion.rawValue] = .known(imageScope.region)
        if pipeline.build.buildspec == nil, pipeline.build.inlineBuildspec == nil {
            variables[Variable.dockerfile.rawValue] = .known(pipeline.build.resolvedDockerfile)
            variables[Variable.context.rawValue] = .known(pipeline.build.resolvedContext)
        }
        return variables
    }

    func deployVariables(_ deploy: Pipeline.Deploy) -> [String: Reference] {
        [
            "IMAGE_REPOSITORY": .known(pipeline.image.repository), "CONFIG_BRANCH": .known(deploy.branch),
            "CONFIG_FILE": .known(deploy.file), "CONFIG_MODE": .known(deploy.mode.rawValue),
            "CONFIG_MARKER": .known(deploy.marker ?? ""), "SOURCE_REPOSITORY": .known(pipeline.source.repository),
            "PIPELINE": .known("\(environment.name)/\(pipeline.name)"),
            "AUTHOR_EMAIL": .known(environment.contactEmail),
        ]
    }
}

// MARK: - Stages

extension PipelineParts {
    /// Source, build, and the commit of the tag. The commit's id, which is the tag, is handed on as a variable.
    var stages: [PipelineStage] {
        var sources = [
            source("Application", pipeline.source.connection, pipeline.source.repository, pipeline.source.branch)
        ]
        var stages = [PipelineStage("Build", [build("Image", .id(buildProject), input: "Application")])]
        if let deploy = pipeline.deploy {
            var config = source(
                "Configuration", deploy.connection ?? pipeline.source.connection, deploy.repository, deploy.branch)
            // The build clones it by itself, so that it can push; and a commit there is no reason to build again.
            config.configuration["OutputArtifactFormat"] = "CODEBUILD_CLONE_REF"
            config.configuration["DetectChanges"] = "false"
            sources.append(config)
            stages.append(PipelineStage("Deploy", [build("Tag", .id(deployProject), input: "Configuration")]))
        }
        return [PipelineStage("Source", sources)] + stages
    }

    private func source(
        _ name: String, _ connection: String, _ repository: String, _ branch: String
    ) -> PipelineAction {
        PipelineAction(
            name, category: "Source", provider: "CodeStarSourceConnection",
            configuration: [
                "ConnectionArn": .known(connection), "FullRepositoryId": .known(repository),
                "BranchName": .known(branch),
                "OutputArtifactFormat": "CODE_ZIP", "DetectChanges": "true",
            ],
            outputs: [name], namespace: name)
    }

    private func build(_ name: String, _ project: Reference, input: String) -> PipelineAction {
        let variables = ##"[{"name":"IMAGE_TAG","value":"#{Application.CommitId}","type":"PLAINTEXT"}]"##
        return PipelineAction(
            name, category: "Build", provider: "CodeBuild",
            configuration: ["ProjectName": project, "EnvironmentVariables": .known(variables)], inputs: [input])
    }
}

// MARK: - Permissions

extension PipelineParts {
    /// From "How to add permissions to the CodePipeline service role" in the CodePipeline User Guide.
    var pipelineStatements: [PolicyStatement] {
        var repositories = [pipeline.source.connection: Set([Reference.known(pipeline.source.repository)])]
        var projects: Set<Reference> = [.arn(buildProject)]
        if let deploy = pipeline.deploy {
            let connection = deploy.connection ?? pipeline.source.connection
            repositories[connection, default: []].insert(.known(deploy.repository))
            projects.insert(.arn(deployProject))
        }
        return [
            PolicyStatement(
                actions: ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"], resources: ["\(.arn(bucket))/*"]),
            PolicyStatement(
                actions: ["s3:GetBucketAcl", "s3:GetBucketLocation", "s3:GetBucketVersioning"],
                resources: [.arn(bucket)]),
            PolicyStatement(actions: ["codebuild:BatchGetBuilds", "codebuild:StartBuild"], resources: projects),
        ] + repositories.sorted { $0.key < $1.key }.map { Self.use($0.key, of: $0.value) }
    }

    /// From "Pushing a private image" in the Amazon ECR User Guide.
    var buildStatements: [PolicyStatement] {
        let image =
            "arn:\(environment.partition):ecr:\(imageScope.region):\(imageScope.account)"
            + ":repository/\(pipeline.image.repository)"
        return common + [
            PolicyStatement(actions: ["ecr:GetAuthorizationToken"], resources: ["*"]),
            PolicyStatement(
                actions: [
                    "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload",
                    "ecr:DescribeImages", "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload", "ecr:PutImage",
                    "ecr:UploadLayerPart",
                ], resources: [.known(image)]),
        ]
    }

    /// The build clones and pushes with the connection's own credentials, which live as long as the build.
    func deployStatements(_ deploy: Pipeline.Deploy) -> [PolicyStatement] {
        common + [Self.use(deploy.connection ?? pipeline.source.connection, of: [.known(deploy.repository)])]
    }

    /// What every build does: it writes its log and exchanges artifacts ("Create a CodeBuild service role" in the
    /// CodeBuild User Guide).
    private var common: [PolicyStatement] {
        [
            PolicyStatement(
                actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
                resources: ["\(.arn(logGroup)):*"]),
            PolicyStatement(
                actions: ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"], resources: ["\(.arn(bucket))/*"]),
            PolicyStatement(actions: ["s3:GetBucketAcl", "s3:GetBucketLocation"], resources: [.arn(bucket)]),
        ]
    }

    /// The right to use a connection for these repositories only. The action's name follows the ARN, which has two forms
    /// (https://docs.aws.amazon.com/dtconsole/latest/userguide/security-iam.html#permissions-reference-connections-use).
    private static func use(_ connection: String, of repositories: Set<Reference>) -> PolicyStatement {
        let service = connection.contains(":codestar-connections:") ? "codestar-connections" : "codeconnections"
        return PolicyStatement(
            actions: ["\(service):UseConnection"], resources: [.known(connection)],
            conditions: ["ForAllValues:StringEquals": ["\(service):FullRepositoryId": repositories]])
    }
}
