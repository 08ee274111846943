import EmulatorSupport
import Foundation
import Testing

@Suite("Trouble with AWS", .inTurn)
struct AWSTroubleTests {
    @Test("credentials of another account are refused after one call, and no other is made")
    func wrongAccount() async throws {
        var files = Small.files
        files["environment.yaml"] = Small.environment(account: "999999999999")
        let world = try await World.open(files)
        let applied = try await world.plumbline("apply", "--auto-approve")
        applied.expectClear(1, "123456789012", "999999999999", "dev")
        let report = try await world.report("plan", expect: 1)
        #expect(report.changes.isEmpty && report.errors.count == 1)
        let actions = try await world.aws.counts().actions
        #expect(Set(actions.keys) == ["sts:GetCallerIdentity"], "\(actions)")
        #expect(try await world.repository.statusFile("status/dev.yaml").contains("outcome: failed"))
    }

    @Test("a denied create names the action and the resource, the rest goes on, and the next run heals it")
    func deniedCreate() async throws {
        let world = try await World.open()
        try await world.aws.inject(
            Fault(.denied, service: "secretsmanager", action: "CreateSecret", contains: "x-dev-acme-api2", count: -1))
        let finished = try await world.plumbline("apply", "--auto-approve")
        finished.expectClear(1, "dev/acme/api2/Secret", "secretsmanager:CreateSecret was denied")
        let survey = try await Survey.take(world)
        #expect(survey.names["vpc"] == ["x-dev-vpc"] && survey.names["balancer"] == ["x-dev-acme"])
        #expect(survey.names["rule"] == ["x-dev-acme:80 1 /api2"])
        // The secret itself, and the roles that name it and what runs with them.
        #expect(survey.names["secret"] == ["x-dev-acme"] && survey.names["service"] == nil)

        let report = try await world.report("apply", expect: 1)
        let failed = report.changes.filter { $0.outcome == "failed" }
        #expect(failed.map(\.address) == ["dev/acme/api2/Secret"])
        #expect(failed.first?.error?.contains("secretsmanager:CreateSecret") == true)
        let skipped = report.changes.filter { $0.outcome == "skipped" }
        #expect(skipped.allSatisfy { $0.error == "because dev/acme/api2/Secret failed" } && !skipped.isEmpty)
        #expect(report.outcome == "failed")

        try await world.aws.resetFaults()
        try await world.converge()
        #expect(try await Survey.take(world) == SeedNames.small())
        try await world.expectNoChanges()
    }

    @Test(
        "a refusal of AWS names the manifest line that asked for what is refused, in text, JSON and status",
        arguments: [
            (
                "ec2", "CreateVpc", "VpcLimitExceeded", "The maximum number of VPCs has been reached.",
                "environment.yaml"
            ),
            (
                "elasticloadbalancing", "CreateTargetGroup", "TooManyTargetGroups",
                "You've reached the limit on the number of target groups", "acme.yaml"
            ),
            (
                "ecs", "CreateService", "InvalidParameterException",
                "The target group does not have an associated load balancer.", "acme.yaml"
            ),
        ])
    func refusal(_ service: String, _ action: String, _ code: String, _ message: String, _ file: String) async throws {
        let world = try await World.open(["environment.yaml": Small.environment(), "acme.yaml": Small.node()])
        try await world.aws.inject(
            Fault(.error(status: 400, code: code, message: message), service: service, action: action, count: -1))
        let finished = try await world.plumbline("apply", "--auto-approve")
        finished.expectClear(1, "\(file):1:1: ", code, message)
        let report = try await world.report("apply", expect: 1)
        let failed = report.changes.filter { $0.outcome == "failed" }
        #expect(failed.count == 1 && failed.first?.file == file && failed.first?.line == 1, "\(failed)")
        #expect(failed.first?.error?.contains(message) == true)
        #expect(try await world.repository.statusFile("status/dev.yaml").contains("\(file):1:1: "))
    }

