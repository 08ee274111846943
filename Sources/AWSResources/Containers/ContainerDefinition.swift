import Model

/// One container of a task definition.
///
/// What ECS fills in when it is left out is left out of the comparison on both sides, and the order of ports,
/// environment variables and secrets does not count. Health checks, volumes and mounts are not managed; a new
/// revision has none.
public struct ContainerDefinition: Sendable {
    public var name: String
    public var image: Reference
    /// Whether the task stops when this container does.
    public var essential: Bool
    /// CPU units set apart for this container within the task's; 0 for none.
    public var cpu: Int
    /// The most memory the container may take, in MiB.
    public var memory: Int?
    /// The memory set apart for the container, in MiB.
    public var memoryReservation: Int?
    public var entryPoint: [String]
    public var command: [String]
    public var workingDirectory: String?
    public var user: String?
    public var readonlyRootFilesystem: Bool
    public var portMappings: Set<PortMapping>
    /// Values by variable.
    public var environment: [String: Reference]
    /// The ARNs of secrets and parameters, by the variable that gets their value.
    public var secrets: [String: Reference]
    public var logConfiguration: LogConfiguration?
    /// Which version of its configuration the container was started for, kept as the docker label `configurationLabel`:
    /// another version makes another revision, and that a deployment.
    public var configurationVersion: Reference?

    static let configurationLabel = "plumbline.configuration"

    public init(
        name: String,
        image: Reference,
        essential: Bool = true,
        cpu: Int = 0,
        memory: Int? = nil,
        memoryReservation: Int? = nil,
        entryPoint: [String] = [],
        command: [String] = [],
        workingDirectory: String? = nil,
        user: String? = nil,
        readonlyRootFilesystem: Bool = false,
        portMappings: Set<PortMapping> = [],
        environment: [String: Reference] = [:],
        secrets: [String: Reference] = [:],
        logConfiguration: LogConfiguration? = nil,
        configurationVersion: Reference? = nil
    ) {
        self.name = name
        self.image = image
        self.essential = essential
        self.cpu = cpu
        self.memory = memory
        self.memoryReservation = memoryReservation
        self.entryPoint = entryPoint
        self.command = command
        self.workingDirectory = workingDirectory
        self.user = user
        self.readonlyRootFilesystem = readonlyRootFilesystem
        self.portMappings = portMappings
        self.environment = environment
        self.secrets = secrets
        self.logConfiguration = logConfiguration
        self.configurationVersion = configurationVersion
    }
}

extension ContainerDefinition: FieldValue {
    public var fieldValue: Value? {
        var result: [String: Value] = ["essential": .bool(essential)]
        result["image"] = image.fieldValue
        result["cpu"] = cpu == 0 ? nil : cpu.fieldValue
        result["memory"] = memory.fieldValue
        result["memoryReservation"] = memoryReservation.fieldValue
        result["entryPoint"] = entryPoint.isEmpty ? nil : entryPoint.fieldValue
        result["command"] = command.isEmpty ? nil : command.fieldValue
        result["workingDirectory"] = workingDirectory.fieldValue
        result["user"] = user.fieldValue
        result["readonlyRootFilesystem"] = readonlyRootFilesystem ? true : nil
        result["portMappings"] = portMappings.isEmpty ? nil : portMappings.fieldValue
        result["environment"] = environment.isEmpty ? nil : environment.fieldValue
        result["secrets"] = secrets.isEmpty ? nil : secrets.fieldValue
        result["logConfiguration"] = logConfiguration.fieldValue
        result["configurationVersion"] = configurationVersion.fieldValue
        return .map(result)
    }
}

extension [ContainerDefinition] {
    /// By name, which is how ECS tells them apart; it does not promise to keep their order.
    var byName: [String: ContainerDefinition] {
        get { Dictionary(map { ($0.name, $0) }) { _, last in last } }
        set {
            self = newValue.sorted { $0.key < $1.key }.map { name, container in
                var named = container
                named.name = name
                return named
            }
        }
    }
}
