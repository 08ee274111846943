import AWSClient
import EmulatorSupport
import Model
import Testing

@testable import AWSResources

@Suite("An Auto Scaling group of hosts")
struct AutoScalingGroupTests {
    private let kind = AutoScalingGroup()

    @Test("gives its tags to new instances, but for those that say whose it is")
    func propagation() async throws {
        let bench = try await Bench.open()
        let attributes = try await AutoScalingGroupSample.attributes(on: bench)
        _ = try await bench.create(kind, attributes, tags: ["Name": "host", "CostCode": "1"])
        let group = try bench.found(
            try await AutoScalingGroup.look(at: attributes.groupName, through: bench.session), "the group")
        let propagates = Dictionary((group.tags ?? []).map { ($0.key ?? "", $0.propagateAtLaunch) }) { $1 }
        #expect(propagates["Name"] == true && propagates["CostCode"] == true)
        #expect(propagates[OwnershipTag.address] == false && propagates[OwnershipTag.installation] == false)
    }

    @Test("starts with the desired number, whose later changes are nobody's business")
    func initialSize() async throws {
        let bench = try await Bench.open()
        let desired = bench.desired(kind, try await AutoScalingGroupSample.attributes(on: bench))
        _ = try await kind.create(desired, through: bench.session)
        #expect(try await bench.ours(kind, desired).first?.attributes.initialSize == 2)
        #expect(kind.fields.first { $0.row.name == "initialSize" }?.row.effect == .initial)
    }

