import AWSClient
import EmulatorSupport
import Model
import Testing

@testable import AWSResources

@Suite("A service's rollout")
struct ServiceRolloutTests {
    private let kind = Service()

    /// The first answer that is not `pending`, and the texts before it.
    private func outcome(_ made: Made, _ bench: Bench) async throws -> (Settlement, progress: [String]) {
        var progress: [String] = []
        for _ in 0..<50 {
            switch try await kind.settled(made, through: bench.session) {
            case .pending(let text): progress.append(text)
            case let settlement: return (settlement, progress)
            }
        }
        throw BenchError("the service never came to rest: \(progress)")
    }

    private func update(_ bench: Bench, _ attributes: Service.Attributes, to revision: String) async throws -> Made {
        let before = bench.desired(kind, attributes)
        let observed = try bench.found(try await bench.ours(kind, before).first, "service")
        var changed = attributes
        changed.taskDefinition = .known(revision)
        return try await kind.update(
            observed,
            to: bench.desired(kind, changed),
            changing: ["taskDefinition"],
            through: bench.session
        )
    }

    @Test("is pending while it moves, and ready when the deployment has completed")
    func completes() async throws {
        let bench = try await Bench.open()
        let attributes = try await ServiceSample.attributes(on: bench)
        let made = try await kind.create(bench.desired(kind, attributes), through: bench.session)
        let (settlement, progress) = try await outcome(made, bench)
        #expect(settlement == .ready([:]))
        #expect(progress.first?.contains("of 2 tasks running") == true)
    }

    @Test("that fails is rolled back by ECS and told as a failure, not as success")
    func rollsBack() async throws {
        let bench = try await Bench.open()
        let attributes = try await ServiceSample.attributes(on: bench)
        _ = try await bench.create(kind, attributes)
        let revision = try await ServiceSample.revision(on: bench, tag: "fails-to-start")
        let made = try await update(bench, attributes, to: revision)
        let (settlement, _) = try await outcome(made, bench)
        guard case .failed(let text) = settlement else { throw BenchError("\(settlement) is no failure") }
        #expect(text.hasPrefix("rolled back"))
        #expect(text.contains("tasks failed to start"))
        #expect(text.contains("last events: "))
        // Also for one who looks only when the rollback is through.
        try await bench.poll("the rollback") {
            let services = try await bench.session.describe(services: [made.identifier], in: "x-dev")
            return services.first?.primary?.rolloutState == "COMPLETED" ? nil : "still moving"
        }
        guard case .failed(let late) = try await kind.settled(made, through: bench.session) else {
            throw BenchError("a rollback that is through is no success")
        }
        #expect(late.hasPrefix("rolled back: the service runs dev-acme:1 again"))
    }

    @Test("that fails without anything to go back to is a failure")
    func firstDeploymentFails() async throws {
        let bench = try await Bench.open()
        let attributes = try await ServiceSample.attributes(on: bench, tag: "fails-to-start")
        let desired = bench.desired(kind, attributes)
        let made = try await kind.create(desired, through: bench.session)
        let (settlement, _) = try await outcome(made, bench)
        guard case .failed(let text) = settlement else { throw BenchError("\(settlement) is no failure") }
        #expect(text.hasPrefix("the deployment failed"))
        guard case .failed = try await bench.ours(kind, desired).first?.status else {
            throw BenchError("the next observation hides the failure")
        }
    }

    @Test("waits for ECS's own role at an account's first use")
    func firstUse() async throws {
        let bench = try await Bench.open()
        let attributes = try await ServiceSample.attributes(on: bench)
        let desired = bench.desired(kind, attributes)
        let refusal = Fault.Kind.error(
            status: 400,
            code: "InvalidParameterException",
            message: "Unable to assume the service linked role. Please verify that the ECS service linked role exists."
        )
        try await bench.emulator.inject(
            Fault(refusal, action: "CreateService", contains: bench.session.installation)
        )
        _ = try await kind.create(desired, through: bench.session)
        #expect(try await bench.ours(kind, desired).count == 1)
    }

    @Test("of somebody else's service of that name is a conflict")
    func conflict() async throws {
        let bench = try await Bench.open()
        let attributes = try await ServiceSample.attributes(on: bench)
        var foreign = bench.desired(kind, attributes)
        foreign.tags = [OwnershipTag.installation: "other", OwnershipTag.address: "prod/acme/Service"]
        _ = try await kind.create(foreign, through: bench.session)
        let error = await #expect(throws: ResourceError.self) {
            try await kind.create(bench.desired(kind, attributes), through: bench.session)
        }
        #expect(error?.code == .conflict)
        #expect(error?.message.contains("adopt: true") == true)
    }

    @Test("settings that plain moto drops on create are set afterwards")
    func plainEmulator() async throws {
        let emulator = try await Emulator.start(.plain)
        let environment = emulator.environment.filter { !$0.key.hasSuffix("_FILE") }
        let session = AWSSession(
            client: try AWSClient.standard(environment: environment.merging(["HOME": "/nonexistent"]) { $1 }),
            account: Emulator.account,
            partition: "aws",
            installation: "plain"
        )
        let bench = Bench(emulator: emulator, session: session)
        var attributes = try await ServiceSample.attributes(on: bench)
        attributes.desiredCount = 1
        let desired = bench.desired(kind, attributes)
        _ = try await kind.create(desired, through: bench.session)
        let observed = try bench.found(try await bench.ours(kind, desired).first, "service")
        #expect(observed.attributes.circuitBreaker == true)
        #expect(observed.attributes.healthCheckGracePeriodSeconds == 60)
        #expect(observed.attributes.enableExecuteCommand == true)
    }
}
