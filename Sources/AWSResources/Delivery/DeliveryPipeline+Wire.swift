import AWSClient
import Model

extension DeliveryPipeline {
    /// Whoever makes a pipeline hands it the connection to the source
    /// (https://docs.aws.amazon.com/dtconsole/latest/userguide/security-iam.html#permissions-reference-connections-passconnection).
    public var permissions: KindPermissions {
        let passing = ["codeconnections", "codestar-connections"].map { service in
            PermissionGrant(
                [AWSAction("\(service):PassConnection")],
                on: ["arn:{partition}:\(service):{region}:{account}:connection/*"],
                where: ["\(service):PassedToService": ["codepipeline.amazonaws.com"]])
        }
        return KindPermissions(
            sending: Self.requests, on: ["arn:{partition}:codepipeline:{region}:{account}:{prefix}-*"],
            with: [.passingRoles(to: "codepipeline.amazonaws.com")] + passing)
    }

    static let requests: [any AWSRequest.Type] = [
        ListPipelines.self, GetPipeline.self, ListTags.self, CreatePipeline.self, UpdatePipeline.self, TagResource.self,
        DeletePipeline.self,
    ]

    struct Declaration: Codable, Sendable {
        struct Store: Codable, Sendable {
            var type: String?
            var location: String?
        }

        var name: String?
        var roleArn: String?
        var artifactStore: Store?
        var stages: [Stage]?
        var executionMode: String?
        var pipelineType: String?

        init(_ desired: Desired<Attributes>) throws(ResourceError) {
            let wanted = desired.attributes
            name = wanted.pipelineName
            roleArn = try desired.text(wanted.role)
            artifactStore = Store(type: "S3", location: try desired.text(wanted.artifactBucket))
            executionMode = wanted.executionMode
            pipelineType = wanted.pipelineType
            var stages: [Stage] = []
            for stage in wanted.stages {
                var actions: [Action] = []
                for action in stage.actions { actions.append(try Action(action, desired)) }
                stages.append(Stage(name: stage.name, actions: actions))
            }
            self.stages = stages
        }
    }

    struct Stage: Codable, Sendable {
        var name: String?
        var actions: [Action]?
    }

    struct Action: Codable, Sendable {
        struct TypeID: Codable, Sendable {
            var category: String?
            var owner: String?
            var provider: String?
            var version: String?
        }
        struct Artifact: Codable, Sendable { var name: String? }

        var name: String?
        var actionTypeId: TypeID?
        var runOrder: Int?
        var configuration: [String: String]?
        var inputArtifacts: [Artifact]?
        var outputArtifacts: [Artifact]?
        var namespace: String?

        init(_ action: PipelineAction, _ desired: Desired<Attributes>) throws(ResourceError) {
            var configuration: [String: String] = [:]
            for (key, value) in action.configuration { configuration[key] = try desired.text(value) }
            name = action.name
            actionTypeId = TypeID(
                category: action.category, owner: action.owner, provider: action.provider, version: action.version)
            runOrder = action.runOrder
            self.configuration = configuration
            inputArtifacts = action.inputs.map { Artifact(name: $0) }
            outputArtifacts = action.outputs.map { Artifact(name: $0) }
            namespace = action.namespace
        }
    }

    struct ListPipelines: AWSRequest {
        static let action: AWSAction = "codepipeline:ListPipelines"
        struct Summary: Codable, Sendable { var name: String? }
        struct Response: Codable, Sendable { var pipelines: [Summary]? }
    }

    struct GetPipeline: AWSRequest {
        static let action: AWSAction = "codepipeline:GetPipeline"
        var name: String
        struct Response: Codable, Sendable { var pipeline: Declaration? }
    }

    struct ListTags: AWSRequest {
        static let action: AWSAction = "codepipeline:ListTagsForResource"
        var resourceArn: String
        struct Response: Codable, Sendable { var tags: [Tag]? }
    }

    struct CreatePipeline: AWSRequest {
        static let action: AWSAction = "codepipeline:CreatePipeline"
        var pipeline: Declaration
        var tags: [Tag]
        typealias Response = EmptyResponse
    }

    struct UpdatePipeline: AWSRequest {
        static let action: AWSAction = "codepipeline:UpdatePipeline"
        var pipeline: Declaration
        typealias Response = EmptyResponse
    }

    struct TagResource: AWSRequest {
        static let action: AWSAction = "codepipeline:TagResource"
        var resourceArn: String
        var tags: [Tag]
        typealias Response = EmptyResponse
    }

    struct DeletePipeline: AWSRequest {
        static let action: AWSAction = "codepipeline:DeletePipeline"
        var name: String
        typealias Response = EmptyResponse
    }
}

extension PipelineStage {
    init(_ stage: DeliveryPipeline.Stage) {
        self.init(stage.name ?? "", (stage.actions ?? []).map { PipelineAction($0) })
    }
}

extension PipelineAction {
    init(_ action: DeliveryPipeline.Action) {
        self.init(
            action.name ?? "", category: action.actionTypeId?.category ?? "",
            provider: action.actionTypeId?.provider ?? "",
            configuration: (action.configuration ?? [:]).mapValues(Reference.known),
            inputs: (action.inputArtifacts ?? []).compactMap(\.name),
            outputs: (action.outputArtifacts ?? []).compactMap(\.name), namespace: action.namespace)
        owner = action.actionTypeId?.owner ?? "AWS"
        version = action.actionTypeId?.version ?? "1"
        runOrder = action.runOrder ?? 1
    }
}
