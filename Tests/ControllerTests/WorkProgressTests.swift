import Model
import Testing

@testable import Controller

@Suite("What is shown of an environment's resources while it is changed")
struct WorkProgressTests {
    private func shown(after phases: ChangeEvent.Phase...) -> String {
        var entry = WorkEntry(WorkItem("dev", rules: .init()))
        let addresses: [ResourceAddress] = ["dev/VPC", "dev/Cluster"]
        entry.resources = addresses.map {
            ResourceState(address: $0, type: "AWS::EC2::VPC", identifier: nil, dependencies: [], health: .missing)
        }
        for phase in phases { entry.follow(ChangeEvent("dev/VPC", .create, phase)) }
        return entry.resources.map { "\($0.health.rawValue) \($0.message ?? "-")" }.joined(separator: ", ")
    }

    @Test("follows each change from its beginning to its end, and leaves the others as they are")
    func follows() {
        #expect(shown(after: .started) == "changing -, missing -")
        #expect(shown(after: .started, .waiting("its rollout")) == "changing its rollout, missing -")
        #expect(shown(after: .started, .waiting("its rollout"), .finished(.succeeded(nil))) == "in-sync -, missing -")
        let error = ResourceError(.denied, operation: "ec2:CreateVpc", message: "no")
        #expect(shown(after: .started, .finished(.failed(error))) == "failed \(error), missing -")
        #expect(shown(after: .finished(.cancelled)) == "missing -, missing -", "nothing was done")
    }
}
