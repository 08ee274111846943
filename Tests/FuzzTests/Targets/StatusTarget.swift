import Foundation
import Model

@testable import Ledger

/// A file of the status branch.
///
/// A status and an inventory that were read are the same when they are written and read again. Whatever stands there, a status can
/// be written over it, and what is kept of it stays.
enum StatusTarget {
    static func take(_ input: [UInt8]) throws(BrokenPromise) {
        if let status = EnvironmentStatus(yaml: input) {
            let text = try promised("a status that was read can be written") { try status.yaml() }
            try promise(EnvironmentStatus(yaml: text) == status, "a status read again says something else")
        }
        if let inventory = Inventory(yaml: input) {
            let text = try promised("an inventory that was read can be written") { try inventory.yaml() }
            try promise(Inventory(yaml: text) == inventory, "an inventory read again says something else")
        }
        try checkWriting(over: input)
        let files = LedgerFiles(["status/dev.yaml": input, "inventory/dev.yaml": input])
        try promise(files.renderedReadme().hasPrefix("# Plumbline status"), "the page cannot be written")
    }

    private static func checkWriting(over former: [UInt8]) throws(BrokenPromise) {
        let first = try promised("a status can be written over anything") { try own.yaml(over: former) }
        try promise(EnvironmentStatus(yaml: first) == own, "a status written over something says something else")
        let second = try promised("a status can be written over itself") { try own.yaml(over: first) }
        try promise(first == second, "a status written once more is another")
    }

    private static let own: EnvironmentStatus = {
        var status = EnvironmentStatus(
            environment: "dev", scope: AccountScope(account: "012345678901", region: "ap-southeast-1"),
            revision: "main@sha1:3f2a1bc0000000000000000000000000000000aa", plan: "sha256:abc", outcome: .failed,
            conditions: [Condition(.ready, false, reason: "Failed", message: "dev/acme/Service: \"it\" failed")],
            changes: [ChangeRecord(address: "dev/acme/Service", action: "update", outcome: "failed", error: "no: #1")])
        status.usedApprovals = [UsedApproval(digest: "sha256:a", until: Date(timeIntervalSince1970: 1_795_629_600))]
        return status
    }()
}
