import Foundation

/// How many cases of a property test are tried, and from which seed on: `PLUMBLINE_CASES`, `PLUMBLINE_SEED`.
struct Campaign: Sendable {
    /// Into how many parts the cases are divided, which run side by side.
    static let parts = 4

    let seeds: Range<UInt64>

    /// - Parameter cases: how many there are unless something else is asked for.
    init(cases: Int) {
        let environment = ProcessInfo.processInfo.environment
        let first = environment["PLUMBLINE_SEED"].flatMap(UInt64.init) ?? 0
        let count = environment["PLUMBLINE_CASES"].flatMap(UInt64.init) ?? UInt64(cases)
        seeds = first..<(first + count)
    }

    func part(_ number: Int) -> some Sequence<UInt64> {
        stride(from: seeds.lowerBound + UInt64(number), to: seeds.upperBound, by: Self.parts)
    }

    /// What a person is told of a failure: the least case that fails so, as a test to be kept, and how to try it again.
    static func report(_ failure: PropertyFailure, seed: UInt64, source: String) -> String {
        """
        \(failure)
        \(source)
        make properties SEED=\(seed) CASES=1 tries it again.
        """
    }
}
