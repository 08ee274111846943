import AWSClient
import Model

/// The snapshot that is taken when a database or cache is deleted.
enum FinalSnapshot {
    /// More than any address has been deleted and made anew.
    private static let attempts = 99

    /// Deletes with a final snapshot whose name comes from the resource's address.
    ///
    /// An earlier snapshot of that name is never overwritten: the next free number is taken (`…-2`).
    /// - Parameter delete: sends the deletion with the snapshot's name.
    static func named<Attributes>(
        after observed: Observed<Attributes>,
        _ delete: (String) async throws -> Void
    ) async throws {
        let base = name(of: observed)
        for number in 1..<attempts {
            do {
                return try await delete(number == 1 ? base : "\(base)-\(number)")
            } catch let error as AWSError where error.isSnapshotThere {
                continue
            }
        }
        try await delete("\(base)-\(attempts)")
    }

    /// By the rules of all three services: lower case letters, digits and single hyphens, a letter first.
    static func name<Attributes>(of observed: Observed<Attributes>) -> String {
        let origin = observed.tags[OwnershipTag.address] ?? observed.identifier
        let words = origin.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return String("final-\(words.joined(separator: "-"))".prefix(200))
    }
}

extension AWSError {
    /// A snapshot of the wanted name is there already.
    fileprivate var isSnapshotThere: Bool {
        code == "DBSnapshotAlreadyExists" || code == "DBClusterSnapshotAlreadyExistsFault"
            || code == "SnapshotAlreadyExistsFault"
    }
}

extension ResourceError {
    /// What has deletion protection is not deleted, whoever approved it.
    static func protected<R: AWSRequest>(_ request: R.Type, _ noun: String, _ identifier: String) -> ResourceError {
        ResourceError(
            .refused,
            operation: R.action.description,
            message: """
                the \(noun) \(identifier) has deletion protection: set `deletionProtection: false` in its manifest, \
                apply, and remove it then
                """
        )
    }

    /// The name is still taken by what is on its way out.
    static func stillGoing<R: AWSRequest>(_ request: R.Type, _ noun: String, _ identifier: String) -> ResourceError {
        ResourceError(
            .refused,
            operation: R.action.description,
            message: "the earlier \(noun) \(identifier) is still being deleted: run the command again when it is gone"
        )
    }
}
