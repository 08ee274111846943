import Model
import Testing

@testable import AWSResources

/// moto starts no tasks for a service and has no command agents, so the choice among tasks is shown on descriptions.
@Suite("Where a command can be run")
struct CommandTargetTests {
    private func task(
        _ name: String, _ status: String = "RUNNING", enabled: Bool? = true, agent: String? = "RUNNING"
    ) -> TaskDescription {
        let agents = agent.map { [TaskDescription.Agent(name: "ExecuteCommandAgent", lastStatus: $0)] }
        return TaskDescription(
            taskArn: "arn:task/\(name)", lastStatus: status, enableExecuteCommand: enabled,
            containers: [.init(managedAgents: agents)])
    }

    private func choose(_ tasks: TaskDescription...) -> Result<String, ResourceError> {
        Result { () throws(ResourceError) in try TaskDescription.takingCommands(among: tasks, of: "x-dev-acme") }
    }

    @Test("is the first running task whose agent runs")
    func choice() throws {
        let chosen = choose(
            task("d"), task("c"), task("b", agent: "PENDING"), task("a", enabled: false), task("0", "PENDING"))
        #expect(try chosen.get() == "arn:task/c")
    }

    @Test("is nowhere while no task runs, commands were off at the start, or the agent is not up; each is told apart")
    func refusals() {
        func message(_ result: Result<String, ResourceError>) -> String {
            if case .failure(let error) = result { error.message } else { "none" }
        }
        #expect(message(choose()).contains("no task of the service x-dev-acme is running"))
        #expect(message(choose(task("a", "PENDING"))).contains("no task of the service"))
        #expect(message(choose(task("a", enabled: nil))).contains("before commands were turned on"))
        #expect(message(choose(task("a", agent: "PENDING"))).contains("the command agent does not run"))
    }

    @Test("asks AWS, and tells a missing service, one without commands and one without tasks apart")
    func service() async throws {
        let bench = try await Bench.open()
        let provider = AWSResourceProvider(session: bench.session)
        func message(_ service: String) async -> String {
            do throws(ResourceError) {
                return try await provider.commandTarget(cluster: "x-dev", service: service, container: "acmeApp").task
            } catch {
                return error.message
            }
        }
        #expect(await message("x-dev-acme").contains("there is no service x-dev-acme in the cluster x-dev"))
        var attributes = try await ServiceSample.attributes(on: bench)
        attributes.enableExecuteCommand = false
        _ = try await bench.create(Service(), attributes)
        #expect(await message("x-dev-acme").contains("set `service.sessionManager: true`"))
        let observed = try #require(try await bench.observe(Service(), bench.desired(Service(), attributes)).first)
        attributes.enableExecuteCommand = true
        let made = try await Service().update(
            observed, to: bench.desired(Service(), attributes), changing: ["enableExecuteCommand"],
            through: bench.session)
        try await bench.settle(Service(), made)
        #expect(made.outputs[.deployment] != observed.outputs[.deployment], "running tasks have to be replaced")
        #expect(await message("x-dev-acme").contains("no task of the service x-dev-acme is running"))
    }
}
