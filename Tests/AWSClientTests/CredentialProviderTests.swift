import Synchronization
import Testing

@testable import AWSClient

@Suite("Renewal of credentials", .timeLimit(.minutes(1)))
struct CredentialProviderTests {
    private let action: AWSAction = "ec2:DescribeVpcs"

    /// A source that counts its loads and can be told to fail.
    private final class Source: Sendable {
        private let state = Mutex((loads: 0, fails: false))
        let clock: FakeClock

        init(clock: FakeClock) { self.clock = clock }

        var loads: Int { state.withLock { $0.loads } }
        func fail() { state.withLock { $0.fails = true } }

        func load() async throws(AWSError) -> Credentials {
            await Task.yield()
            let (count, fails) = state.withLock { state in
                state.loads += 1
                return (state.loads, state.fails)
            }
            if fails { throw AWSError(code: "AccessDenied", action: "sts:AssumeRole", message: "no") }
            return Credentials(
                accessKeyID: "KEY\(count)",
                secretAccessKey: Secret("s"),
                sessionToken: Secret("t"),
                expiration: clock.clock.now() + 3600
            )
        }
    }

    private func provider(_ source: Source) -> CredentialProvider {
        CredentialProvider(clock: source.clock.clock) { () async throws(AWSError) in try await source.load() }
    }

    @Test("however many ask at once, the source is asked once, at first and at renewal")
    func once() async throws {
        let source = Source(clock: FakeClock())
        let provider = provider(source)
        for round in 1...2 {
            let keys = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<100 { group.addTask { try await provider.current(for: self.action).accessKeyID } }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(keys == ["KEY\(round)"])
            #expect(source.loads == round)
            source.clock.advance(3600 - 299)
        }
    }

    @Test("credentials are renewed five minutes before their end and not earlier")
    func margin() async throws {
        let source = Source(clock: FakeClock())
        let provider = provider(source)
        _ = try await provider.current(for: action)
        source.clock.advance(3600 - 301)
        #expect(try await provider.current(for: action).accessKeyID == "KEY1")
        source.clock.advance(2)
        #expect(try await provider.current(for: action).accessKeyID == "KEY2")
    }

    @Test("when renewal fails the old ones serve until their end, and no longer")
    func failingRenewal() async throws {
        let source = Source(clock: FakeClock())
        let provider = provider(source)
        _ = try await provider.current(for: action)
        source.fail()
        source.clock.advance(3500)
        #expect(try await provider.current(for: action).accessKeyID == "KEY1")
        source.clock.advance(101)
        let error = await #expect(throws: AWSError.self) { try await provider.current(for: action) }
        #expect(error?.action == "sts:AssumeRole")
    }

    @Test("credentials that AWS calls expired are replaced at once")
    func discarded() async throws {
        let source = Source(clock: FakeClock())
        let provider = provider(source)
        let first = try await provider.current(for: action)
        #expect(await provider.discard(first))
        #expect(try await provider.current(for: action).accessKeyID == "KEY2")
        let fixed = Credentials(accessKeyID: "A", secretAccessKey: Secret("s"))
        #expect(await provider.discard(fixed) == false)
    }
}