    @Test("another's of the same name is a conflict, and is not replaced")
    func conflict() async throws {
        let bench = try await Bench.open()
        let desired = bench.desired(kind, try await AutoScalingGroupSample.attributes(on: bench))
        var theirs = try AutoScalingGroup.CreateAutoScalingGroup(desired)
        theirs.tags = []
        theirs.maxSize = 9
        _ = try await bench.client.send(theirs)
        let error = await #expect(throws: ResourceError.self) {
            try await kind.create(desired, through: bench.session)
        }
        #expect(error?.code == .conflict)
        #expect(try await bench.observe(kind, desired).map(\.attributes.maxSize) == [9])
    }

    @Test("a new one whose hosts AWS does not start fails, and the error tells why and what to do")
    func neverStarts() async throws {
        let bench = try await Bench.open()
        var attributes = try await AutoScalingGroupSample.attributes(on: bench)
        let group = try await bench.securityGroup("other", in: try await bench.vpc("10.51.0.0/16"))
        attributes.launchTemplate = .known(
            try await bench.template("bad", type: "t3.fails-to-start", group: group))
        let error = await #expect(throws: BenchError.self) { try await bench.create(kind, attributes) }
        #expect(error?.description.contains("AWS does not start the hosts of x-dev-AutoScalingGroup") == true)
        #expect(error?.description.contains("vCPU limit of 0") == true && error?.description.contains("quota") == true)
    }

    @Test(
        "what may pass by itself is waited for while hosts start",
        arguments: [
            (nil, nil), ("InProgress", nil), ("Cancelled", "stopped"),
            ("Failed", "We currently do not have sufficient t3.small capacity in the Availability Zone you requested."),
            ("Failed", "Value (x) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name"),
        ])
    func passing(_ status: String?, _ message: String?) {
        let newest = status.map { AutoScalingGroup.Activity(statusCode: $0, statusMessage: message) }
        let told = "hosts to start, 1 of 2 in service" + (message.map { ": \($0)" } ?? "")
        #expect(
            AutoScalingGroup.Activity.settlement(newest, of: "g", running: 1, count: 2) == .pending(told))
    }

    @Test("a refresh is tried again while EC2 does not see the template's instance profile yet")
    func lateProfile() async throws {
        let bench = try await Bench.open()
        var attributes = try await AutoScalingGroupSample.attributes(on: bench)
        attributes.groupName = "x-late-\(bench.session.account)"
        _ = try await bench.create(kind, attributes)
        let group = try await bench.securityGroup("other", in: try await bench.vpc("10.51.0.0/16"))
        attributes.launchTemplate = .known(try await bench.template("second", group: group))
        let message =
            "You must use a valid fully-formed launch template. Value (x) for parameter iamInstanceProfile.name is "
            + "invalid. Invalid IAM Instance Profile name"
        try await bench.emulator.inject(
            Fault(
                .error(status: 400, code: "ValidationError", message: message), service: "autoscaling",
                action: "StartInstanceRefresh", contains: attributes.groupName))
        let desired = bench.desired(kind, attributes)
        let observed = try bench.found(try await bench.ours(kind, desired).first, "the group")
        let made = try await kind.update(observed, to: desired, changing: ["launchTemplate"], through: bench.session)
        try await bench.settle(kind, made)
        #expect(try await bench.ours(kind, desired).map(\.attributes.launchTemplate) == [attributes.launchTemplate])
    }

    @Test("new hosts that do not come up are rolled back, and the error says so")
    func rollback() async throws {
        let bench = try await Bench.open()
        var attributes = try await AutoScalingGroupSample.attributes(on: bench)
        let former = attributes.launchTemplate
        _ = try await bench.create(kind, attributes)
        let group = try await bench.securityGroup("other", in: try await bench.vpc("10.51.0.0/16"))
        attributes.launchTemplate = .known(
            try await bench.template("bad", type: "t3.fails-to-start", group: group))
        let desired = bench.desired(kind, attributes)
        let observed = try bench.found(try await bench.ours(kind, desired).first, "the group")
        let made = try await kind.update(observed, to: desired, changing: ["launchTemplate"], through: bench.session)
        let error = await #expect(throws: BenchError.self) { try await bench.settle(kind, made) }
        #expect(error?.description.contains("did not come up and the former ones are back") == true)
        #expect(try await bench.ours(kind, desired).map(\.attributes.launchTemplate) == [former])
    }

    @Test("a newer template ends the way to an older one, and the same one is not started twice")
    func newer() async throws {
        let bench = try await Bench.open()
        var attributes = try await AutoScalingGroupSample.attributes(on: bench)
        _ = try await bench.create(kind, attributes)
        let group = try await bench.securityGroup("other", in: try await bench.vpc("10.51.0.0/16"))
        var refreshes: [String?] = []
        for name in ["second", "second", "third"] {
            if name != "second" || refreshes.isEmpty {
                attributes.launchTemplate = .known(try await bench.template(name, group: group))
            }
            let desired = bench.desired(kind, attributes)
            let observed = try bench.found(try await bench.ours(kind, desired).first, "the group")
            let made = try await refreshed(observed, desired, on: bench)
            refreshes.append(made.outputs[.refresh])
            if name == "third" { try await bench.settle(kind, made) }
        }
        #expect(refreshes[0] != nil && refreshes[0] == refreshes[1] && refreshes[1] != refreshes[2])
        let desired = bench.desired(kind, attributes)
        #expect(try await bench.ours(kind, desired).map(\.attributes.launchTemplate) == [attributes.launchTemplate])
    }

    @Test("one with a launch configuration goes over to the template, and the launch configuration stays")
    func launchConfiguration() async throws {
        let bench = try await Bench.open()
        let attributes = try await AutoScalingGroupSample.attributes(on: bench)
        let desired = bench.desired(kind, attributes)
        try await Self.makeOld(desired, on: bench)
        let observed = try bench.found(try await bench.ours(kind, desired).first, "the group")
        #expect(observed.attributes.launchTemplate == "launch configuration x-dev-LaunchConfiguration")
        let made = try await kind.update(observed, to: desired, changing: ["launchTemplate"], through: bench.session)
        // A process that died here would find the instances not replaced yet.
        #expect(
            try await bench.ours(kind, desired).first?.attributes.launchTemplate
                == "launch configuration x-dev-LaunchConfiguration")
        try await bench.settle(kind, made)
        #expect(try await bench.ours(kind, desired).map(\.attributes.launchTemplate) == [attributes.launchTemplate])
        let left = try await bench.outside(
            """
            found = them("autoscaling").describe_launch_configurations()["LaunchConfigurations"]
            print([each["LaunchConfigurationName"] for each in found])
            """)
        #expect(left.contains("['x-dev-LaunchConfiguration']"))
    }

    @Test("takes its instances along when it goes, also those that are protected")
    func deletion() async throws {
        let bench = try await Bench.open()
        let desired = bench.desired(kind, try await AutoScalingGroupSample.attributes(on: bench))
        _ = try await kind.create(desired, through: bench.session)
        #expect(try await bench.instanceStates() == ["running", "running"])
        let observed = try bench.found(try await bench.ours(kind, desired).first, "the group")
        try await kind.delete(observed, through: bench.session)
        #expect(try await kind.isGone(observed, through: bench.session))
        #expect(Set(try await bench.instanceStates()) == ["terminated"])
    }

    @Test(
        "an instance refresh is told as far as it is",
        arguments: [
            ("InProgress", "pending(\"hosts to be replaced, 40 %, 3 to go: why\")"),
            ("RollbackInProgress", "pending(\"the former hosts to come back: why\")"),
            ("Cancelling", "pending(\"the replacement of hosts to be cancelled\")"),
        ])
    func progress(_ status: String, _ told: String) {
        let refresh = AutoScalingGroup.Refresh(
            status: status, statusReason: "why", percentageComplete: 40, instancesToUpdate: 3)
        #expect("\(refresh.settlement(of: "g"))" == told)
    }

    /// Asks for the new template until nothing earlier is in the way, as the engine does.
    private func refreshed(
        _ observed: Observed<AutoScalingGroup.Attributes>, _ desired: Desired<AutoScalingGroup.Attributes>,
        on bench: Bench
    ) async throws -> Made {
        var result: Made?
        try await bench.poll("an earlier refresh to end") {
            do {
                result = try await kind.update(
                    observed, to: desired, changing: ["launchTemplate"], through: bench.session)
                return nil
            } catch let error as ResourceError where error.code == .busy {
                return error.message
            }
        }
        return try bench.found(result, "the refresh")
    }

    /// The group as the seed makes it, which has a launch configuration; with tags of ours, so that it is found.
    private static func makeOld(_ desired: Desired<AutoScalingGroup.Attributes>, on bench: Bench) async throws {
        let subnets = try desired.texts(desired.attributes.subnets).sorted().joined(separator: ",")
        try await bench.outside(
            """
            scaling = them("autoscaling")
            scaling.create_launch_configuration(
                LaunchConfigurationName="x-dev-LaunchConfiguration", ImageId="ami-12c6146b", InstanceType="t2.small")
            scaling.create_auto_scaling_group(
                AutoScalingGroupName="x-dev-AutoScalingGroup", LaunchConfigurationName="x-dev-LaunchConfiguration",
                MinSize=1, MaxSize=3, VPCZoneIdentifier="\(subnets)", NewInstancesProtectedFromScaleIn=True,
                Tags=[{"Key": "\(OwnershipTag.address)", "Value": "\(desired.address)", "PropagateAtLaunch": False},
                    {"Key": "\(OwnershipTag.installation)", "Value": "\(bench.session.installation)",
                        "PropagateAtLaunch": False}])
            """)
    }
}
