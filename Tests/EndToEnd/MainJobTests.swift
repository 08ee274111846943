import EmulatorSupport
import Foundation
import Testing

@Suite("The main job", .inTurn)
struct MainJobTests {
    @Test("the example repository becomes AWS under the seed's names, and then there is nothing to do")
    func example() async throws {
        let world = try await World.open(nil, mode: .plain)
        try await world.repository.commitExample()
        let applied = try await world.converge()
        #expect(applied.summary["create"] == applied.changes.count && applied.changes.count > 80)
        #expect(applied.changes.allSatisfy { $0.outcome == "succeeded" && $0.identifier != nil })
        let names = ["dev", "test"]
        let survey = try await Survey.take(world, environments: names)
        #expect(survey == SeedNames.example)

        let head = try await world.repository.statusHead()
        try await world.aws.resetRequests()
        let plan = try await world.report("plan", "--detailed-exitcode", expect: 0)
        #expect(plan.lines == [] && plan.summary["unchanged"] == applied.changes.count)
        let again = try await world.converge()
        #expect(again.lines == [])
        let counts = try await world.aws.counts()
        #expect(counts.mutating == 0, "\(counts.actions)")
        #expect(try await world.repository.statusHead() == head)
        // Task definitions stand in it with their revisions.
        #expect(try await Survey.take(world, environments: names) == survey)
    }

    @Test("everything carries the tags that say whose it is")
    func tags() async throws {
        let world = try await World.open()
        try await world.converge()
        let answer = try await world.boto3(
            """
            def plain(tags): return {(t.get("Key") or t["key"]): t.get("Value") or t["value"] for t in tags}
            vpc = client("ec2").describe_vpcs(Filters=[{"Name": "tag:Name", "Values": ["x-dev-vpc"]}])["Vpcs"][0]
            ecs = client("ecs")
            service = ecs.describe_services(cluster="x-dev", services=["x-dev-acme-api2"], include=["TAGS"])["services"][0]
            secret = client("secretsmanager").describe_secret(SecretId="x-dev-acme")
            print(json.dumps([plain(vpc["Tags"]), plain(service["tags"]), plain(secret["Tags"])]))
            """)
        let tags = try JSONDecoder().decode([[String: String]].self, from: Data(answer.utf8))
        let installation = try await world.repository.git("rev-list", "--max-parents=0", "main").prefix(12)
        let common = [
            "Environment": "dev", "ContactEmail": "ops@example.com", "CostCode": "0042",
            "plumbline:installation": String(installation),
        ]
        let own = [
            ["Name": "x-dev-vpc", "plumbline:address": "dev/VPC"],
            ["Name": "x-dev-acme-api2", "plumbline:address": "dev/acme/api2/Service", "Application": "acme"],
            ["Name": "x-dev-acme", "plumbline:address": "dev/acme/Secret", "Application": "acme"],
        ]
        #expect(tags == own.map { $0.merging(common) { $1 } })
    }

    @Test("a new image tag is one new revision and one rollout, and the status tells of it")
    func newTag() async throws {
        let world = try await World.open()
        try await world.converge()
        let commit = try await world.repository.commit(["acme.yaml": Small.node(tag: "v2")])
        let applied = try await world.converge()
        #expect(applied.changes.map(\.address) == ["dev/acme/TaskDefinition", "dev/acme/Service"])
        #expect(applied.changes.map(\.reason) == ["manifest", "dependency"])
        #expect(applied.revision == "main@sha1:\(commit)")
        let survey = try await Survey.take(world)
        #expect(survey.names["task definition"] == ["dev-acme-api2:1", "dev-acme:1", "dev-acme:2"])
        #expect(
            try await world.repository.statusSubjects().first == "dev: converged main@\(commit.prefix(7)), 2 updated")
        try await world.expectNoChanges()
    }

    @Test("a path in the repository and another branch can hold the manifests")
    func pathAndRef() async throws {
        let files = Dictionary(uniqueKeysWithValues: Small.files.map { ("infra/\($0.key)", $0.value) })
        let world = try await World.open(files)
        try await world.repository.git("branch", "release", "main")
        try await world.repository.commit(["elsewhere.yaml": "not: [a manifest"])
        let plan = try await world.report("plan", "--path", "infra", "--ref", "release", expect: 0)
        #expect(plan.summary["create"] == 34)
        #expect(plan.revision?.hasPrefix("release@sha1:") == true)
    }
}
