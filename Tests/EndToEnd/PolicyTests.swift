import AWSClient
import EmulatorSupport
import Foundation
import Testing

@Suite("plumbline policy", .inTurn)
struct PolicyTests {
    /// The document of `policy --output json`.
    private struct Report: Decodable {
        struct Account: Decodable {
            let account: String?
            let environments: [String]
            let documents: [Document]
        }
        struct Document: Codable {
            let Version: String
            var Statement: [Statement]
        }
        struct Statement: Codable {
            let Sid: String
            let Effect: String
            let Action: OneOrMore
            var Resource: OneOrMore
            var Condition: [String: [String: OneOrMore]]?
        }
        let policies: [Account]

        var statements: [Statement] { policies.flatMap(\.documents).flatMap(\.Statement) }
        var actions: Set<String> { Set(statements.flatMap(\.Action.texts)) }
    }

    /// IAM writes a list of one as a text.
    private struct OneOrMore: Codable {
        var texts: [String]

        init(_ texts: [String]) { self.texts = texts }

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let several = try? container.decode([String].self) {
                texts = several
            } else {
                texts = [try container.decode(String.self)]
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(texts)
        }
    }

    private func policy(_ world: World, for purpose: String, _ options: String...) async throws -> Report {
        let finished = try await Program.run(
            Program.plumbline,
            ["policy", "--repo", world.repository.bare.path, "--for", purpose, "--output", "json"] + options,
            environment: world.environment)
        try #require(finished.code == 0, "\(finished.said)")
        return try JSONDecoder().decode(Report.self, from: Data(finished.output.utf8))
    }

    /// Makes a user with exactly this policy and gives the variables of its access key.
    ///
    /// The emulator checks actions only: it compares every resource with `*`, and takes a condition whose key it does
    /// not know for a refusal. So both are left out of what it is given.
    private func user(
        _ name: String, _ report: Report, _ world: World, misnamed: [String] = []
    ) async throws -> [String: String] {
        var documents = report.policies.flatMap(\.documents)
        if !misnamed.isEmpty {
            let statement = Report.Statement(
                Sid: "Misnamed", Effect: "Allow", Action: OneOrMore(misnamed), Resource: OneOrMore(["*"]))
            documents.append(Report.Document(Version: "2012-10-17", Statement: [statement]))
        }
        for d in documents.indices {
            for s in documents[d].Statement.indices {
                documents[d].Statement[s].Resource = OneOrMore(["*"])
                documents[d].Statement[s].Condition = nil
            }
        }
        let text = String(decoding: try JSONEncoder().encode(documents), as: UTF8.self)
        let made = try await world.boto3(
            """
            iam = client("iam")
            iam.create_user(UserName=os.environ["USER_NAME"])
            for number, document in enumerate(json.loads(os.environ["DOCUMENTS"])):
                iam.put_user_policy(UserName=os.environ["USER_NAME"], PolicyName=f"p{number}",
                                    PolicyDocument=json.dumps(document))
            key = iam.create_access_key(UserName=os.environ["USER_NAME"])["AccessKey"]
            print(json.dumps({"AWS_ACCESS_KEY_ID": key["AccessKeyId"], "AWS_SECRET_ACCESS_KEY": key["SecretAccessKey"]}))
            """, ["USER_NAME": name, "DOCUMENTS": text])
        return try JSONDecoder().decode([String: String].self, from: Data(made.utf8))
    }

    /// From now on the emulator checks every signature and every action.
    private func turnOnChecks(_ world: World) async throws {
        try await world.boto3(
            """
            import urllib.request
            door = os.environ["AWS_ENDPOINT_URL"] + "/moto-api/reset-auth"
            urllib.request.urlopen(urllib.request.Request(door, b"0", {"Content-Type": "text/plain"})).read()
            """)
    }

    private func observedActions(_ world: World) async throws -> Set<String> {
        Set(try await world.aws.requests().map { AWSAction("\($0.service):\($0.action)").permission.description })
    }

