import Synchronization

/// Counts the requests that were sent to AWS, retries included, by action.
public final class AWSCallCounter: Sendable {
    private let counts = Mutex<[AWSAction: Int]>([:])
    private let throttles = Mutex<[AWSAction: Int]>([:])

    public init() {}

    /// The counts so far, keyed by the action's printed form, such as `ec2:DescribeVpcs`.
    public func snapshot() -> [String: Int] {
        counts.withLock { counts in
            Dictionary(counts.map { ($0.key.description, $0.value) }, uniquingKeysWith: +)
        }
    }

    /// All requests so far.
    public var total: Int {
        counts.withLock { $0.values.reduce(0, +) }
    }

    /// How often AWS turned a request away for coming too fast, keyed like `snapshot`.
    public func throttleSnapshot() -> [String: Int] {
        throttles.withLock { counts in
            Dictionary(counts.map { ($0.key.description, $0.value) }, uniquingKeysWith: +)
        }
    }

    func recordThrottle(_ action: AWSAction) {
        throttles.withLock { $0[action, default: 0] += 1 }
    }

    func record(_ action: AWSAction) {
        counts.withLock { $0[action, default: 0] += 1 }
    }
}
