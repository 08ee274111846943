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
