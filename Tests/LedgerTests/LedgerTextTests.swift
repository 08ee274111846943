import Foundation
import Model
import Testing

@testable import Ledger

@Suite("What the ledger writes")
struct LedgerTextTests {
    private let status = EnvironmentStatus(
        environment: "dev", scope: AccountScope(account: "012345678901", region: "ap-southeast-1"),
        revision: "main@sha1:3f2a1bc0000000000000000000000000000000aa", plan: "sha256:abc", outcome: .failed,
        conditions: [
            Condition(.ready, false, reason: "Failed", message: "dev/acme/Service: \"it\" failed: yes\nand more"),
            Condition(.stalled, true, reason: "Failed", message: ""),
        ],
        changes: [
            ChangeRecord(
                address: "dev/acme/Service", action: "update", outcome: "failed", fields: ["desiredCount: 3 -> 1"],
                error: "no: #comment")
        ])

    @Test("a status reads back as it was written, whatever texts it holds")
    func statusReadsBack() throws {
        let bytes = try status.yaml()
        #expect(EnvironmentStatus(yaml: bytes) == status)
        #expect(String(decoding: bytes, as: UTF8.self).contains("account: \"012345678901\""))
    }

    @Test("a status keeps used approvals, and the keys of a newer version that this one does not know")
    func extras() throws {
        var status = status
        let end = Date(timeIntervalSince1970: 1_795_629_600)
        status.usedApprovals = [
            UsedApproval(digest: "sha256:a", until: end), UsedApproval(digest: "sha256:b", until: end + 0.7),
        ]
        let text = String(decoding: try status.yaml(), as: UTF8.self)
        #expect(EnvironmentStatus(yaml: Array(text.utf8))?.usedApprovals == status.usedApprovals)
        let newer = Array((text + "novelty:\n  much:\n  - 1\n  - two\noutcome2: x\n").utf8)
        status.outcome = .converged
        let again = String(decoding: try status.yaml(over: newer), as: UTF8.self)
        #expect(again.contains("novelty:\n  much:\n  - 1\n  - two\noutcome2: x\n"))
        #expect(again.contains("\noutcome: converged\n") && !again.contains("\noutcome: failed\n"))
        #expect(try status.yaml(over: Array("- no status".utf8)) == status.yaml())
    }

    @Test("a status of one run keeps what it says nothing of")
    func partial() {
        var recorded = status
        let end = Date(timeIntervalSince1970: 1_795_629_600)
        recorded.observedRevision = "main@sha1:new"
        recorded.appliedRevision = "main@sha1:old"
        recorded.nextAttempt = end
        recorded.usedApprovals = [UsedApproval(digest: "sha256:a", until: end)]
        var run = status
        run.appliedRevision = "main@sha1:newer"
        run.usedApprovals = [UsedApproval(digest: "sha256:b", until: end)]
        let whole = run.completed(by: recorded, at: end - 1)
        #expect(whole.observedRevision == "main@sha1:new" && whole.nextAttempt == end)
        #expect(whole.appliedRevision == "main@sha1:newer")
        #expect(whole.usedApprovals.count == 2)
        run.changes = []
        #expect(run.completed(by: recorded, at: end).changes == recorded.changes, "it did nothing")
        #expect(run.completed(by: recorded, at: end).usedApprovals.map(\.digest) == ["sha256:b"])
        #expect(run.completed(by: nil, at: end) == run)
        #expect(whole.agrees(with: run) && !run.agrees(with: whole), "a use that is not recorded is news")
    }

    @Test("an inventory reads back as it was written")
    func inventoryReadsBack() throws {
        let inventory = Inventory(
            environment: "dev",
            resources: [
                "dev/VPC": PlannedResource(
                    type: "AWS::EC2::VPC", identifier: "vpc-1", dependencies: [], declaredHash: "0123456789012345",
                    location: SourceLocation(file: "a dir/x: y.yaml", line: 7, column: 3)),
                "dev/PublicSubnet1": PlannedResource(
                    type: "AWS::EC2::Subnet", identifier: "subnet-1", dependencies: ["dev/VPC"], declaredHash: "1e10"),
            ])
        #expect(Inventory(yaml: try inventory.yaml()) == inventory)
    }

    @Test("a file that a person broke is no status and no inventory, and no crash")
    func brokenFiles() {
        for text in ["", "kind: EnvironmentStatus", "{", "- a\n- b", "kind: [EnvironmentStatus]", "\u{0}"] {
            #expect(EnvironmentStatus(yaml: Array(text.utf8)) == nil)
            #expect(Inventory(yaml: Array(text.utf8)) == nil)
        }
    }

    @Test("files are read as they are now, whatever was read before")
    func readAgain() throws {
        func texts(_ statuses: [EnvironmentStatus]) throws -> [String: [UInt8]] {
            Dictionary(
                try statuses.map { (LedgerFiles.status($0.environment), try $0.yaml()) }, uniquingKeysWith: { $1 })
        }
        var (changed, new) = (status, status)
        changed.outcome = .converged
        new.environment = "test"
        let first = LedgerFiles(try texts([status, new]))
        #expect(LedgerFiles(try texts([status, new]), knowing: first).statuses == ["dev": status, "test": new])
        let second = LedgerFiles(try texts([changed]), knowing: first)
        #expect(second.statuses == ["dev": changed])
        #expect(LedgerFiles(try texts([status]), knowing: second).statuses == ["dev": status])
        #expect(LedgerFiles([LedgerFiles.status("dev"): Array("{".utf8)], knowing: second).statuses.isEmpty)
    }

    @Test("the page shows each environment, and why one is not ready")
    func page() throws {
        var files = LedgerFiles([LedgerFiles.status("dev"): try status.yaml()])
        #expect(files.renderedReadme().contains("| [dev](status/dev.yaml) | 012345678901 | ap-southeast-1 | ✗ Failed"))
        #expect(files.renderedReadme().contains("main@3f2a1bc"))
        #expect(files.renderedReadme().contains("\"it\" failed"))
        files.statuses["dev"]?.conditions = [Condition(.ready, true, reason: "Converged", message: "3 agree")]
        #expect(files.renderedReadme().contains("✓ Ready"))
    }
}
