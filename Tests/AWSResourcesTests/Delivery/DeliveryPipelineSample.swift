import AWSClient
import AWSResources
import Model

struct DeliveryPipelineSample: KindSample {
    let kind = DeliveryPipeline()
    let createAction = "CreatePipeline"

    func attributes(on bench: Bench) async throws -> DeliveryPipeline.Attributes {
        DeliveryPipeline.Attributes(
            pipelineName: "x-dev-acme", role: try await Self.role("contract-pipeline", bench),
            artifactBucket: "x-dev-acme-pipeline", stages: Self.stages(branch: "main"))
    }

    var outsideChanges: [OutsideChange<DeliveryPipeline>] {
        [
            .edit("role") { attributes, bench in attributes.role = try await Self.role("contract-other", bench) },
            .edit("artifactBucket") { attributes, _ in attributes.artifactBucket = "elsewhere" },
            .edit("stages") { attributes, _ in attributes.stages = Self.stages(branch: "develop") },
            .edit("stages") { attributes, _ in attributes.stages.swapAt(1, 2) },
            .edit("executionMode") { attributes, _ in attributes.executionMode = "QUEUED" },
            .edit("pipelineType") { attributes, _ in attributes.pipelineType = "V1" },
        ]
    }

    private static func stages(branch: String) -> [PipelineStage] {
        func build(_ name: String) -> PipelineAction {
            PipelineAction(
                name, category: "Build", provider: "CodeBuild", configuration: ["ProjectName": "x-dev-acme-build"],
                inputs: ["Application"])
        }
        let source = PipelineAction(
            "Application", category: "Source", provider: "CodeStarSourceConnection",
            configuration: ["FullRepositoryId": "tooltwist/acme", "BranchName": .known(branch)],
            outputs: ["Application"], namespace: "Application")
        return [
            PipelineStage("Source", [source]), PipelineStage("Build", [build("Image")]),
            PipelineStage("Deploy", [build("Tag")]),
        ]
    }

    /// The ARN of a new role that a pipeline may assume.
    private static func role(_ name: String, _ bench: Bench) async throws -> Reference {
        let answer = try await bench.client.send(
            CreateRole(roleName: name, assumeRolePolicyDocument: Self.trust))
        return .known(try bench.found(answer.role?.arn, "a role"))
    }

    private static let trust = """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"Service": "codepipeline.amazonaws.com"}}]}
        """
}

private struct CreateRole: AWSRequest {
    static let action: AWSAction = "iam:CreateRole"
    var roleName: String
    var assumeRolePolicyDocument: String
    struct Response: Codable, Sendable { var role: Item? }
    struct Item: Codable, Sendable { var arn: String? }
}
