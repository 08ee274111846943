import AWSClient
import Model

extension AWSResourceProvider {
    /// What a revision holds that `TaskDefinition` does not manage, in ECS' words, such as `acmeApp.healthCheck`. The next
    /// revision that Plumbline registers is without it.
    public func remainder(ofTaskDefinition arn: String) async throws(ResourceError) -> [String] {
        do {
            return try await session.client.send(DescribeRemainder(taskDefinition: arn)).taskDefinition?.names ?? []
        } catch {
            throw ResourceError(translating: error)
        }
    }
}

/// The same call as `DescribeTaskDefinition`, for the members that one leaves aside.
struct DescribeRemainder: AWSRequest {
    static let action: AWSAction = "ecs:DescribeTaskDefinition"
    var taskDefinition: String

    struct Response: Codable, Sendable { var taskDefinition: Content? }

    /// Something of which only counts that it is there.
    struct Presence: Codable, Sendable {}

    struct Log: Codable, Sendable { var secretOptions: [Presence]? }

    struct Port: Codable, Sendable {
        var name: String?
        var appProtocol: String?
        var containerPortRange: String?

        /// What Service Connect makes of a port.
        var isNamed: Bool { name != nil || appProtocol != nil || containerPortRange != nil }
    }

    struct Platform: Codable, Sendable { var operatingSystemFamily: String? }

    struct Content: Codable, Sendable {
        var containerDefinitions: [Container]?
        var volumes: [Presence]?
        var placementConstraints: [Presence]?
        var proxyConfiguration: Presence?
        var inferenceAccelerators: [Presence]?
        var ephemeralStorage: Presence?
        var pidMode: String?
        var ipcMode: String?
        var runtimePlatform: Platform?

        var names: [String] {
            let own: [(String, Bool)] = [
                ("volumes", volumes.holdsSomething), ("placementConstraints", placementConstraints.holdsSomething),
                ("proxyConfiguration", proxyConfiguration != nil),
                ("inferenceAccelerators", inferenceAccelerators.holdsSomething),
                ("ephemeralStorage", ephemeralStorage != nil), ("pidMode", pidMode.holdsSomething),
                ("ipcMode", ipcMode.holdsSomething),
                (
                    "runtimePlatform.operatingSystemFamily",
                    (runtimePlatform?.operatingSystemFamily ?? "LINUX") != "LINUX"
                ),
            ]
            let containers = (containerDefinitions ?? []).flatMap { container in
                container.names.map { "\(container.name ?? "container").\($0)" }
            }
            return own.filter(\.1).map(\.0) + containers
        }
    }

    struct Container: Codable, Sendable {
        var name: String?
        var healthCheck: Presence?
        var linuxParameters: Presence?
        var firelensConfiguration: Presence?
        var repositoryCredentials: Presence?
        var restartPolicy: Presence?
        var mountPoints: [Presence]?
        var volumesFrom: [Presence]?
        var ulimits: [Presence]?
        var dependsOn: [Presence]?
        var extraHosts: [Presence]?
        var systemControls: [Presence]?
        var resourceRequirements: [Presence]?
        var environmentFiles: [Presence]?
        var links: [String]?
        var dnsServers: [String]?
        var dnsSearchDomains: [String]?
        var dockerSecurityOptions: [String]?
        var credentialSpecs: [String]?
        var dockerLabels: [String: String]?
        var hostname: String?
        var startTimeout: Int?
        var stopTimeout: Int?
        var privileged: Bool?
        var interactive: Bool?
        var pseudoTerminal: Bool?
        var disableNetworking: Bool?
        var logConfiguration: Log?
        var portMappings: [Port]?

        var names: [String] {
            let all: [(String, Bool)] = [
                ("healthCheck", healthCheck != nil), ("linuxParameters", linuxParameters != nil),
                ("firelensConfiguration", firelensConfiguration != nil),
                ("repositoryCredentials", repositoryCredentials != nil), ("restartPolicy", restartPolicy != nil),
                ("mountPoints", mountPoints.holdsSomething), ("volumesFrom", volumesFrom.holdsSomething),
                ("ulimits", ulimits.holdsSomething), ("dependsOn", dependsOn.holdsSomething),
                ("extraHosts", extraHosts.holdsSomething), ("systemControls", systemControls.holdsSomething),
                ("resourceRequirements", resourceRequirements.holdsSomething),
                ("environmentFiles", environmentFiles.holdsSomething), ("links", links.holdsSomething),
                ("dnsServers", dnsServers.holdsSomething), ("dnsSearchDomains", dnsSearchDomains.holdsSomething),
                ("dockerSecurityOptions", dockerSecurityOptions.holdsSomething),
                ("credentialSpecs", credentialSpecs.holdsSomething), ("dockerLabels", dockerLabels.holdsSomething),
                ("hostname", hostname.holdsSomething), ("startTimeout", startTimeout != nil),
                ("stopTimeout", stopTimeout != nil), ("privileged", privileged == true),
                ("interactive", interactive == true), ("pseudoTerminal", pseudoTerminal == true),
                ("disableNetworking", disableNetworking == true),
                ("logConfiguration.secretOptions", (logConfiguration?.secretOptions).holdsSomething),
                ("portMappings.name", portMappings?.contains(where: \.isNamed) ?? false),
            ]
            return all.filter(\.1).map(\.0)
        }
    }
}

extension Optional where Wrapped: Collection {
    /// ECS answers with empty lists where nothing was said.
    fileprivate var holdsSomething: Bool { self?.isEmpty == false }
}
