import EmulatorSupport
import Foundation
import Testing

/// moto's CloudFormation leaves most of ECS' task definitions and services out: `overlay/stacks.py` makes them as their
/// templates say. Secrets, cache subnet groups, databases and caches are made by hand.
@Suite("An environment that was made by hand", .inTurn)
struct HandMadeTests {
    @Test("is described so that the first apply only tags, and the plan after it is empty")
    func takesOver() async throws {
        let made = try await HandMade.open()
        let world = made.world
        for (environment, prefix) in [("dev", "x-"), ("test", "y-")] {
            let adopted = try await made.adopt(environment, prefix: prefix)
            #expect(adopted.code == 0, "\(adopted.said)")
        }
        let files = try made.files()
        #expect(
            Set(files.keys) == [
                "environments/dev.yaml", "nodes/dev/acme.yaml", "databases/dev/main.yaml", "caches/dev/sessions.yaml",
                "environments/test.yaml", "nodes/test/acme.yaml", "repositories/tooltwist-acme.yaml", "ADOPTION.md",
            ])
        try await made.commit()
        let valid = try await world.plumbline("validate")
        #expect(valid.code == 0, "\(valid.said)")

        let plan = try await world.report("plan", "--detailed-exitcode", expect: 2)
        #expect(plan.errors == [])
        #expect(plan.lines.filter { !$0.hasPrefix("adopt ") } == [])
        #expect(
            plan.changes.flatMap { change in
                change.fields.filter { !$0.name.hasPrefix("tags.") }.map { "\(change.address) \($0)" }
            } == [])
        // A tag that is there stays what it is.
        #expect(plan.changes.flatMap(\.fields).filter { "\($0.before)" != "(none)" } == [])

        let before = try await world.aws.counts()
        try await world.converge()
        let after = try await world.aws.counts()
        #expect(HandMade.changes(before.actions, after.actions) == [:])
        try await world.expectNoChanges()
        try await made.expectStacksUntouched()
    }

    @Test("leaves the environment beside it alone")
    func besideAnother() async throws {
        let made = try await HandMade.open()
        let adopted = try await made.adopt()
        #expect(adopted.code == 0, "\(adopted.said)")
        try await made.commit()
        // The first look lets its deployments come to rest.
        _ = try await made.surroundings()
        let before = try await made.surroundings()
        try await made.world.converge()
        #expect(try await made.surroundings() == before)
        try await made.world.expectNoChanges()
    }

    @Test("shows each of twenty changes from outside, and nothing else, and puts them right")
    func drift() async throws {
        let made = try await HandMade.open()
        let world = made.world
        let adopted = try await made.adopt()
        try #require(adopted.code == 0, "\(adopted.said)")
        try await made.commit()
        try await world.converge()
        #expect(HandMadeChange.all.count == 20)
        try await world.boto3(HandMadeChange.prelude + HandMadeChange.all.map(\.script).joined(separator: "\n"))
        let plan = try await world.report("plan", "--detailed-exitcode", expect: 2)
        #expect(plan.errors == [])
        #expect(plan.changes.allSatisfy { $0.action == "update" && $0.reason == "drift" }, "\(plan.lines)")
        let shown = plan.changes.flatMap { change in change.fields.map { "\(change.address) \($0.name)" } }
        for change in HandMadeChange.all {
            #expect(shown.count { $0 == "\(change.address) \(change.field)" } == 1, "\(change.name): \(shown)")
        }
        #expect(shown.count == HandMadeChange.all.count, "\(plan.lines)")
        try await world.converge()
        try await world.expectNoChanges()
    }

    @Test("is listed where no manifest expresses it, with its identifier and a reason")
    func listed() async throws {
        let made = try await HandMade.open()
        let ids = try await made.world.boto3(
            """
            ec2 = client("ec2")
            vpc = ec2.describe_vpcs(Filters=[{"Name": "tag:Name", "Values": ["x-dev-vpc"]}])["Vpcs"][0]["VpcId"]
            group = ec2.create_security_group(GroupName="bastion", Description="Somebody's", VpcId=vpc)["GroupId"]
            subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.192.99.0/24")["Subnet"]["SubnetId"]
            ecs = client("ecs")
            ecs.register_task_definition(family="worker", containerDefinitions=[{"name": "w", "image": "w", "memory": 8}])
            service = ecs.create_service(cluster="x-dev", serviceName="worker", taskDefinition="worker")["service"]
            keys = ["family", "containerDefinitions", "cpu", "memory", "networkMode", "requiresCompatibilities",
                    "executionRoleArn", "taskRoleArn"]
            held = ecs.describe_task_definition(taskDefinition="dev-acme-api2")["taskDefinition"]
            held["containerDefinitions"][0]["healthCheck"] = {"command": ["CMD", "true"]}
            task = ecs.register_task_definition(**{key: held[key] for key in keys})["taskDefinition"]["taskDefinitionArn"]
            ecs.update_service(cluster="x-dev", service="x-dev-acme-api2", taskDefinition=task)
            held = ecs.describe_task_definition(taskDefinition="dev-acme")["taskDefinition"]
            spare = ecs.register_task_definition(**{key: held[key] for key in keys})["taskDefinition"]["taskDefinitionArn"]
            print(group, subnet, service["serviceArn"], spare, task)
            """
        ).split(separator: " ").map(String.init)
        let adopted = try await made.adopt("dev", prefix: "x-", "--output", "json")
        #expect(adopted.code == 0, "\(adopted.said)")
        let document = try JSONDecoder().decode(AdoptionReport.self, from: Data(adopted.output.utf8))
        for id in ids {
            let listed = document.notExpressed.first { $0.identifier == id }
            #expect(listed?.reason.contains("stays as it is") == true, "\(id)")
            #expect(try made.files()["ADOPTION.md"]?.contains("`\(id)`") == true)
        }
        let task = document.notExpressed.first { $0.identifier == ids.last }
        #expect(task?.reason.contains("acme-api2App.healthCheck") == true)
        #expect(document.remarks == [])
        #expect(document.resources.contains { $0.address == "dev/acme/api2/ListenerRule" })
        // Only a task definition can be described in part.
        let described = Set(document.resources.map(\.identifier))
        let both = document.notExpressed.filter { described.contains($0.identifier) }
        #expect(both.map(\.type) == ["AWS::ECS::TaskDefinition"])
    }

    @Test("is not described over what somebody wrote, unless that is forced")
    func overwriting() async throws {
        let made = try await HandMade.open()
        #expect(try await made.adopt().code == 0)
        let again = try await made.adopt()
        #expect(again.code == 0, "\(again.said)")
        #expect(!again.output.contains("wrote "))
        let file = made.directory.appendingPathComponent("environments/dev.yaml")
        try Data("# mine\n".utf8).write(to: file)
        let refused = try await made.adopt()
        #expect(refused.code == 1)
        #expect(refused.errors.contains("environments/dev.yaml") && refused.errors.contains("--force"))
        #expect(try String(contentsOf: file, encoding: .utf8) == "# mine\n")
        #expect(try await made.adopt("dev", prefix: "x-", "--force").code == 0)
        #expect(try String(contentsOf: file, encoding: .utf8).contains("kind: Environment"))
    }

    @Test("is told when it is not there, is there twice, or belongs to another account")
    func refusals() async throws {
        let made = try await HandMade.open()
        let missing = try await made.adopt("prod", prefix: "x-")
        #expect(missing.code == 1)
        #expect(missing.errors.contains("x-prod-vpc") && missing.errors.contains("--prefix"), "\(missing.said)")
        let foreign = try await made.adopt("dev", prefix: "x-", "--account", "999999999999")
        #expect(foreign.code == 1)
        #expect(foreign.errors.contains("999999999999") && foreign.errors.contains(Emulator.account))
        let twin = try await made.world.boto3(
            """
            tags = [{"ResourceType": "vpc", "Tags": [{"Key": "Name", "Value": "x-dev-vpc"}]}]
            print(client("ec2").create_vpc(CidrBlock="10.200.0.0/16", TagSpecifications=tags)["Vpc"]["VpcId"])
            """)
        let twice = try await made.adopt()
        #expect(twice.code == 1)
        #expect(twice.errors.contains(twin) && twice.errors.contains(" and vpc-"), "\(twice.said)")
        #expect(!FileManager.default.fileExists(atPath: made.directory.path))
    }
}

/// The document of `adopt --output json`, as far as the tests look at it.
private struct AdoptionReport: Decodable {
    struct Resource: Decodable { let address, type, identifier: String }
    struct Leftover: Decodable { let type, identifier, reason: String }

    let resources: [Resource]
    let notExpressed: [Leftover]
    let remarks: [String]
}
