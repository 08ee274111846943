import AWSClient
import EmulatorSupport
import Foundation
import Testing

@testable import Controller

@Suite("Leases in DynamoDB", .timeLimit(.minutes(3)))
struct DynamoDBLeasesTests {
    private let environments = Set((0..<10).map { "env-\($0)" })

    @Test("every request stands in AWS's own model")
    func wire() {
        let requests: [any AWSRequest.Type] = [
            QueryItems.self, PutDynamoDBItem.self, UpdateDynamoDBItem.self, DeleteDynamoDBItem.self,
            CreateDynamoDBTable.self, DescribeDynamoDBTable.self, DescribeTimeToLive.self, UpdateTimeToLive.self,
            TagDynamoDBResource.self,
        ]
        #expect(requests.flatMap { WireShapeProbe.problems(for: $0) } == [])
    }

    @Test("the table is made once, with tags and a time to live, and making it again changes nothing")
    func creation() async throws {
        let bench = try await LeaseBench.open(creating: false)
        #expect(try await bench.table().create(tags: ["CostCode": "0042"]) == .made)
        #expect(try await bench.table().create(tags: ["CostCode": "0042"]) == .wasThere)
        let seen = try await bench.emulator.python(
            """
            d = client("dynamodb")
            t = d.describe_table(TableName=os.environ["TABLE"])["Table"]
            ttl = d.describe_time_to_live(TableName=os.environ["TABLE"])["TimeToLiveDescription"]
            tags = {t["Key"]: t["Value"] for t in d.list_tags_of_resource(ResourceArn=t["TableArn"])["Tags"]}
            print(t["BillingModeSummary"]["BillingMode"], ttl["TimeToLiveStatus"], ttl["AttributeName"], sorted(tags.items()))
            """, variables: ["TABLE": bench.name])
        #expect(
            seen == "PAY_PER_REQUEST ENABLED expires [('CostCode', '0042'), ('plumbline:purpose', 'leases')]\n")
    }

    @Test("a table of another form is refused, and another name asked for")
    func otherTable() async throws {
        let bench = try await LeaseBench.open(creating: false)
        try await bench.emulator.python(
            """
            client("dynamodb").create_table(
                TableName=os.environ["TABLE"], BillingMode="PAY_PER_REQUEST",
                AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
                KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}])
            """, variables: ["TABLE": bench.name])
        let error = await #expect(throws: LeaseError.self) { _ = try await bench.table().create() }
        #expect(error?.message.contains("it is no lease table; name another in `leases.table`") == true)
    }

    @Test("of 64 that take one lease at the same time, one gets it")
    func race() async throws {
        let bench = try await LeaseBench.open()
        let table = bench.table(deadline: .seconds(30))
        for round in 1...3 {
            let winners = try await withThrowingTaskGroup(
                of: String?.self, returning: [String].self
            ) { group in
                for number in 0..<64 {
                    group.addTask {
                        let session = "session-\(number)"
                        let isTaken = try await table.take(
                            "dev", seen: round == 1 ? nil : round - 1, fence: round, for: session, replica: session,
                            since: 0)
                        return isTaken ? session : nil
                    }
                }
                return try await group.reduce(into: []) { if let winner = $1 { $0.append(winner) } }
            }
            #expect(winners.count == 1)
            #expect(try await table.read().leases["dev"]?.holder == winners.first)
        }
    }

    @Test("two replicas share ten environments five to five; when one dies the other takes all, with greater fences")
    func takeover() async throws {
        let bench = try await LeaseBench.open()
        let (a, b) = (bench.replica("a"), bench.replica("b"))
        var (ofA, ofB) = (Holdings(a), Holdings(b))
        for leases in [a, b] { leases.share(environments) }
        let runA = Task { try await a.run() }
        await ofA.until { $0.held.count == 10 }
        let runB = Task { try await b.run() }
        await ofB.until { $0.held.count == 5 }
        await ofA.until { $0.held.count == 5 }
        #expect(ofA.held.isDisjoint(with: ofB.held))
        #expect(ofA.held.union(ofB.held) == environments)
        for environment in ofA.held { #expect(b.holder(of: environment)?.replica == "a") }

        let orphan = try #require(ofA.held.min())
        let permit = try #require(a.begin(orphan))
        #expect(permit.mayStart)
        // No leave-taking: as if the process had been killed.
        runA.cancel()
        await ofB.until { $0.held.count == 10 }
        #expect(!permit.mayStart)
        #expect(try #require(b.held(orphan)).fence > permit.lease.fence)
        #expect(b.holder(of: orphan)?.replica == "b")
        await b.stop()
        try await runB.value
    }

    @Test("one that stops gives back at once, and the other does not wait for it to run out")
    func handover() async throws {
        let bench = try await LeaseBench.open()
        // A minute: within the time of this test nothing runs out.
        let (a, b) = (bench.replica("a", duration: .seconds(60)), bench.replica("b", duration: .seconds(3)))
        var (ofA, ofB) = (Holdings(a), Holdings(b))
        for leases in [a, b] { leases.share(environments) }
        let runA = Task { try await a.run() }
        await ofA.until { $0.held.count == 10 }
        let stopping = ContinuousClock.now
        await a.stop()
        try await runA.value
        #expect(environments.allSatisfy { a.held($0) == nil })
        let runB = Task { try await b.run() }
        await ofB.until { $0.held.count == 10 }
        #expect(ContinuousClock.now - stopping < .seconds(30))
        await b.stop()
        try await runB.value
        #expect(try await bench.table().read().members.isEmpty)
    }

    @Test("a lease table that is gone is told and ends every lease; when it is back, the leases are, too")
    func tableGone() async throws {
        let bench = try await LeaseBench.open()
        let a = bench.replica("a")
        var ofA = Holdings(a)
        a.share(["dev"])
        let run = Task { try await a.run() }
        await ofA.until { $0.held == ["dev"] }
        let permit = try #require(a.begin("dev"))
        let before = permit.lease.fence
        try await bench.deleteTable()
        await ofA.until { $0.held.isEmpty }
        #expect(!permit.mayStart)
        #expect(
            ofA.all.contains {
                if case .trouble(let text) = $0 { text.contains("plumbline serve --create-lease-table") } else { false }
            })
        a.end("dev")
        _ = try await bench.table().create()
        await ofA.until { $0.all.contains(.recovered) && $0.held == ["dev"] }
        #expect(try #require(a.held("dev")).fence > before)
        #expect(ofA.all.count { if case .trouble = $0 { true } else { false } } == 1)
        await a.stop()
        try await run.value
    }

    @Test("what is asked of the holder on another replica reaches it, and so does a commit that was seen there")
    func asking() async throws {
        let bench = try await LeaseBench.open()
        let (a, b) = (bench.replica("a"), bench.replica("b"))
        var (ofA, ofB) = (Holdings(a), Holdings(b))
        for leases in [a, b] { leases.share([Lease.forge, "dev", "test"]) }
        let runA = Task { try await a.run() }
        await ofA.until { $0.held.count == 3 }
        #expect(a.holder(of: Lease.forge)?.since.map { abs($0.timeIntervalSinceNow) < 600 } == true)
        let runB = Task { try await b.run() }
        await ofB.until { $0.held.count == 1 }
        let kept = try #require(Set(["dev", "test"]).subtracting(ofB.held).first)
        a.saw("c0ffee")
        try await b.ask(kept, by: "jo")
        try await b.ask("never-taken", by: "jo")
        await ofB.until { $0.all.contains(.seen(commit: "c0ffee")) }
        #expect(b.holder(of: kept)?.replica == "a")
        await ofA.until { $0.all.contains(.asked(environment: kept, by: "jo")) }
        await b.stop()
        await a.stop()
        try await runA.value
        try await runB.value
        let view = try await bench.table().read()
        #expect(view.leases[kept]?.mark == nil && view.leases["never-taken"] == nil)
        try await bench.deleteTable()
        let error = await #expect(throws: LeaseError.self) { try await b.ask(kept, by: "jo") }
        #expect(error?.code == .unreachable && error?.message.contains("\(kept) cannot be reached") == true)
    }

    @Test("lost answers of every kind of write leave one holder and no member behind")
    func lostAnswers() async throws {
        let bench = try await LeaseBench.open()
        for action in ["PutItem", "UpdateItem", "DeleteItem"] {
            try await bench.emulator.inject(
                Fault(.dropAfter, service: "dynamodb", action: action, contains: bench.name, count: 2))
        }
        // Long enough that only a lost answer can be why a lease is taken twice.
        let a = bench.replica("a", duration: .seconds(30))
        var ofA = Holdings(a)
        a.share(["dev", "test"])
        let run = Task { try await a.run() }
        await ofA.until { $0.held == ["dev", "test"] }
        let view = try await bench.table().read()
        #expect(view.members.count == 1)
        #expect(view.leases.values.allSatisfy { $0.fence == 1 })
        await a.stop()
        try await run.value
        #expect(try await bench.table().read().members.isEmpty)
    }

    @Test("the permissions name the table and nothing else")
    func permissions() {
        let using = LeaseTable.permissions(table: "leases", region: "eu-west-1", creating: false)
        #expect(using.actions == ["dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"])
        let creating = LeaseTable.permissions(table: "leases", region: "cn-north-1", creating: true)
        #expect(creating.actions.isSuperset(of: ["dynamodb:CreateTable", "dynamodb:UpdateTimeToLive"]))
        #expect(creating.documents.first?.text.contains("arn:aws-cn:dynamodb:cn-north-1:*:table/leases") == true)
    }
}
