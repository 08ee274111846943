import AWSResources
import Manifests
import Model
import Testing

@testable import Blueprints

@Suite("The blueprint of pipelines")
struct PipelineBlueprintTests {
    static let connection =
        "arn:aws:codeconnections:ap-southeast-1:123456789012:connection/01234567-89ab-cdef-0123-456789abcdef"

    static func set(_ change: (inout Pipeline) -> Void = { _ in }) -> ManifestSet {
        var pipeline = Pipeline(
            name: "acme", environment: "dev", source: .init(connection: connection, repository: "tooltwist/acme"),
            image: .init(repository: "tooltwist-acme"))
        pipeline.deploy = .init(repository: "tooltwist/config", file: "nodes/dev.yaml")
        change(&pipeline)
        return ManifestSet(
            environments: [Examples.environment()], repositories: [Examples.repository], pipelines: [pipeline])
    }

    private static func statements(_ declared: Declared, _ role: ResourceAddress) throws -> String {
        try #require(declared.value(role, "inlinePolicies")).description
    }

    @Test("declares bucket, log group, roles, projects and pipeline under the environment's names")
    func names() throws {
        let declared = Declared(Self.set())
        let names = [
            "dev/acme/ArtifactBucket": "x-dev-acme-pipeline-123456789012-ap-southeast-1",
            "dev/acme/PipelineLogGroup": "x-dev-acme-pipeline-logs", "dev/acme/Pipeline": "x-dev-acme",
            "dev/acme/BuildProject": "x-dev-acme-build", "dev/acme/DeployProject": "x-dev-acme-deploy",
            "dev/acme/PipelineRole": "x-dev-acme-CodePipelineRole", "dev/acme/BuildRole": "x-dev-acme-CodeBuildRole",
            "dev/acme/DeployRole": "x-dev-acme-CodeBuildDeployRole",
        ]
        for (address, name) in names {
            let declaration = try #require(declared[ResourceAddress(address)], "\(address)")
            #expect(declaration.name == name)
            #expect(declaration.tags["Name"] == name && declaration.tags["Application"] == "acme")
        }
        #expect(declared.addresses.filter { $0.hasPrefix("dev/acme/") }.count == names.count)
        #expect(
            Set(try #require(declared["dev/acme/Pipeline"]).dependencies) == [
                "dev/acme/ArtifactBucket", "dev/acme/BuildProject", "dev/acme/DeployProject", "dev/acme/PipelineRole",
            ])
        #expect(
            Set(try #require(declared["dev/acme/BuildProject"]).dependencies) == [
                "dev/acme/BuildRole", "dev/acme/PipelineLogGroup", "Repository/tooltwist-acme/Repository",
            ])
    }

    @Test("keeps artifacts encrypted, versioned, private, and for a while only")
    func bucket() throws {
        let bucket = try #require(Declared(Self.set { $0.artifactDays = 7 })["dev/acme/ArtifactBucket"])
        #expect(bucket.values["encryption"] == "AES256" && bucket.values["versioned"] == true)
        #expect(bucket.values["publicAccessBlocked"] == true)
        let policy = try #require(bucket.values["policy"]).description
        #expect(policy.contains(#"Effect: "Deny""#) && policy.contains(#"aws:SecureTransport: ["false"]"#))
        #expect(try #require(bucket.values["lifecycle"]).description.contains("expirationDays: 7"))
        #expect(Bucket().traits.isStateful)
    }

    @Test("gives each role what it needs of this pipeline and no more")
    func leastPrivilege() throws {
        let declared = Declared(Self.set())
        for role: ResourceAddress in ["dev/acme/PipelineRole", "dev/acme/BuildRole", "dev/acme/DeployRole"] {
            let text = try Self.statements(declared, role)
            let stars = text.components(separatedBy: #"Resource: ["*"]"#).count - 1
            // ECR's login has no resources.
            #expect(stars == (role.path.hasSuffix("BuildRole") ? 1 : 0), "\(role)")
            #expect(!text.contains(#":*""#.replacing(#":*""#, with: #"s3:*""#)), "\(role)")
            let trust = try #require(declared.value(role, "trustPolicy")).description
            #expect(trust.contains(#"aws:SourceAccount: ["123456789012"]"#), "\(role)")
        }
        let build = try Self.statements(declared, "dev/acme/BuildRole")
        #expect(build.contains("arn:aws:ecr:ap-southeast-1:123456789012:repository/tooltwist-acme"))
        #expect(!build.contains("UseConnection"), "the build of the application cannot reach the config repository")
        let deploy = try Self.statements(declared, "dev/acme/DeployRole")
        #expect(deploy.contains(#"codeconnections:FullRepositoryId: ["tooltwist/config"]"#))
        #expect(!deploy.contains("ecr:"))
        let pipeline = try Self.statements(declared, "dev/acme/PipelineRole")
        #expect(pipeline.contains(#"FullRepositoryId: ["tooltwist/acme", "tooltwist/config"]"#))
    }

    @Test("a connection under the service's former name is used under that name")
    func formerName() throws {
        let declared = Declared(
            Self.set {
                $0.source.connection = Self.connection.replacing("codeconnections", with: "codestar-connections")
            })
        let text = try Self.statements(declared, "dev/acme/DeployRole")
        #expect(text.contains("codestar-connections:UseConnection"))
        #expect(text.contains("codestar-connections:FullRepositoryId") && !text.contains("codeconnections:"))
    }

    @Test("the config repository is cloned by the build that pushes to it, and a commit there starts nothing")
    func stages() throws {
        let stages = try #require(Declared(Self.set()).value("dev/acme/Pipeline", "stages"))
        guard case .list(let list) = stages else { throw Unexpected() }
        #expect(list.count == 3)
        let sources = list[0].description
        #expect(sources.contains(#"DetectChanges: "false""#) && sources.contains(#"DetectChanges: "true""#))
        #expect(sources.contains(#"OutputArtifactFormat: "CODEBUILD_CLONE_REF""#))
        #expect(
            list[2].description.contains("#{Application.CommitId}") && list[2].description.contains("Configuration"))
        let variables = try #require(Declared(Self.set()).value("dev/acme/DeployProject", "environment"))
        #expect(variables.description.contains(#"CONFIG_FILE: "nodes/dev.yaml""#))
        #expect(variables.description.contains(#"CONFIG_MODE: "commit""#))
    }

    @Test("without deploy there are two stages and nothing that could write to git")
    func withoutDeploy() throws {
        let declared = Declared(Self.set { $0.deploy = nil })
        #expect(declared["dev/acme/DeployProject"] == nil && declared["dev/acme/DeployRole"] == nil)
        guard case .list(let list)? = declared.value("dev/acme/Pipeline", "stages") else { throw Unexpected() }
        #expect(list.count == 2)
    }

    @Test("a build does what the manifest says: the Dockerfile, a file of the source, or a text")
    func buildspecs() throws {
        let own = try #require(Declared(Self.set()).value("dev/acme/BuildProject", "buildspec")).description
        #expect(own.contains("docker push") && own.contains("describe-images"))
        let file = Declared(Self.set { $0.build.buildspec = "ci/build.yml" })
        #expect(file.value("dev/acme/BuildProject", "buildspec") == "ci/build.yml")
        let text = Declared(Self.set { $0.build.inlineBuildspec = "version: 0.2" })
        #expect(text.value("dev/acme/BuildProject", "buildspec") == "version: 0.2")
        let variables = try #require(text.value("dev/acme/BuildProject", "environment")).description
        #expect(variables.contains("IMAGE_REGISTRY") && !variables.contains("DOCKERFILE"))
        let arm = Declared(Self.set { $0.build.architecture = .arm64 })
        #expect(arm.value("dev/acme/BuildProject", "environmentType") == "ARM_CONTAINER")
    }

    @Test("an environment by itself takes its pipelines along, with the repositories that they push to")
    func restricted() {
        let declared = Declared(Self.set(), environments: ["dev"])
        #expect(declared["dev/acme/Pipeline"] != nil && declared["Repository/tooltwist-acme/Repository"] != nil)
        #expect(Declared(Self.set(), environments: ["test"]).addresses == [])
    }

    private struct Unexpected: Error {}
}
