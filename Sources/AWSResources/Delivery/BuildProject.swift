import AWSClient
import Model

/// A CodeBuild project that works for a pipeline: it takes its source from there and gives its artifacts back.
public struct BuildProject: AWSResourceKind {
    public struct Attributes: Sendable {
        public var projectName: String
        public var projectDescription: String?
        public var serviceRole: Reference
        /// The build's own text in YAML, or the path of one in the source.
        public var buildspec: String
        /// The image that the build runs in, such as `aws/codebuild/amazonlinux-x86_64-standard:5.0`.
        public var image: String
        /// `LINUX_CONTAINER` or `ARM_CONTAINER`.
        public var environmentType: String
        /// Such as `BUILD_GENERAL1_SMALL`.
        public var computeType: String
        /// Whether it may run containers of its own, as `docker build` does.
        public var privileged: Bool
        public var environment: [String: Reference]
        public var timeoutMinutes: Int
        public var logGroup: Reference?

        public init(
            projectName: String, projectDescription: String? = nil, serviceRole: Reference, buildspec: String,
            image: String, environmentType: String = "LINUX_CONTAINER", computeType: String = "BUILD_GENERAL1_SMALL",
            privileged: Bool = false, environment: [String: Reference] = [:], timeoutMinutes: Int = 60,
            logGroup: Reference? = nil
        ) {
            self.projectName = projectName
            self.projectDescription = projectDescription
            self.serviceRole = serviceRole
            self.buildspec = buildspec
            self.image = image
            self.environmentType = environmentType
            self.computeType = computeType
            self.privileged = privileged
            self.environment = environment
            self.timeoutMinutes = timeoutMinutes
            self.logGroup = logGroup
        }
    }

    public let type: ResourceType = "AWS::CodeBuild::Project"
    public let noun = "Project"
    public let traits = KindTraits()
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("projectName", \.projectName, .replace, "The name, unique in the account and region"),
        Field("projectDescription", \.projectDescription, .update, "A line for people"),
        Field("serviceRole", \.serviceRole, .update, "The role by which builds act"),
        Field("buildspec", \.buildspec, .update, "What a build does: a text, or the path of one in the source"),
        Field("image", \.image, .update, "The image that builds run in"),
        Field("environmentType", \.environmentType, .update, "The kind of machine"),
        Field("computeType", \.computeType, .update, "The size of the machine"),
        Field("privileged", \.privileged, .update, "Whether builds may run containers of their own"),
        Field("environment", \.environment, .update, "The variables that builds see; others are taken out"),
        Field("timeoutMinutes", \.timeoutMinutes, .update, "Minutes after which a build is ended"),
        Field("logGroup", \.logGroup, .update, "The log group that builds write to"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.projectName }

    /// One paged list of names, and one read for every hundred of them, tags included.
    public func observe(_ scope: ObservationScope, through session: AWSSession) async throws -> [Observed<Attributes>] {
        let names = try await session.client.collect(ListProjects(), \.projects)
        return try await names.chunked(into: Self.namesAtOnce)
            .concurrentMap { try await session.client.send(BatchGetProjects(names: $0)).projects ?? [] }
            .flatMap { $0 }
            .map(Self.observed)
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let request = CreateProject(name: desired.attributes.projectName, settings: try Settings(desired), desired.tags)
        do {
            return try await session.whileRolesAppear {
                try await session.createOnce(
                    request,
                    made: { answer in
                        let project = try required(answer.project, "project", of: CreateProject.self)
                        return try Self.made(project)
                    },
                    find: { try await existing(desired, through: session) })
            }
        } catch let error as AWSError where error.isExisting {
            guard let existing = try await existing(desired, through: session) else { throw error }
            return existing
        }
    }

    public func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        let request = UpdateProject(name: observed.identifier, settings: try Settings(desired))
        _ = try await session.whileRolesAppear { try await session.client.send(request) }
        return Made(observed.identifier, outputs: observed.outputs)
    }

    /// CodeBuild replaces a project's tags as a whole, so the others are sent along.
    public func tag(
        _ observed: Observed<Attributes>, _ tags: [String: String], through session: AWSSession
    ) async throws {
        if tags.isEmpty { return }
        let held = try await project(named: observed.identifier, through: session).map { [String: String]($0.tags) }
        let all = (held ?? [:]).filter { !$0.key.hasPrefix("aws:") }.merging(tags) { $1 }
        _ = try await session.client.send(UpdateProject(name: observed.identifier, tags: all.tagList))
    }

    /// CodeBuild takes the name of a project that is not there too.
    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        try await unlessMissing {
            _ = try await session.client.send(DeleteProject(name: observed.identifier))
        }
    }
}

extension BuildProject {
    /// From `names` of BatchGetProjects in the CodeBuild API reference.
    private static let namesAtOnce = 100

    private static func observed(_ project: Project) throws -> Observed<Attributes> {
        let made = try made(project)
        let environment = project.environment
        let variables = (environment?.environmentVariables ?? []).map { ($0.name ?? "", Reference.known($0.shown)) }
        let logs = project.logsConfig?.cloudWatchLogs
        return Observed(
            identifier: made.identifier, name: made.identifier,
            attributes: Attributes(
                projectName: made.identifier, projectDescription: project.description,
                serviceRole: .known(project.serviceRole ?? ""), buildspec: project.source?.buildspec ?? "",
                image: environment?.image ?? "", environmentType: environment?.type ?? "",
                computeType: environment?.computeType ?? "", privileged: environment?.privilegedMode ?? false,
                environment: Dictionary(variables) { $1 }, timeoutMinutes: project.timeoutInMinutes ?? 60,
                logGroup: logs?.status == "ENABLED" ? logs?.groupName.map(Reference.known) : nil),
            outputs: made.outputs, tags: [String: String](project.tags))
    }

    private static func made(_ project: Project) throws -> Made {
        let name = try required(project.name, "name", of: BatchGetProjects.self)
        return Made(name, outputs: [.arn: try required(project.arn, "arn", of: BatchGetProjects.self)])
    }

    private func project(named name: String, through session: AWSSession) async throws -> Project? {
        try await session.client.send(BatchGetProjects(names: [name])).projects?.first
    }

    /// The project of the desired name when it is the desired resource; nil when there is none.
    private func existing(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made? {
        let name = desired.attributes.projectName
        guard let project = try await project(named: name, through: session) else { return nil }
        if [String: String](project.tags).claimsSame(as: desired.tags) { return try Self.made(project) }
        throw ResourceError.conflict(
            CreateProject.self, "CodeBuild project", named: name, identifier: project.arn ?? name,
            wantedBy: desired.address)
    }
}
