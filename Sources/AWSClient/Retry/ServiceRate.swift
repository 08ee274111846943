import Foundation

/// The rate at which requests go to one service, which falls when the service throttles and then grows again.
///
/// It is the rate limiter of the AWS SDKs' adaptive retry mode: off until the first throttling, then a token bucket whose
/// rate drops to 0.7 of the measured rate and recovers along a cubic curve, as TCP CUBIC does. Times are in seconds of
/// one clock that never goes back.
struct ServiceRate: Sendable {
    private static let decrease = 0.7
    private static let scale = 0.4
    private static let smoothing = 0.8
    private static let slowestRate = 0.5

    private(set) var isLimiting = false
    /// Requests a second that are let through, while limiting.
    private(set) var allowedRate = 0.0
    private var tokens = 0.0
    private var lastFill: Double?
    private var measuredRate = 0.0
    private var measuredCount = 0
    private var measuredBucket: Double?
    private var rateBeforeThrottling = 0.0
    private var lastThrottling = 0.0
    private var growthTime = 0.0

    /// Takes a place in the line and returns how long to wait for it.
    mutating func reserve(at time: Double) -> Duration {
        guard isLimiting else { return .zero }
        fill(at: time)
        tokens -= 1
        guard tokens < 0 else { return .zero }
        return .milliseconds(Int64((-tokens / allowedRate * 1000).rounded(.up)))
    }

    mutating func succeeded(at time: Double) {
        measure(at: time)
        guard isLimiting else { return }
        let elapsed = time - lastThrottling - growthTime
        setRate(min(Self.scale * elapsed * elapsed * elapsed + rateBeforeThrottling, 2 * measuredRate), at: time)
    }

    mutating func throttled(at time: Double) {
        measure(at: time)
        let rate = isLimiting ? min(measuredRate, allowedRate) : measuredRate
        rateBeforeThrottling = rate
        growthTime = cbrt(rate * (1 - Self.decrease) / Self.scale)
        lastThrottling = time
        isLimiting = true
        setRate(rate * Self.decrease, at: time)
    }

    private mutating func setRate(_ rate: Double, at time: Double) {
        fill(at: time)
        allowedRate = max(rate, Self.slowestRate)
        tokens = min(tokens, max(allowedRate, 1))
    }

    private mutating func fill(at time: Double) {
        if let lastFill { tokens = min(max(allowedRate, 1), tokens + max(0, time - lastFill) * allowedRate) }
        lastFill = time
    }

    /// Counts answers in half seconds and smooths their rate.
    private mutating func measure(at time: Double) {
        let bucket = (time * 2).rounded(.down) / 2
        measuredCount += 1
        guard let last = measuredBucket else {
            measuredBucket = bucket
            return
        }
        guard bucket > last else { return }
        let current = Double(measuredCount) / (bucket - last)
        measuredRate = current * Self.smoothing + measuredRate * (1 - Self.smoothing)
        measuredCount = 0
        measuredBucket = bucket
    }
}
