import AWSResources
import Manifests
import Model

/// The seed's steps 3 and 41: builds a project's image, pushes it to its repository, and commits its tag to git.
enum PipelineBlueprint: Blueprint {
    static func declarations(for manifests: ManifestSet) -> [ScopedDeclaration] {
        manifests.pipelines.flatMap { pipeline -> [ScopedDeclaration] in
            guard let environment = manifests.environment(named: pipeline.environment) else { return [] }
            let parts = PipelineParts(pipeline, in: environment, of: manifests)
            var draft = DeclarationDraft(
                scope: environment.scope, adopt: pipeline.adopt, retain: pipeline.deletionPolicy == .retain,
                location: manifests.location(of: pipeline.key))
            storage(parts, &draft)
            roles(parts, &draft)
            projects(parts, &draft)
            draft.add(
                DeliveryPipeline(), parts.pipelineAddress,
                .init(
                    pipelineName: parts.name, role: .arn(parts.pipelineRole), artifactBucket: .id(parts.bucket),
                    stages: parts.stages),
                tags: parts.tags(parts.name))
            return draft.declarations
        }
    }

    private static func storage(_ parts: PipelineParts, _ draft: inout DeclarationDraft) {
        let (logs, bucket) = ("\(parts.name)-pipeline-logs", parts.bucketName)
        draft.add(LogGroup(), parts.logGroup, .init(logGroupName: logs, retentionInDays: 30), tags: parts.tags(logs))
        let days = parts.pipeline.artifactDays
        draft.add(
            Bucket(), parts.bucket,
            .init(
                bucketName: bucket, encryption: "AES256", versioned: true, publicAccessBlocked: true,
                policy: .onlyEncryptedTransport(toBucket: parts.bucketARN),
                lifecycle: [
                    BucketLifecycleRule(id: "artifacts", expirationDays: days, noncurrentDays: days, abortDays: 7)
                ]),
            tags: parts.tags(bucket))
    }

    private static func roles(_ parts: PipelineParts, _ draft: inout DeclarationDraft) {
        func role(
            _ address: ResourceAddress, _ suffix: String, for service: String, _ description: String,
            _ statements: [PolicyStatement]
        ) {
            let name = "\(parts.name)-\(suffix)"
            draft.add(
                Role(), address,
                .init(
                    roleName: name,
                    trustPolicy: .trusting(service: service, actingFor: parts.environment.account),
                    inlinePolicies: [name: PolicyDocument(statements: statements)], roleDescription: description),
                tags: parts.tags(name))
        }
        role(
            parts.pipelineRole, "CodePipelineRole", for: "codepipeline.amazonaws.com",
            "Runs the pipeline \(parts.name)",
            parts.pipelineStatements)
        role(
            parts.buildRole, "CodeBuildRole", for: "codebuild.amazonaws.com", "Builds the images of \(parts.name)",
            parts.buildStatements)
        if let deploy = parts.pipeline.deploy {
            role(
                parts.deployRole, "CodeBuildDeployRole", for: "codebuild.amazonaws.com",
                "Commits the tags of \(parts.name) to git", parts.deployStatements(deploy))
        }
    }

    private static func projects(_ parts: PipelineParts, _ draft: inout DeclarationDraft) {
        let build = parts.pipeline.build
        let name = "\(parts.name)-build"
        draft.add(
            BuildProject(), parts.buildProject,
            .init(
                projectName: name, projectDescription: "Builds the images of \(parts.name)",
                serviceRole: .arn(parts.buildRole),
                buildspec: build.buildspec ?? build.inlineBuildspec ?? Buildspec.dockerfile,
                image: build.resolvedImage,
                environmentType: build.architecture == .arm64 ? "ARM_CONTAINER" : "LINUX_CONTAINER",
                computeType: build.computeType.machine,
                // Without it there is no docker build.
                privileged: true, environment: parts.buildVariables, timeoutMinutes: build.timeoutMinutes,
                logGroup: .id(parts.logGroup)),
            tags: parts.tags(name), after: parts.imageAddress.map { [$0] } ?? [])
        guard let deploy = parts.pipeline.deploy else { return }
        let deployName = "\(parts.name)-deploy"
        draft.add(
            BuildProject(), parts.deployProject,
            .init(
                projectName: deployName, projectDescription: "Commits the tags of \(parts.name) to git",
                serviceRole: .arn(parts.deployRole), buildspec: Buildspec.proposal,
                image: Pipeline.Build.standardImage(.x86_64), environment: parts.deployVariables(deploy),
                timeoutMinutes: 15, logGroup: .id(parts.logGroup)),
            tags: parts.tags(deployName))
    }
}

extension PolicyDocument {
    /// Refuses whoever speaks to the bucket without TLS.
    fileprivate static func onlyEncryptedTransport(toBucket arn: String) -> PolicyDocument {
        PolicyDocument(statements: [
            PolicyStatement(
                sid: "OnlyEncryptedTransport", effect: .deny, principals: ["AWS": ["*"]], actions: ["s3:*"],
                resources: [.known(arn), .known("\(arn)/*")],
                conditions: ["Bool": ["aws:SecureTransport": ["false"]]])
        ])
    }

    /// A trust policy by which a service may assume the role when it acts for this account, and for no other
    /// (https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html).
    fileprivate static func trusting(service: String, actingFor account: String) -> PolicyDocument {
        PolicyDocument(statements: [
            PolicyStatement(
                principals: ["Service": [service]], actions: ["sts:AssumeRole"],
                conditions: ["StringEquals": ["aws:SourceAccount": [.known(account)]]])
        ])
    }
}
