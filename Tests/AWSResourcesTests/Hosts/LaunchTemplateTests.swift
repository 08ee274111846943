import AWSClient
import EmulatorSupport
import Model
import Testing

@testable import AWSResources

@Suite("A launch template's image")
struct LaunchTemplateTests {
    private let kind = LaunchTemplate()

    private func imageId(_ bench: Bench, _ desired: Desired<LaunchTemplate.Attributes>) async throws -> String {
        try bench.found(try await bench.ours(kind, desired).first?.attributes.imageId, "an image")
    }

    @Test("stays what it was at first, though the template changes and the parameter has moved on")
    func pinned() async throws {
        let bench = try await Bench.open()
        var attributes = try await LaunchTemplateSample.attributes(on: bench, image: nil)
        // What the parameter named long ago.
        attributes.imageId = "ami-12c6146b"
        let made = try await bench.create(kind, attributes)
        attributes.imageId = nil
        attributes.instanceType = "t3.large"
        let desired = bench.desired(kind, attributes)
        let observed = try bench.found(try await bench.ours(kind, desired).first, "the template")
        let changed = try await kind.update(
            observed, to: desired, changing: ["instanceType"], through: bench.session)
        #expect(try await imageId(bench, desired) == "ami-12c6146b")
        #expect(made.outputs[.version] == "\(made.identifier):1")
        #expect(changed.outputs[.version] == "\(made.identifier):2")
    }

    @Test("is another one when the processor is another")
    func otherProcessor() async throws {
        let bench = try await Bench.open()
        var attributes = try await LaunchTemplateSample.attributes(on: bench, image: nil)
        _ = try await bench.create(kind, attributes)
        attributes.imageParameter = Bench.armImageParameter
        let desired = bench.desired(kind, attributes)
        let observed = try bench.found(try await bench.ours(kind, desired).first, "the template")
        _ = try await kind.update(observed, to: desired, changing: ["imageParameter"], through: bench.session)
        let named = try await kind.images(
            named: [Bench.imageParameter, Bench.armImageParameter], through: bench.session)
        #expect(observed.attributes.imageId == named[Bench.imageParameter])
        #expect(try await imageId(bench, desired) == named[Bench.armImageParameter])
        #expect(named.count == 2)
    }

    @Test("cannot be found where AWS has none, and the error says what to do")
    func missing() async throws {
        let bench = try await Bench.open()
        var attributes = try await LaunchTemplateSample.attributes(on: bench, image: nil)
        attributes.imageParameter = "/aws/service/ecs/optimized-ami/none"
        let error = await #expect(throws: ResourceError.self) { try await bench.create(kind, attributes) }
        #expect(error?.code == .notFound && error?.message.contains("take another instance type") == true)
    }

    /// A template that was made with a smaller machine than is wanted now.
    private func outgrown(
        on bench: Bench
    ) async throws -> (Observed<LaunchTemplate.Attributes>, Desired<LaunchTemplate.Attributes>) {
        var attributes = try await LaunchTemplateSample.attributes(on: bench, image: nil)
        _ = try await bench.create(kind, attributes)
        attributes.instanceType = "t3.large"
        let desired = bench.desired(kind, attributes)
        return (try bench.found(try await bench.ours(kind, desired).first, "the template"), desired)
    }

    @Test("a version that a run left behind is taken, and not made again")
    func leftVersion() async throws {
        let bench = try await Bench.open()
        let (observed, desired) = try await outgrown(on: bench)
        _ = try await bench.client.send(
            LaunchTemplate.CreateLaunchTemplateVersion(
                launchTemplateId: observed.identifier, versionDescription: desired.attributes.imageParameter,
                launchTemplateData: try LaunchTemplateData(desired, image: observed.attributes.imageId ?? ""),
                clientToken: "another run"))
        let changed = try await kind.update(observed, to: desired, changing: ["instanceType"], through: bench.session)
        #expect(changed.outputs[.version] == "\(observed.identifier):2")
        let versions = LaunchTemplate.DescribeLaunchTemplateVersions(
            launchTemplateId: observed.identifier, versions: ["$Latest"])
        let latest = try await bench.client.send(versions).launchTemplateVersions?.first
        #expect(latest?.versionNumber == 2)
        #expect(try await bench.ours(kind, desired).map(\.attributes.instanceType) == ["t3.large"])
    }

    @Test("a version whose answer was lost is found, and not made again")
    func lostAnswer() async throws {
        let bench = try await Bench.open()
        let (observed, desired) = try await outgrown(on: bench)
        try await bench.emulator.inject(
            Fault(.dropAfter, service: "ec2", action: "CreateLaunchTemplateVersion", contains: observed.identifier))
        let changed = try await kind.update(observed, to: desired, changing: ["instanceType"], through: bench.session)
        #expect(changed.outputs[.version] == "\(observed.identifier):2")
        #expect(try await bench.ours(kind, desired).map(\.attributes.instanceType) == ["t3.large"])
    }

    @Test("a version that somebody adds without making it the default changes nothing")
    func foreignVersion() async throws {
        let bench = try await Bench.open()
        let desired = bench.desired(kind, try await LaunchTemplateSample.attributes(on: bench, image: nil))
        let made = try await kind.create(desired, through: bench.session)
        var theirs = LaunchTemplateData()
        theirs.instanceType = "m5.24xlarge"
        _ = try await bench.client.send(
            LaunchTemplate.CreateLaunchTemplateVersion(
                launchTemplateId: made.identifier, versionDescription: "theirs", launchTemplateData: theirs,
                clientToken: "theirs"))
        let observed = try await bench.ours(kind, desired)
        #expect(observed.map(\.attributes.instanceType) == ["t3.small"])
        #expect(observed.map { $0.outputs[.version] } == [made.outputs[.version]])
    }
}
