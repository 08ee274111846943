import AWSClient
import Model

extension BuildProject {
    public var permissions: KindPermissions {
        KindPermissions(
            sending: Self.requests, on: ["arn:{partition}:codebuild:{region}:{account}:project/{prefix}-*"],
            with: [.passingRoles(to: "codebuild.amazonaws.com")])
    }

    static let requests: [any AWSRequest.Type] = [
        ListProjects.self, BatchGetProjects.self, CreateProject.self, UpdateProject.self, DeleteProject.self,
    ]

    /// What a create and an update send of a project, and what is read of it.
    struct Project: Codable, Sendable {
        var name: String?
        var arn: String?
        var description: String?
        var source: Source?
        var environment: Environment?
        var serviceRole: String?
        var timeoutInMinutes: Int?
        var logsConfig: Logs?
        var tags: [Tag]?
    }

    struct Source: Codable, Sendable {
        var type: String?
        var buildspec: String?
    }

    struct Artifacts: Codable, Sendable { var type: String }

    struct Environment: Codable, Sendable {
        var type: String?
        var image: String?
        var computeType: String?
        var privilegedMode: Bool?
        var environmentVariables: [Variable]?
    }

    struct Variable: Codable, Sendable {
        var name: String?
        var value: String?
        /// Absent means `PLAINTEXT`; the others name where a secret is.
        var type: String?

        /// The value as it is compared: of another type than ours it differs from every value of ours.
        var shown: String {
            guard let type, type != "PLAINTEXT" else { return value ?? "" }
            return "\(type) \(value ?? "")"
        }
    }

    struct Logs: Codable, Sendable {
        struct CloudWatch: Codable, Sendable {
            var status: String?
            var groupName: String?
        }
        var cloudWatchLogs: CloudWatch?
    }

    /// The settings of a project, all of them: CodeBuild replaces each of these groups as a whole.
    struct Settings: Sendable {
        var description: String?
        var source: Source
        var environment: Environment
        var serviceRole: String
        var timeoutInMinutes: Int
        var logsConfig: Logs?

        init(_ desired: Desired<Attributes>) throws(ResourceError) {
            let wanted = desired.attributes
            var variables: [Variable] = []
            for (name, value) in wanted.environment.sorted(by: { $0.key < $1.key }) {
                variables.append(Variable(name: name, value: try desired.text(value), type: "PLAINTEXT"))
            }
            description = wanted.projectDescription
            source = Source(type: "CODEPIPELINE", buildspec: wanted.buildspec)
            environment = Environment(
                type: wanted.environmentType, image: wanted.image, computeType: wanted.computeType,
                privilegedMode: wanted.privileged, environmentVariables: variables)
            serviceRole = try desired.text(wanted.serviceRole)
            timeoutInMinutes = wanted.timeoutMinutes
            logsConfig = try desired.text(wanted.logGroup).map {
                Logs(cloudWatchLogs: .init(status: "ENABLED", groupName: $0))
            }
        }
    }

    struct ListProjects: AWSRequest {
        static let action: AWSAction = "codebuild:ListProjects"
        struct Response: Codable, Sendable { var projects: [String]? }
    }

    struct BatchGetProjects: AWSRequest {
        static let action: AWSAction = "codebuild:BatchGetProjects"
        var names: [String]
        struct Response: Codable, Sendable { var projects: [Project]? }
    }

    struct CreateProject: AWSRequest {
        static let action: AWSAction = "codebuild:CreateProject"
        var name: String
        var description: String?
        var source: Source
        var artifacts = Artifacts(type: "CODEPIPELINE")
        var environment: Environment
        var serviceRole: String
        var timeoutInMinutes: Int
        var logsConfig: Logs?
        var tags: [Tag]
        struct Response: Codable, Sendable { var project: Project? }

        init(name: String, settings: Settings, _ tags: [String: String]) {
            self.name = name
            description = settings.description
            source = settings.source
            environment = settings.environment
            serviceRole = settings.serviceRole
            timeoutInMinutes = settings.timeoutInMinutes
            logsConfig = settings.logsConfig
            self.tags = tags.tagList
        }
    }

    /// Leaves alone what it does not name.
    struct UpdateProject: AWSRequest {
        static let action: AWSAction = "codebuild:UpdateProject"
        var name: String
        var description: String?
        var source: Source?
        var environment: Environment?
        var serviceRole: String?
        var timeoutInMinutes: Int?
        var logsConfig: Logs?
        var tags: [Tag]?
        typealias Response = EmptyResponse

        init(name: String, settings: Settings) {
            self.name = name
            description = settings.description
            source = settings.source
            environment = settings.environment
            serviceRole = settings.serviceRole
            timeoutInMinutes = settings.timeoutInMinutes
            logsConfig = settings.logsConfig
        }

        init(name: String, tags: [Tag]) {
            self.name = name
            self.tags = tags
        }
    }

    struct DeleteProject: AWSRequest {
        static let action: AWSAction = "codebuild:DeleteProject"
        var name: String
        typealias Response = EmptyResponse
    }
}