    /// What asks for more than AWS grants, the call that AWS refuses and how, and the line that it is told at.
    private static let quotas: [(extra: String, service: String, action: String, code: String, line: Int)] = [
        (
            "---\napiVersion: plumbline.dev/v1\nkind: Database\nmetadata: { name: main, environment: dev }\n"
                + "spec: { engine: mysql }\n",
            "rds", "CreateDBInstance", "InstanceQuotaExceeded", 13
        ),
        (
            "---\napiVersion: plumbline.dev/v1\nkind: Database\nmetadata: { name: main, environment: dev }\n"
                + "spec: { engine: aurora-mysql }\n",
            "rds", "CreateDBCluster", "DBClusterQuotaExceededFault", 13
        ),
        (
            "---\napiVersion: plumbline.dev/v1\nkind: Cache\nmetadata: { name: sessions, environment: dev }\n"
                + "spec: { engine: redis }\n",
            "elasticache", "CreateReplicationGroup", "NodeQuotaForCustomerExceeded", 13
        ),
        ("  jumpBoxes: { count: 1 }\n", "ec2", "RunInstances", "VcpuLimitExceeded", 12),
        ("", "ec2", "AllocateAddress", "AddressLimitExceeded", 1),
    ]

    @Test("a quota that is used up is told at the line of what asks for more", arguments: quotas)
    func quota(_ extra: String, _ service: String, _ action: String, _ code: String, _ line: Int) async throws {
        let world = try await World.open(["environment.yaml": Small.environment() + extra])
        let message = "The quota for this account and region is used up."
        try await world.aws.inject(
            Fault(.error(status: 400, code: code, message: message), service: service, action: action, count: -1))
        let report = try await world.report("apply", expect: 1)
        let failed = report.changes.filter { $0.outcome == "failed" }
        #expect(failed.count == 1 && failed.first?.file == "environment.yaml", "\(failed)")
        #expect(failed.first?.line == line, "\(failed)")
        let error = failed.first?.error ?? ""
        #expect(error.contains(code) && error.contains(message), "\(error)")
    }

    @Test("more zones than the region has are told at their line by the plan, before anything is made")
    func zones() async throws {
        let environment = Small.environment().replacing("zones: 2", with: "zones: 4")
        let world = try await World.open(["environment.yaml": environment])
        let plan = try await world.report("plan", expect: 1)
        let errors = plan.diagnostics.filter { $0.severity == "error" }
        #expect(errors.map { "\($0.file ?? ""):\($0.line ?? 0)" } == ["environment.yaml:10"], "\(plan.errors)")
        #expect(plan.errors.first?.contains("dev asks for 4 availability zones, but ap-southeast-1 has 3") == true)
        #expect(plan.change("dev/PublicSubnet3") != nil && plan.change("dev/PublicSubnet4") == nil)
        #expect(try await world.aws.counts().actions["ec2:DescribeAvailabilityZones"] == 1)
    }

    @Test("a denied read is not taken for absence: what it is about is left alone, the rest goes on")
    func deniedRead() async throws {
        let world = try await World.open()
        try await world.converge()
        try await world.repository.commit(["acme.yaml": Small.node(tag: "v2")])
        try await world.aws.inject(Fault(.denied, service: "rds", action: "DescribeDBSubnetGroups", count: -1))
        try await world.aws.resetRequests()
        let report = try await world.report("apply", expect: 1)
        #expect(report.errors.contains { $0.contains("rds:DescribeDBSubnetGroups") }, "\(report.errors)")
        #expect(report.changes.map(\.address) == ["dev/acme/TaskDefinition", "dev/acme/Service"])
        #expect(report.changes.allSatisfy { $0.outcome == "succeeded" })
        #expect(report.outcome == "failed")
        let actions = try await world.aws.counts().actions
        #expect(actions["rds:CreateDBSubnetGroup"] == nil)
        #expect(try await world.repository.statusFile("status/dev.yaml").contains("rds:DescribeDBSubnetGroups"))

        try await world.aws.resetFaults()
        #expect(try await world.converge().lines == [])
        #expect(try await world.repository.statusFile("status/dev.yaml").contains("outcome: converged"))
    }

