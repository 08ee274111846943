import Foundation
import Ledger
import Model
import Testing

@testable import Controller

@Suite("What another replica recorded")
struct RecordedTests {
    private let since = Date(timeIntervalSince1970: 1_700_000_000)

    private var status: EnvironmentStatus {
        var status = EnvironmentStatus(
            environment: "dev", scope: AccountScope(account: "123456789012", region: "eu-west-1"),
            revision: "main@sha1:c0ffee", plan: "sha256:12", outcome: .approvalNeeded,
            conditions: Verdict.conditions(Verdict(.approvalNeeded, "deletes dev/Old/LogGroup")))
        status.since = [.ready: since, .reconciling: since, .stalled: since]
        status.appliedRevision = "main@sha1:beef"
        status.drift = ["dev/acme/Service"]
        status.resources = ["dev/acme/Service: drifted: desiredCount: left", "dev/acme/LogGroup: missing", "nonsense"]
        let change = Change(
            address: "dev/acme/Service", type: "AWS::ECS::Service", action: .update, reason: .drift,
            fields: [
                FieldChange(name: "desiredCount", before: 3, after: nil),
                FieldChange(name: "env", before: .map(["A": "1 -> 2", "B": true]), after: .list(["x\ny", "\"q\""])),
                FieldChange(name: "password", before: "hunter2", after: "hunter3", isSecret: true),
            ])
        status.waiting = [ChangeRecord(change, nil)]
        return status
    }

    private let inventory = Inventory(
        environment: "dev",
        resources: [
            "dev/VPC": PlannedResource(
                type: "AWS::EC2::VPC", identifier: "vpc-1", dependencies: [], declaredHash: "1"),
            "dev/acme/Service": PlannedResource(
                type: "AWS::ECS::Service", identifier: "arn:1", dependencies: ["dev/VPC"], declaredHash: "2"),
        ])

    @Test("shows every resource, what does not agree with its reason, and what is missing by its kind")
    func resources() {
        let resources = ResourceState.recorded(status, inventory)
        #expect(resources.map(\.address.path) == ["dev/VPC", "dev/acme/LogGroup", "dev/acme/Service"])
        #expect(resources.map(\.health) == [.inSync, .missing, .drifted])
        #expect(resources.map(\.message) == [nil, nil, "desiredCount: left"])
        #expect(resources[1].type == "AWS::Logs::LogGroup" && resources[1].identifier == nil)
        #expect(resources[2].identifier == "arn:1" && resources[2].dependencies == ["dev/VPC"])
    }

    @Test("shows the plan that waits, with its digest and the values of its fields, secrets left out")
    func plan() throws {
        let plan = try #require(PlanState(recorded: status, inventory))
        #expect(plan.digest == "sha256:12" && plan.revision == Revision(ref: "main", commit: "c0ffee"))
        #expect(plan.made == since && plan.unchanged == 1)
        #expect(plan.approvalReasons == ["deletes dev/Old/LogGroup"])
        let change = try #require(plan.changes.first)
        #expect(change.action == .update && change.reason == .drift)
        #expect(change.type == "AWS::ECS::Service" && change.identifier == "arn:1" && change.state == "pending")
        #expect(
            change.fields == [
                FieldChange(name: "desiredCount", before: 3, after: nil),
                FieldChange(name: "env", before: .map(["A": "1 -> 2", "B": true]), after: .list(["x\ny", "\"q\""])),
                FieldChange(name: "password", before: "•••", after: "•••", isSecret: true),
            ])
        var done = status
        done.waiting = []
        done.changes = [ChangeRecord(address: "dev/VPC", action: "create", outcome: "failed", error: "quota")]
        done.changed = since + 60
        let last = try #require(PlanState(recorded: done, inventory))
        #expect(last.made == since + 60 && last.changes.map(\.state) == ["failed"])
        #expect(last.changes.map(\.message) == ["quota"])
        done.plan = ""
        #expect(PlanState(recorded: done, inventory) == nil)
    }

    @Test(
        "takes fields that a person wrote for texts", arguments: ["count: many -> (few", "count: [1 -> 2", "count", ""])
    func fields(line: String) {
        let field = FieldChange(line: line)
        #expect(field.name == (line.isEmpty ? "" : "count"))
        #expect(!field.isSecret)
    }

    @Test("is what an entry shows until this replica has looked itself")
    func entry() {
        var entry = WorkEntry(WorkItem("dev", rules: .init(), isHeld: false))
        entry.follow(status, inventory)
        #expect(entry.scope.account == "123456789012" && entry.drifted == ["dev/acme/Service"])
        var newer = status
        newer.drift = []
        entry.follow(newer, nil)
        #expect(entry.inventory == inventory && entry.drifted == [])
        #expect(entry.resources.count == 3)
    }
}
