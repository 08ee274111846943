import EmulatorSupport
import Testing

/// Lets only a few of the tests that carry it run at the same time: each starts an emulator and several processes.
struct Turn: TestTrait, SuiteTrait, TestScoping {
    let isRecursive = true

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        // Only test cases take a turn; a suite that held one would wait for its own tests.
        guard testCase != nil else { return try await function() }
        try await Self.places.holding(function)
    }

    private static let places = Places(count: 2)
}

extension Trait where Self == Turn {
    /// Waits for one of the few places for tests with processes of their own.
    static var inTurn: Self { Turn() }
}
