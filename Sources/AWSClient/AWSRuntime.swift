import Synchronization

/// What the clients of one process share: connections, the retry budget, the rates, the clock and the counter.
final class AWSRuntime: Sendable {
    let configuration: AWSConfiguration
    let clock: ClientClock
    let transport: HTTPTransport
    let signer = SigV4Signer()
    let calls = AWSCallCounter()
    let places = CallPlaces(HTTPTransport.connections)
    private let budget = Mutex(RetryTokenBucket())
    private let rates = Mutex<[RateKey: ServiceRate]>([:])
    private let budgets = Mutex(RequestBudgets<RateKey>())
    private let skew = Mutex(0.0)

    /// AWS limits the requests of an account by service and region.
    private struct RateKey: Hashable {
        let service: String
        let region: String
        /// Of its calls, those that AWS counts together; empty for all.
        var bucket = ""
    }

    init(configuration: AWSConfiguration, clock: ClientClock) throws(AWSError) {
        self.configuration = configuration
        self.clock = clock
        transport = HTTPTransport(connectTimeout: configuration.connectTimeout, caBundle: configuration.caBundle)
    }

    func shutdown() async {
        await transport.shutdown()
    }

    /// AWS's time as far as it is known, in seconds since 1970.
    var signingTime: Double { clock.now() + skew.withLock { $0 } }

    /// Sets the clock by a server's, and tells whether it was off by so much that a signature fails for it.
    func correctClock(by serverTime: Double) -> Bool {
        let offset = serverTime - clock.now()
        return skew.withLock { skew in
            guard abs(offset - skew) > 240 else { return false }
            skew = offset
            return true
        }
    }

    func decide(_ state: inout RetryState, _ error: AWSError, retryAfter: Duration?) -> RetryState.Decision {
        let random = clock.random()
        return budget.withLock { state.failed(error, retryAfter: retryAfter, budget: &$0, random: random) }
    }

    func noteSuccess(_ state: RetryState, service: String, region: String) {
        budget.withLock { $0.giveBack(state.taken) }
        let time = clock.uptime()
        rates.withLock { $0[RateKey(service: service, region: region), default: ServiceRate()].succeeded(at: time) }
    }

    func noteThrottling(service: String, region: String) {
        let time = clock.uptime()
        rates.withLock { $0[RateKey(service: service, region: region), default: ServiceRate()].throttled(at: time) }
    }

    /// How long the next request to a service has to wait for its place, by what the service's answers taught.
    func reserve(service: String, region: String) -> Duration {
        let time = clock.uptime()
        return rates.withLock {
            $0[RateKey(service: service, region: region), default: ServiceRate()].reserve(at: time)
        }
    }

    /// Takes what a request needs of AWS's published limits, where it is AWS itself that answers.
    /// - Returns: nil when it may be sent now, else how long to wait before asking again.
    func takeBudget(_ action: AWSAction, service: String, at endpoint: Endpoint) -> Duration? {
        guard endpoint.isAWS else { return nil }
        let limits = PublishedLimits.buckets(of: action)
        guard !limits.isEmpty else { return nil }
        let keys = limits.map {
            (RateKey(service: service, region: endpoint.signingRegion, bucket: $0.key), $0.value)
        }
        let time = clock.uptime()
        return budgets.withLock { $0.take(Dictionary(uniqueKeysWithValues: keys), at: time) }
    }
}
