import Foundation
import Model

@testable import Server

/// Values that several tests show.
enum Sample {
    static let now = Date(timeIntervalSince1970: 1_795_600_000)
    static let repository = "https://github.com/acme/environments.git"
    static let old = Revision(ref: "main", commit: "1111111111111111111111111111111111111111")
    static let new = Revision(ref: "main", commit: "3f2a1bc93f2a1bc93f2a1bc93f2a1bc93f2a1bc9")

    static func ago(_ seconds: TimeInterval) -> Date { now.addingTimeInterval(-seconds) }

    static func overview(_ environments: [EnvironmentState]) -> ControllerOverview {
        ControllerOverview(
            repository: repository, ref: "main", revision: new, invalid: [], environments: environments,
            replica: "plumbline-0", version: "1.0.0", started: ago(86_400))
    }

    static func environment(
        _ name: String, _ phase: EnvironmentState.Phase, ready: Bool, stalled: Bool = false, _ message: String
    ) -> EnvironmentState {
        var state = EnvironmentState(name: name, account: "123456789012", region: "ap-southeast-1")
        state.phase = phase
        let isBusy = !ready && !stalled
        state.conditions = [
            DatedCondition(
                Condition(.ready, ready, reason: ready ? "Converged" : "NotReady", message: ready ? message : ""),
                since: ago(7200)),
            DatedCondition(
                Condition(
                    .reconciling, isBusy, reason: isBusy ? "Progressing" : "Idle", message: isBusy ? message : ""),
                since: ago(40)),
            DatedCondition(
                Condition(.stalled, stalled, reason: stalled ? "Stalled" : "Going", message: stalled ? message : ""),
                since: ago(600)),
        ]
        state.observedRevision = new
        state.appliedRevision = ready ? new : old
        state.nextAttempt = now.addingTimeInterval(300)
        state.holder = "plumbline-0"
        state.heldSince = ago(86_000)
        return state
    }

    static let dev: EnvironmentState = {
        var state = environment("dev", .idle, ready: true, "AWS agrees with main@3f2a1bc.")
        state.resources = resources("dev")
        return state
    }()

    /// What another replica works on and recorded so.
    static func elsewhere(_ name: String, _ reason: String, stalled: Bool, _ message: String) -> EnvironmentState {
        var state = environment(name, .elsewhere, ready: false, stalled: stalled, message)
        state.conditions = state.conditions.map { dated in
            var dated = dated
            dated.condition.reason = reason
            return dated
        }
        state.holder = "plumbline-1"
        state.heldSince = ago(600)
        state.nextAttempt = nil
        return state
    }

    static func resources(_ name: String) -> [ResourceState] {
        func resource(
            _ path: String, _ type: ResourceType, _ identifier: String, _ fields: [String: Value],
            _ dependencies: [ResourceAddress] = [], health: ResourceState.Health = .inSync, message: String? = nil
        ) -> ResourceState {
            ResourceState(
                address: ResourceAddress("\(name)/\(path)"), type: type, identifier: identifier,
                dependencies: dependencies, fields: fields, health: health, message: message)
        }
        let vpc = ResourceAddress("\(name)/VPC")
        return [
            resource("VPC", "AWS::EC2::VPC", "vpc-0a1b2c3d", ["cidrBlock": "10.192.0.0/16", "enableDnsSupport": true]),
            resource("Cluster", "AWS::ECS::Cluster", "arn:aws:ecs:ap-southeast-1:123456789012:cluster/x-\(name)", [:]),
            resource(
                "ApplicationSecurityGroup", "AWS::EC2::SecurityGroup", "sg-0123456789abcdef0",
                ["groupName": .string("x-\(name)-application")], [vpc]),
            resource(
                "acme/TargetGroup", "AWS::ElasticLoadBalancingV2::TargetGroup", "arn:aws:elasticloadbalancing:…/tg",
                ["port": 4000, "healthCheckPath": "/api/healthcheck", "matcher": "200-299"], [vpc]),
            resource(
                "acme/Service", "AWS::ECS::Service", "arn:aws:ecs:ap-southeast-1:123456789012:service/x-\(name)-acme",
                [
                    "desiredCount": 1, "securityGroups": .set(["sg-0123456789abcdef0"]),
                    "subnets": .set([
                        "subnet-0aaaaaaaaaaaaaaaa", "subnet-0bbbbbbbbbbbbbbbb", "subnet-0cccccccccccccccc",
                    ]),
                ], [ResourceAddress("\(name)/acme/TargetGroup")]),
            resource(
                "acme/api2/ListenerRule", "AWS::ElasticLoadBalancingV2::ListenerRule", "arn:aws:…:listener-rule/1",
                ["priority": 1, "path": "/api2"]),
        ]
    }

    /// A plan whose changes stand in these states.
    static func plan(_ states: [String] = ["pending", "pending", "pending", "pending"]) -> PlanState {
        let changes = [
            Change(
                address: "dev/acme/TaskDefinition", type: "AWS::ECS::TaskDefinition", action: .replace,
                reason: .manifest,
                fields: [
                    FieldChange(
                        name: "containers", before: .list([container(tag: "1.4.1", level: "info")]),
                        after: .list([container(tag: "1.4.2", level: "debug")]))
                ]),
            Change(
                address: "dev/acme/Service", type: "AWS::ECS::Service", action: .update, reason: .drift,
                fields: [
                    FieldChange(name: "desiredCount", before: 3, after: 1),
                    FieldChange(
                        name: "token", before: "hunter2-before", after: "hunter2-after", isSecret: true),
                ]),
            Change(
                address: "dev/acme/api3/TargetGroup", type: "AWS::ElasticLoadBalancingV2::TargetGroup", action: .create,
                reason: .new,
                fields: [
                    FieldChange(name: "name", before: nil, after: "dev-acme-api3"),
                    FieldChange(name: "port", before: nil, after: 4000),
                ]),
            Change(
                address: "dev/acme/api2/ListenerRule", type: "AWS::ElasticLoadBalancingV2::ListenerRule",
                action: .delete,
                reason: .removed),
        ]
        let messages = ["running": "1 of 1 tasks are running, 0 healthy", "failed": "AccessDenied: ecs:UpdateService"]
        return PlanState(
            digest: "sha256:4c1d0f8a2b7e6d5c4b3a29180f7e6d5c4b3a29180f7e6d5c4b3a29180f7e6d5c", revision: new,
            made: ago(30),
            changes: zip(changes, states).map { ChangeState($0, state: $1, message: messages[$1]) }, unchanged: 54)
    }

    private static func container(tag: String, level: String) -> Value {
        .map([
            "name": "acmeApp",
            "image": .string("123456789012.dkr.ecr.ap-southeast-1.amazonaws.com/tooltwist-acme:\(tag)"),
            "environment": .map([
                "LOG_LEVEL": .string(level), "PORT": "4000", "ALB_HOST": "x-dev-acme.elb.amazonaws.com",
            ]),
        ])
    }

    static func entry(_ environment: String, _ subject: String, _ outcome: String, ago seconds: TimeInterval)
        -> HistoryEntry
    {
        HistoryEntry(
            commit: "9c0ffee19c0ffee19c0ffee19c0ffee19c0ffee1", environment: environment, subject: subject,
            outcome: outcome,
            revision: new.description, time: ago(seconds))
    }
}
