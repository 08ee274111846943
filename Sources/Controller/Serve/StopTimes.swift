/// How the grace of a stop is divided.
struct StopTimes: Sendable, Equatable {
    /// While calls under way finish by themselves.
    var patience: Duration
    /// Afterwards: calls under way are ended, what they came to is recorded, and leases are given back.
    var last: Duration

    /// - Parameter grace: how long a stop may take in all.
    init(grace: Duration) {
        last = min(.seconds(5), grace / 3)
        patience = grace - last
    }
}
