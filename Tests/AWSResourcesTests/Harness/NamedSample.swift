import AWSResources
import EmulatorSupport
import Testing

/// A sample as an argument of a test, shown by its kind's name.
struct NamedSample: Sendable, CustomTestStringConvertible {
    let sample: any KindSample

    init(_ sample: any KindSample) { self.sample = sample }

    var type: String { Self.type(of: sample) }
    var testDescription: String { type }

    func check(_ clause: ContractClause) async throws {
        try await Self.places.holding { try await clause.check(sample) }
    }

    /// All clauses of all kinds at once would wait for the emulator until their requests time out and are sent again.
    private static let places = Places(count: 8)

    private static func type(of sample: some KindSample) -> String { sample.kind.type.name }
}