    @Test(
        "a look after the apply that fails is told as what it is, though everything was made", arguments: [true, false])
    func lastLook(asText: Bool) async throws {
        let world = try await World.open(["environment.yaml": Small.environment()])
        try await world.aws.inject(Fault(.denied, service: "ecs", action: "ListClusters", skip: 1, count: -1))
        if asText {
            let applied = try await world.plumbline("apply", "--auto-approve")
            applied.expectClear(1, "ecs:ListClusters was denied", "17 changes made", "run it again")
        } else {
            let report = try await world.report("apply", expect: 1)
            #expect(report.outcome == "failed" && report.changes.allSatisfy { $0.outcome == "succeeded" })
            #expect(report.errors.contains { $0.contains("ecs:ListClusters was denied") }, "\(report.errors)")
        }
        try await world.aws.resetFaults()
        #expect(try await world.converge().lines == [])
    }

    @Test("throttling slows an apply down and does not fail it")
    func throttled() async throws {
        let world = try await World.open()
        let throttle = Fault.Kind.error(status: 400, code: "Throttling", message: "Rate exceeded")
        try await world.aws.inject(Fault(throttle, service: "elasticloadbalancing", count: 6))
        let limit = Fault.Kind.error(status: 503, code: "RequestLimitExceeded", message: "Request limit exceeded.")
        try await world.aws.inject(Fault(limit, service: "ec2", action: "Create*", count: 6))
        try await world.converge()
        try await world.expectNoChanges()
    }

    @Test("answers that are lost after their effect leave nothing twice")
    func lostAnswers() async throws {
        let world = try await World.open()
        for action in ["CreateVpc", "CreateSubnet", "AllocateAddress", "CreateNatGateway", "CreateRouteTable"] {
            try await world.aws.inject(Fault(.dropAfter, service: "ec2", action: action))
        }
        for action in ["CreateLoadBalancer", "CreateTargetGroup", "CreateListener", "CreateRule"] {
            try await world.aws.inject(Fault(.dropAfter, service: "elasticloadbalancing", action: action))
        }
        for action in ["CreateCluster", "RegisterTaskDefinition", "CreateService"] {
            try await world.aws.inject(Fault(.dropAfter, service: "ecs", action: action))
        }
        let first = try await world.plumbline("apply", "--auto-approve")
        if first.code != 0 { try await world.converge() }
        let survey = try await Survey.take(world)
        #expect(survey.duplicates == [])
        let revisions = "task definition"
        #expect(survey.without(revisions) == SeedNames.small().without(revisions))
        try await world.expectNoChanges()
    }

    @Test("an endpoint that is down is told within the retries")
    func endpointDown() async throws {
        let world = try await World.open()
        let clock = ContinuousClock()
        let began = clock.now
        let finished = try await world.plumbline(
            "apply", "--auto-approve", variables: ["AWS_ENDPOINT_URL": "http://127.0.0.1:9"])
        finished.expectClear(1, "http://127.0.0.1:9", "refused", "AWS_ENDPOINT_URL")
        #expect(clock.now - began < .seconds(30))
    }

    @Test("no credentials at all are told, with what to do")
    func noCredentials() async throws {
        let world = try await World.open()
        let finished = try await world.plumbline(
            "plan", variables: ["AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""])
        finished.expectClear(1, "credentials")
        #expect(try await world.aws.counts().total == 0)
    }
}

extension Fault.Kind {
    /// What AWS answers to a call that no policy allows.
    static let denied = Self.error(
        status: 403, code: "AccessDenied", message: "User: arn:aws:iam::123456789012:user/ci is not authorized")
}