    @Test("lets a role's session be tagged only where the manifests tag it")
    func sessionTags() async throws {
        let role = "arn:aws:iam::\(Emulator.account):role/deployer"
        let plain = Small.environment() + "  roleArn: \(role)\n"
        for (file, expected) in [(plain, []), (plain + "  sessionTags: { team: platform }\n", [[role]])] {
            let world = try await World.untouched(["dev.yaml": file])
            let report = try await policy(world, for: "apply")
            #expect(
                report.statements.filter { $0.Action.texts == ["sts:AssumeRole"] }.map(\.Resource.texts) == [[role]])
            #expect(
                report.statements.filter { $0.Action.texts == ["sts:TagSession"] }.map(\.Resource.texts) == expected)
            try await world.expectNoCall()
        }
    }

    @Test("plan and apply need exactly what it prints, and a plan's policy can change nothing")
    func enforced() async throws {
        let world = try await World.open()
        let looking = try await policy(world, for: "plan")
        let changing = try await policy(world, for: "apply")
        let reader = try await user("reader", looking, world)
        let writer = try await user("writer", changing, world)
        try await world.aws.resetRequests()
        try await turnOnChecks(world)

        let plan = try await world.report("plan", expect: 0, variables: reader)
        #expect(plan.diagnostics.filter { $0.message.contains("could not be read") }.map(\.message) == [])
        #expect((plan.summary["create"] ?? 0) > 30)
        #expect(try await observedActions(world).subtracting(looking.actions) == [])

        let refused = try await world.report("apply", "--auto-approve", expect: 1, variables: reader)
        #expect(refused.changes.contains { $0.outcome == "failed" })
        #expect(refused.changes.allSatisfy { $0.outcome != "succeeded" }, "a reader has changed something")

        try await world.aws.resetRequests()
        let applied = try await world.report("apply", "--auto-approve", expect: 0, variables: writer)
        #expect(applied.outcome == "converged", "\(applied.errors)")
        // Changes and deletions too: another count, and the extra goes.
        try await world.repository.commit(["acme.yaml": Small.node(count: 2), "api2.yaml": nil])
        let pending = try await world.report("plan", expect: 0, variables: writer)
        let again = try await world.report(
            "apply", "--approve", pending.digest ?? "", expect: 0, variables: writer)
        #expect((again.summary["delete"] ?? 0) > 0)
        #expect(again.outcome == "converged", "\(again.errors)")
        let actions = try await observedActions(world)
        #expect(actions.subtracting(changing.actions) == [])
        #expect(actions.contains("ecs:DeleteService"))
    }

    /// What the emulator asks to be allowed in place of what AWS does: in the query of a bucket it knows neither
    /// `encryption` nor `publicAccessBlock` (`ACTION_MAP` of moto's `s3/responses.py`).
    private static let misnamedReads = ["s3:ListBucket"]
    private static let misnamedWrites = ["s3:ListBucket", "s3:CreateBucket", "s3:DeleteBucket"]

    /// The emulator evaluates no resources, no conditions, no `iam:PassRole` and no service-linked roles; the request log
    /// proves the actions of S3, whose names it mistakes.
    @Test("the full example is planned and applied under exactly what is printed for it")
    func fullExample() async throws {
        let world = try await FullExample.open()
        let looking = try await policy(world, for: "plan")
        let changing = try await policy(world, for: "apply")
        let reader = try await user("reader", looking, world, misnamed: Self.misnamedReads)
        let writer = try await user("writer", changing, world, misnamed: Self.misnamedWrites)
        try await world.aws.resetRequests()
        try await turnOnChecks(world)
        let plan = try await world.report("plan", expect: 0, variables: reader)
        #expect(plan.diagnostics.filter { $0.message.contains("could not be read") }.map(\.message) == [])
        #expect((plan.summary["create"] ?? 0) > 60)
        #expect(try await observedActions(world).subtracting(looking.actions) == [])

        try await world.aws.resetRequests()
        let applied = try await world.report("apply", "--auto-approve", expect: 0, variables: writer)
        #expect(applied.outcome == "converged", "\(applied.errors)")
        let actions = try await observedActions(world)
        #expect(actions.subtracting(changing.actions) == [])
        for action in [
            "s3:CreateBucket", "s3:PutEncryptionConfiguration", "rds:CreateDBCluster",
            "elasticache:CreateReplicationGroup",
            "autoscaling:CreateAutoScalingGroup", "codepipeline:CreatePipeline", "ecs:CreateCapacityProvider",
            "application-autoscaling:RegisterScalableTarget", "ec2:RunInstances",
        ] {
            #expect(actions.contains(action), "\(action)")
        }
    }

    @Test(
        "what is taken over needs stacks and launch configurations to be listed, and names that CloudFormation made up")
    func adoption() async throws {
        let made = try await HandMade.openWithHosts()
        let world = made.world
        try await world.repository.commit(HandWritten.onHosts(adopt: true), "Describe what is there")
        let looking = try await policy(world, for: "plan")
        let changing = try await policy(world, for: "apply")
        let reader = try await user("reader", looking, world)
        let writer = try await user("writer", changing, world)
        try await world.aws.resetRequests()
        try await turnOnChecks(world)
        let plan = try await world.report("plan", expect: 0, variables: reader)
        let unread = plan.diagnostics.map(\.message).filter {
            $0.contains("could not be read") || $0.contains("in part only")
        }
        #expect(unread == [])
        let read = try await observedActions(world)
        #expect(read.subtracting(looking.actions) == [])
        #expect(
            read.isSuperset(of: [
                "cloudformation:ListStacks", "cloudformation:ListStackResources",
                "autoscaling:DescribeLaunchConfigurations",
            ]))
        try await world.aws.resetRequests()
        let applied = try await world.report("apply", "--auto-approve", expect: 0, variables: writer)
        #expect(applied.outcome == "converged", "\(applied.errors)")
        #expect(try await observedActions(world).subtracting(changing.actions) == [])
        let roles = changing.statements.filter { $0.Action.texts.contains("iam:TagRole") }.flatMap(\.Resource.texts)
        #expect(roles.contains("arn:aws:iam::\(Emulator.account):role/dev-*"), "\(roles)")

        // They go on to be needed by what was taken over, though nothing may be taken over any more.
        try await world.repository.commit(HandWritten.onHosts(adopt: false), "What is ours need not be adopted")
        let later = try await policy(world, for: "apply")
        #expect(!later.actions.contains("cloudformation:ListStacks"))
        let held = later.statements.filter { $0.Action.texts.contains("iam:TagRole") }.flatMap(\.Resource.texts)
        #expect(held.contains("arn:aws:iam::\(Emulator.account):role/dev-*"), "\(held)")
        let asked = try await policy(world, for: "plan", "--adopt")
        #expect(asked.actions.contains("cloudformation:ListStacks"))
    }

    @Test("no action is a wildcard, what changes something is bound to names or to the region, secrets stay unread")
    func narrow() async throws {
        let world = try await World.open(aws: Emulator.shared())
        let report = try await policy(world, for: "apply")
        #expect(report.actions.filter { $0.contains("*") } == [])
        for statement in report.statements where !statement.Sid.hasPrefix("Read") {
            let isBound = statement.Resource.texts.allSatisfy { $0 != "*" }
            let region = statement.Condition?["StringEquals"]?["aws:RequestedRegion"]?.texts
            #expect(isBound || region == [Emulator.region], "\(statement.Sid)")
        }
        let passing = report.statements.filter { $0.Action.texts.contains("iam:PassRole") }
        #expect(passing.flatMap(\.Resource.texts) == ["arn:aws:iam::\(Emulator.account):role/x-dev-*"])
        for unread in ["secretsmanager:GetSecretValue", "ssm:GetParameter", "kms:Decrypt"] {
            #expect(!report.actions.contains(unread))
        }
    }

    @Test("text output is the documents themselves, and tells on standard error for whom")
    func text() async throws {
        let world = try await World.open(aws: Emulator.shared())
        let finished = try await world.plumbline("policy", "--for", "plan")
        #expect(finished.code == 0, "\(finished.said)")
        let document = try JSONDecoder().decode(Report.Document.self, from: Data(finished.output.utf8))
        #expect(document.Version == "2012-10-17")
        #expect(finished.errors.contains("account \(Emulator.account) (dev)"))
        let unknown = try await world.plumbline("policy", "--environment", "nowhere")
        #expect(unknown.code == 1)
        #expect(unknown.errors.contains("no environment nowhere"))
    }

    @Test("with serve's configuration it prints what that needs, too")
    func controller() async throws {
        let world = try await World.open(aws: Emulator.shared())
        let folder = try Folder()
        let file = folder.url("plumbline.yaml").path
        let text =
            "repository: { url: /x, token: { secretsManager: git } }\nleases: { table: leases, region: eu-west-1 }\n"
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        let finished = try await world.plumbline(
            "policy", "--config", file, "--create-lease-table", "--output", "json")
        try #require(finished.code == 0, "\(finished.said)")
        let report = try JSONDecoder().decode(Report.self, from: Data(finished.output.utf8))
        let own = try #require(report.policies.last)
        #expect(own.account == nil && own.environments.isEmpty)
        #expect(report.actions.isSuperset(of: ["dynamodb:CreateTable", "secretsmanager:GetSecretValue"]))
        try Data("repository: {}\n".utf8).write(to: URL(fileURLWithPath: file))
        try await world.plumbline("policy", "--config", file).expectClear(1, "lacks the required key url")
        try await world.plumbline("policy", "--create-lease-table").expectClear(1, "--config")
    }
}
