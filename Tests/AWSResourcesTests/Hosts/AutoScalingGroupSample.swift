import AWSResources
import Model

/// moto 5.2.1 has no instance refreshes: the overlay's `hosts.py` adds StartInstanceRefresh, DescribeInstanceRefreshes
/// and CancelInstanceRefresh.
struct AutoScalingGroupSample: KindSample {
    let kind = AutoScalingGroup()
    let createAction = "CreateAutoScalingGroup"

    func attributes(on bench: Bench) async throws -> AutoScalingGroup.Attributes {
        try await Self.attributes(on: bench)
    }

    static func attributes(on bench: Bench) async throws -> AutoScalingGroup.Attributes {
        let vpc = try await bench.vpc()
        let subnets = try await bench.subnets(in: vpc)
        let group = try await bench.securityGroup(in: vpc)
        return .init(
            groupName: "x-dev-AutoScalingGroup", minSize: 1, maxSize: 3, initialSize: 2,
            launchTemplate: .known(try await bench.template(group: group)), subnets: Set(subnets.map { .known($0) }),
            protectsNewInstances: true, propagatesTags: ["Name": true, "CostCode": true])
    }

    let outsideChanges: [OutsideChange<AutoScalingGroup>] = [
        .edit("minSize") { attributes, _ in attributes.minSize = 0 },
        .edit("maxSize") { attributes, _ in attributes.maxSize = 5 },
        .edit("launchTemplate") { attributes, bench in
            let group = try await bench.securityGroup("other", in: try await bench.vpc("10.51.0.0/16"))
            attributes.launchTemplate = .known(try await bench.template("other", group: group))
        },
        .edit("subnets") { attributes, _ in attributes.subnets = Set(attributes.subnets.prefix(1)) },
        .edit("protectsNewInstances") { attributes, _ in attributes.protectsNewInstances = false },
        .edit("propagatesTags") { attributes, _ in attributes.propagatesTags["CostCode"] = false },
    ]
}
