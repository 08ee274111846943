import AWSClient
import EmulatorSupport
import Foundation

@testable import Controller

/// A lease table of one test's own, in the emulator that these tests share.
struct LeaseBench {
    let emulator: Emulator
    let client: AWSClient
    let name = "leases-\(UUID().uuidString.lowercased())"

    /// Their own: faults and deleted tables must not hit other suites.
    private static let emulator = Task { try await Emulator.start() }

    static func open(creating: Bool = true) async throws -> LeaseBench {
        let emulator = try await emulator.value
        let bench = LeaseBench(
            emulator: emulator, client: try AWSClient.standard(environment: emulator.environment))
        if creating { _ = try await bench.table().create() }
        return bench
    }

    func table(deadline: Duration = .seconds(5)) -> LeaseTable {
        LeaseTable(client, name: name, installation: "test", deadline: deadline)
    }

    /// - Parameter duration: long enough that a machine with much else to do still renews in time.
    func replica(_ name: String, duration: Duration = .seconds(12)) -> DynamoDBLeases {
        DynamoDBLeases(table(), replica: name, duration: duration)
    }

    func deleteTable() async throws {
        try await emulator.python(
            #"client("dynamodb").delete_table(TableName=os.environ["TABLE"])"#, variables: ["TABLE": name])
    }
}

/// What one replica holds, kept up to date by its events.
struct Holdings {
    private var events: AsyncStream<LeaseEvent>.Iterator
    private(set) var held: Set<String> = []
    private(set) var all: [LeaseEvent] = []

    init(_ leases: any Leases) { events = leases.events().makeAsyncIterator() }

    /// Follows what happens until it is as wanted; ends early when the leases are stopped.
    mutating func until(isolation: isolated (any Actor)? = #isolation, _ isReached: (Holdings) -> Bool) async {
        while !isReached(self), let event = await events.next(isolation: isolation) {
            all.append(event)
            switch event {
            case .gained(let lease): held.insert(lease.environment)
            case .lost(let environment, _): held.remove(environment)
            case .asked, .seen, .trouble, .recovered: break
            }
        }
    }
}
