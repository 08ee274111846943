import AWSClient
import Model

extension TaskDefinition {
    public var permissions: KindPermissions {
        KindPermissions(
            sending: Self.requests, with: [.passingRoles(to: "ecs-tasks.amazonaws.com")])
    }

    static let requests: [any AWSRequest.Type] = [
        ListTaskDefinitions.self, DescribeTaskDefinition.self, RegisterTaskDefinition.self,
        DeregisterTaskDefinition.self, ECSTagResource.self,
    ]
}

extension TaskDefinition.Attributes {
    /// What ECS describes or is sent; what it fills in when it is left out is filled in here.
    init(_ content: TaskDefinitionContent) {
        self.init(
            family: content.family ?? "",
            cpu: TaskSize.units(content.cpu) ?? 0,
            memory: TaskSize.units(content.memory) ?? 0,
            networkMode: content.networkMode ?? "bridge",
            requiresCompatibilities: Set(content.requiresCompatibilities ?? []),
            executionRole: content.executionRoleArn.map { .known($0) },
            taskRole: content.taskRoleArn.map { .known($0) },
            cpuArchitecture: content.runtimePlatform?.cpuArchitecture ?? "X86_64",
            containers: (content.containerDefinitions ?? []).map { ContainerDefinition($0) }
        )
    }
}

extension ContainerDefinition {
    fileprivate init(_ content: ContainerContent) {
        self.init(
            name: content.name ?? "",
            image: .known(content.image ?? ""),
            essential: content.essential ?? true,
            cpu: content.cpu ?? 0,
            memory: content.memory,
            memoryReservation: content.memoryReservation,
            entryPoint: content.entryPoint ?? [],
            command: content.command ?? [],
            workingDirectory: content.workingDirectory,
            user: content.user,
            readonlyRootFilesystem: content.readonlyRootFilesystem ?? false,
            portMappings: Set(
                (content.portMappings ?? []).map {
                    PortMapping(containerPort: $0.containerPort ?? 0, protocol: $0.protocol ?? "tcp")
                }
            ),
            environment: Self.references(content.environment?.map { ($0.name, $0.value) }),
            secrets: Self.references(content.secrets?.map { ($0.name, $0.valueFrom) }),
            logConfiguration: content.logConfiguration.map {
                LogConfiguration(driver: $0.logDriver ?? "", options: ($0.options ?? [:]).mapValues { .known($0) })
            },
            configurationVersion: content.dockerLabels?[Self.configurationLabel].map { .known($0) }
        )
    }

    private static func references(_ pairs: [(String?, String?)]?) -> [String: Reference] {
        let known = (pairs ?? []).compactMap { name, value in name.map { ($0, Reference.known(value ?? "")) } }
        return Dictionary(known) { _, last in last }
    }
}

/// The content of a revision, as it is described and as it is registered.
struct TaskDefinitionContent: Codable, Sendable {
    var taskDefinitionArn: String?
    var family: String?
    var cpu: String?
    var memory: String?
    var networkMode: String?
    var requiresCompatibilities: [String]?
    var executionRoleArn: String?
    var taskRoleArn: String?
    var runtimePlatform: RuntimePlatform?
    var containerDefinitions: [ContainerContent]?

    init(_ desired: Desired<TaskDefinition.Attributes>) throws(ResourceError) {
        let wanted = desired.attributes
        family = wanted.family
        // On hosts a task need not have a size of its own, which shows as 0 and cannot be said so.
        cpu = wanted.cpu == 0 ? nil : String(wanted.cpu)
        memory = wanted.memory == 0 ? nil : String(wanted.memory)
        networkMode = wanted.networkMode
        requiresCompatibilities = wanted.requiresCompatibilities.sorted()
        executionRoleArn = try desired.text(wanted.executionRole)
        taskRoleArn = try desired.text(wanted.taskRole)
        runtimePlatform = wanted.cpuArchitecture.map {
            RuntimePlatform(cpuArchitecture: $0, operatingSystemFamily: "LINUX")
        }
        var containers: [ContainerContent] = []
        for container in wanted.containers { containers.append(try ContainerContent(container, in: desired)) }
        containerDefinitions = containers
    }
}

struct RuntimePlatform: Codable, Sendable {
    var cpuArchitecture: String?
    var operatingSystemFamily: String?
}

