import AWSClient
import Model

/// A container of a running task in which a command can be run through Session Manager.
public struct CommandTarget: Sendable, Hashable {
    /// The cluster's name.
    public var cluster: String
    /// The task's ARN.
    public var task: String
    public var container: String

    public init(cluster: String, task: String, container: String) {
        self.cluster = cluster
        self.task = task
        self.container = container
    }
}

extension AWSResourceProvider {
    /// A running task of a service in which a command can be run now.
    ///
    /// - Throws: `.notFound` when the service or a running task of it is not there, `.refused` when no task takes
    ///   commands; the message says what to do.
    public func commandTarget(
        cluster: String, service: String, container: String
    ) async throws(ResourceError) -> CommandTarget {
        do {
            return try await session.commandTarget(cluster: cluster, service: service, container: container)
        } catch {
            throw ResourceError(translating: error)
        }
    }
}

extension AWSSession {
    fileprivate func commandTarget(cluster: String, service: String, container: String) async throws -> CommandTarget {
        let found = try await unlessMissing { try await describe(services: [service], in: cluster) }
        guard let found = found?.first, found.status == "ACTIVE" else {
            throw ResourceError(
                .notFound, operation: DescribeServices.action.description,
                message: "there is no service \(service) in the cluster \(cluster); apply the manifests first")
        }
        guard found.enableExecuteCommand == true else {
            throw ResourceError(
                .refused, operation: DescribeServices.action.description,
                message: "the service \(service) takes no commands; set `service.sessionManager: true` in its "
                    + "manifest and apply")
        }
        let arns = try await client.collect(ListTasks(cluster: cluster, serviceName: service), \.taskArns)
        // At most 100 at once, says the API reference of DescribeTasks.
        let tasks = try await arns.chunked(into: 100).concurrentMap { batch in
            let answer = try await client.send(DescribeTasks(cluster: cluster, tasks: batch))
            try answer.failures.allowMissing(DescribeTasks.action)
            return answer.tasks ?? []
        }.flatMap(\.self)
        let task = try TaskDescription.takingCommands(among: tasks, of: service)
        return CommandTarget(cluster: cluster, task: task, container: container)
    }
}

struct TaskDescription: Codable, Sendable {
    var taskArn: String?
    var lastStatus: String?
    var enableExecuteCommand: Bool?
    var containers: [Container]?

    struct Container: Codable, Sendable {
        var managedAgents: [Agent]?
    }

    struct Agent: Codable, Sendable {
        var name: String?
        var lastStatus: String?
    }

    /// What a command goes through, as it stands in each container.
    private var agents: [Agent] {
        (containers ?? []).flatMap { $0.managedAgents ?? [] }.filter { $0.name == "ExecuteCommandAgent" }
    }

    /// The ARN of a task that takes commands, the first by ARN, so that two calls meet the same one.
    static func takingCommands(among tasks: [TaskDescription], of service: String) throws(ResourceError) -> String {
        let running = tasks.filter { $0.lastStatus == "RUNNING" }.sorted { ($0.taskArn ?? "") < ($1.taskArn ?? "") }
        guard !running.isEmpty else {
            throw ResourceError(
                .notFound, operation: ListTasks.action.description,
                message: "no task of the service \(service) is running; `plumbline plan` and the service's events in "
                    + "ECS tell why")
        }
        let enabled = running.filter { $0.enableExecuteCommand == true }
        guard !enabled.isEmpty else {
            throw ResourceError(
                .refused, operation: DescribeTasks.action.description,
                message: "the running tasks of \(service) were started before commands were turned on; wait until the "
                    + "deployment under way is done, or start a new one")
        }
        let ready = enabled.first { task in task.agents.contains { $0.lastStatus == "RUNNING" } }
        guard let arn = ready?.taskArn else {
            throw ResourceError(
                .refused, operation: DescribeTasks.action.description,
                message: "the command agent does not run in any task of \(service): it needs a few seconds after a "
                    + "start, a way to AWS Systems Manager (a NAT gateway or VPC endpoints), and a writable file system"
            )
        }
        return arn
    }
}

struct ListTasks: AWSRequest {
    static let action: AWSAction = "ecs:ListTasks"
    var cluster: String
    var serviceName: String
    var desiredStatus = "RUNNING"
    struct Response: Codable, Sendable { var taskArns: [String]? }
}

struct DescribeTasks: AWSRequest {
    static let action: AWSAction = "ecs:DescribeTasks"
    var cluster: String
    var tasks: [String]
    struct Response: Codable, Sendable {
        var tasks: [TaskDescription]?
        var failures: [ECSFailure]?
    }
}
