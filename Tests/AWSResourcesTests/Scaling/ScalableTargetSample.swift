import Model

@testable import AWSResources

/// moto 5.2.1 has no tags on scalable targets: the overlay's `scaling.py` adds TagResource, UntagResource,
/// ListTagsForResource and the tags of RegisterScalableTarget.
struct ScalableTargetSample: KindSample {
    let kind = ScalableTarget()
    let createAction = "RegisterScalableTarget"

    func attributes(on bench: Bench) async throws -> ScalableTarget.Attributes {
        _ = try await bench.create(Service(), try await ServiceSample.attributes(on: bench))
        return ScalableTarget.Attributes(
            resourceId: "service/x-dev/x-dev-acme", minCapacity: 1, maxCapacity: 4,
            policies: [
                ScalingPolicy(name: "x-dev-acme-cpu", metric: .cpu, target: 60), Self.requests(on: bench, target: 500),
            ])
    }

    static func requests(on bench: Bench, target: Double) -> ScalingPolicy {
        let prefix = "arn:aws:elasticloadbalancing:\(bench.session.region):\(bench.session.account)"
        return ScalingPolicy(
            name: "x-dev-acme-requests",
            metric: .requestsPerTarget(
                loadBalancer: .known("\(prefix):loadbalancer/app/x-dev-acme/0123"),
                targetGroup: .known("\(prefix):targetgroup/x-dev-acme/4567")),
            target: target)
    }

    let outsideChanges: [OutsideChange<ScalableTarget>] = [
        .edit("minCapacity") { attributes, _ in attributes.minCapacity = 0 },
        .edit("maxCapacity") { attributes, _ in attributes.maxCapacity = 9 },
        .edit("policies") { attributes, bench in
            attributes.policies = [
                Self.requests(on: bench, target: 900), ScalingPolicy(name: "theirs", metric: .memory, target: 12.5),
            ]
        },
    ]
}
