import AWSClient
import Model

/// A pipeline of CodePipeline, type V2.
///
/// CodePipeline lists pipelines without tags and has no call that reads several. So every pipeline is listed, and those
/// that are declared or were recorded are read; any other is reported without tags, as nobody's.
public struct DeliveryPipeline: AWSResourceKind {
    public struct Attributes: Sendable {
        public var pipelineName: String
        public var role: Reference
        /// The name of the bucket that carries artifacts from action to action.
        public var artifactBucket: Reference
        public var stages: [PipelineStage]
        /// What happens when a run is overtaken: `SUPERSEDED`, `QUEUED` or `PARALLEL`.
        public var executionMode: String
        public var pipelineType: String

        public init(
            pipelineName: String, role: Reference, artifactBucket: Reference, stages: [PipelineStage],
            executionMode: String = "SUPERSEDED", pipelineType: String = "V2"
        ) {
            self.pipelineName = pipelineName
            self.role = role
            self.artifactBucket = artifactBucket
            self.stages = stages
            self.executionMode = executionMode
            self.pipelineType = pipelineType
        }
    }

    public let type: ResourceType = "AWS::CodePipeline::Pipeline"
    public let noun = "Pipeline"
    public let traits = KindTraits()
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("pipelineName", \.pipelineName, .replace, "The name, unique in the account and region"),
        Field("role", \.role, .update, "The role by which the pipeline acts"),
        Field("artifactBucket", \.artifactBucket, .update, "The bucket that carries artifacts from action to action"),
        Field("stages", \.stages, .update, "What it does, stage by stage"),
        Field("executionMode", \.executionMode, .update, "What happens when a run is overtaken by a newer one"),
        Field("pipelineType", \.pipelineType, .update, "V2, which is paid for by the minute"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.pipelineName }

    public func observe(_ scope: ObservationScope, through session: AWSSession) async throws -> [Observed<Attributes>] {
        let ofInterest = scope.declaredNames.union(scope.recorded(type))
        return try await session.client.collect(ListPipelines(), \.pipelines).concurrentCompactMap { summary in
            let name = try required(summary.name, "name", of: ListPipelines.self)
            if ofInterest.contains(name) { return try await observed(named: name, through: session) }
            return Observed(
                identifier: name, name: name,
                attributes: Attributes(pipelineName: name, role: "", artifactBucket: "", stages: []),
                outputs: Self.made(name, session).outputs, tags: [:])
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let made = Self.made(desired.attributes.pipelineName, session)
        let request = CreatePipeline(pipeline: try Declaration(desired), tags: desired.tags.tagList)
        do {
            return try await session.whileRolesAppear {
                try await session.createOnce(
                    request, made: { _ in made }, find: { try await existing(desired, through: session) })
            }
        } catch let error as AWSError where error.code == "PipelineNameInUseException" {
            guard let existing = try await existing(desired, through: session) else { throw error }
            return existing
        }
    }

    /// CodePipeline takes the whole declaration.
    public func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        let request = UpdatePipeline(pipeline: try Declaration(desired))
        _ = try await session.whileRolesAppear { try await session.client.send(request) }
        return Made(observed.identifier, outputs: observed.outputs)
    }

    public func tag(
        _ observed: Observed<Attributes>, _ tags: [String: String], through session: AWSSession
    ) async throws {
        if tags.isEmpty { return }
        let arn = observed.outputs[.arn] ?? observed.identifier
        _ = try await session.client.send(TagResource(resourceArn: arn, tags: tags.tagList))
    }

    /// CodePipeline takes the name of a pipeline that is not there too.
    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        try await unlessMissing {
            _ = try await session.client.send(DeletePipeline(name: observed.identifier))
        }
    }
}

extension DeliveryPipeline {
    /// Nil when it was deleted since it was listed.
    private func observed(named name: String, through session: AWSSession) async throws -> Observed<Attributes>? {
        try await unlessMissing {
            async let listed = tags(of: name, through: session)
            let answer = try await session.client.send(GetPipeline(name: name))
            let pipeline = try required(answer.pipeline, "pipeline", of: GetPipeline.self)
            return Observed(
                identifier: name, name: name,
                attributes: Attributes(
                    pipelineName: name, role: .known(pipeline.roleArn ?? ""),
                    artifactBucket: .known(pipeline.artifactStore?.location ?? ""),
                    stages: (pipeline.stages ?? []).map { PipelineStage($0) },
                    executionMode: pipeline.executionMode ?? "SUPERSEDED",
                    pipelineType: pipeline.pipelineType ?? "V1"),
                outputs: Self.made(name, session).outputs, tags: try await listed)
        }
    }

    private func tags(of name: String, through session: AWSSession) async throws -> [String: String] {
        let arn = Self.made(name, session).outputs[.arn] ?? name
        return [String: String](try await session.client.collect(ListTags(resourceArn: arn), \.tags))
    }

    private static func made(_ name: String, _ session: AWSSession) -> Made {
        let arn = "arn:\(session.partition):codepipeline:\(session.region):\(session.account):\(name)"
        return Made(name, outputs: [.arn: arn])
    }

    /// The pipeline of the desired name when it is the desired resource; nil when there is none.
    private func existing(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made? {
        let name = desired.attributes.pipelineName
        guard let tags = try await unlessMissing({ try await tags(of: name, through: session) }) else { return nil }
        let made = Self.made(name, session)
        if tags.claimsSame(as: desired.tags) { return made }
        throw ResourceError.conflict(
            CreatePipeline.self, "pipeline", named: name, identifier: made.outputs[.arn] ?? name,
            wantedBy: desired.address)
    }
}