struct ContainerContent: Codable, Sendable {
    var name: String?
    var image: String?
    var essential: Bool?
    var cpu: Int?
    var memory: Int?
    var memoryReservation: Int?
    var entryPoint: [String]?
    var command: [String]?
    var workingDirectory: String?
    var user: String?
    var readonlyRootFilesystem: Bool?
    var portMappings: [Port]?
    var environment: [Variable]?
    var secrets: [SecretVariable]?
    var logConfiguration: Log?
    var dockerLabels: [String: String]?

    struct Port: Codable, Sendable {
        var containerPort: Int?
        var `protocol`: String?
    }

    struct Variable: Codable, Sendable {
        var name: String?
        var value: String?
    }

    struct SecretVariable: Codable, Sendable {
        var name: String?
        var valueFrom: String?
    }

    struct Log: Codable, Sendable {
        var logDriver: String?
        var options: [String: String]?
    }

    fileprivate init(
        _ container: ContainerDefinition,
        in desired: Desired<TaskDefinition.Attributes>
    ) throws(ResourceError) {
        name = container.name
        image = try desired.text(container.image)
        essential = container.essential
        cpu = container.cpu
        memory = container.memory
        memoryReservation = container.memoryReservation
        entryPoint = container.entryPoint.isEmpty ? nil : container.entryPoint
        command = container.command.isEmpty ? nil : container.command
        workingDirectory = container.workingDirectory
        user = container.user
        readonlyRootFilesystem = container.readonlyRootFilesystem ? true : nil
        portMappings = container.portMappings
            .sorted { ($0.containerPort, $0.protocol) < ($1.containerPort, $1.protocol) }
            .map { Port(containerPort: $0.containerPort, protocol: $0.protocol) }
        environment = try Self.texts(container.environment, in: desired).map { Variable(name: $0, value: $1) }
        let secrets = try Self.texts(container.secrets, in: desired)
        self.secrets = secrets.isEmpty ? nil : secrets.map { SecretVariable(name: $0, valueFrom: $1) }
        dockerLabels = try desired.text(container.configurationVersion)
            .map { [ContainerDefinition.configurationLabel: $0] }
        if let log = container.logConfiguration {
            let options = try Self.texts(log.options, in: desired)
            logConfiguration = Log(
                logDriver: log.driver,
                options: Dictionary(options.map { ($0, $1) }) { _, last in last }
            )
        }
    }

    /// Sorted by name, so that equal content is sent as equal requests.
    private static func texts(
        _ references: [String: Reference],
        in desired: Desired<TaskDefinition.Attributes>
    ) throws(ResourceError) -> [(String, String)] {
        var result: [(String, String)] = []
        for (name, reference) in references.sorted(by: { $0.key < $1.key }) {
            result.append((name, try desired.text(reference)))
        }
        return result
    }
}

struct ListTaskDefinitions: AWSRequest {
    static let action: AWSAction = "ecs:ListTaskDefinitions"
    var familyPrefix: String?
    var status = "ACTIVE"
    var sort = "DESC"
    struct Response: Codable, Sendable { var taskDefinitionArns: [String]? }
}

struct DescribeTaskDefinition: AWSRequest {
    static let action: AWSAction = "ecs:DescribeTaskDefinition"
    var taskDefinition: String
    var include = ["TAGS"]
    struct Response: Codable, Sendable {
        var taskDefinition: TaskDefinitionContent?
        var tags: [Tag]?
    }
}

struct RegisterTaskDefinition: AWSRequest {
    static let action: AWSAction = "ecs:RegisterTaskDefinition"
    var family: String?
    var cpu: String?
    var memory: String?
    var networkMode: String?
    var requiresCompatibilities: [String]?
    var executionRoleArn: String?
    var taskRoleArn: String?
    var runtimePlatform: RuntimePlatform?
    var containerDefinitions: [ContainerContent]?
    var tags: [Tag]
    struct Response: Codable, Sendable { var taskDefinition: TaskDefinitionContent? }

    init(_ content: TaskDefinitionContent, tags: [Tag]) {
        family = content.family
        cpu = content.cpu
        memory = content.memory
        networkMode = content.networkMode
        requiresCompatibilities = content.requiresCompatibilities
        executionRoleArn = content.executionRoleArn
        taskRoleArn = content.taskRoleArn
        runtimePlatform = content.runtimePlatform
        containerDefinitions = content.containerDefinitions
        self.tags = tags
    }
}

struct DeregisterTaskDefinition: AWSRequest {
    static let action: AWSAction = "ecs:DeregisterTaskDefinition"
    var taskDefinition: String
    typealias Response = EmptyResponse
}
