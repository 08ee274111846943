import Synchronization

/// Gathers figures from everywhere and tells them in Prometheus' text format.
///
/// Memory is bounded by the number of distinct label values, so labels hold only what the manifests or AWS's own list of
/// actions name.
public final class MetricsRegistry: Sendable {
    private struct Series {
        var value = 0.0
        /// Of a histogram: how many observations lie at or below each bound.
        var counts: [Int] = []
        var total = 0
    }

    private struct Family {
        var metric: Metric
        var series: [[String: String]: Series] = [:]
    }

    private let families = Mutex<[String: Family]>([:])

    public init() {}

    /// Adds to a counter or a gauge.
    public func add(_ metric: Metric, _ amount: Double = 1, _ labels: [String: String] = [:]) {
        change(metric, labels) { $0.value += amount }
    }

    /// Sets a gauge, or a counter that somebody else counts.
    public func set(_ metric: Metric, _ value: Double, _ labels: [String: String] = [:]) {
        change(metric, labels) { $0.value = value }
    }

    /// Notes one observation of a histogram.
    public func observe(_ metric: Metric, _ value: Double, _ labels: [String: String] = [:]) {
        change(metric, labels) { series in
            if series.counts.isEmpty { series.counts = Array(repeating: 0, count: metric.buckets.count) }
            for (index, bound) in metric.buckets.enumerated() where value <= bound { series.counts[index] += 1 }
            series.value += value
            series.total += 1
        }
    }

    /// Forgets the series with these labels, as of an environment that is gone.
    public func remove(_ metric: Metric, _ labels: [String: String]) {
        families.withLock { _ = $0[metric.name]?.series.removeValue(forKey: labels) }
    }

    private func change(_ metric: Metric, _ labels: [String: String], _ body: (inout Series) -> Void) {
        families.withLock { families in
            body(&families[metric.name, default: Family(metric: metric)].series[labels, default: Series()])
        }
    }

    /// Everything, in Prometheus' text format 0.0.4, sorted.
    public func text() -> String {
        families.withLock { families in
            families.values.sorted { $0.metric.name < $1.metric.name }.map(Self.text).joined()
        }
    }

    private static func text(_ family: Family) -> String {
        let metric = family.metric
        guard !family.series.isEmpty else { return "" }
        var text = "# HELP \(metric.name) \(escaped(metric.help, quotes: false))\n"
        text += "# TYPE \(metric.name) \(metric.kind.rawValue)\n"
        let sorted = family.series.map { (labels: $0.key.sorted { $0.key < $1.key }, series: $0.value) }
            .sorted { render($0.labels) < render($1.labels) }
        for (labels, series) in sorted {
            guard metric.kind == .histogram else {
                text += "\(metric.name)\(render(labels)) \(number(series.value))\n"
                continue
            }
            for (bound, count) in zip(metric.buckets, series.counts) {
                text += "\(metric.name)_bucket\(render(labels + [("le", number(bound))])) \(count)\n"
            }
            text += "\(metric.name)_bucket\(render(labels + [("le", "+Inf")])) \(series.total)\n"
            text += "\(metric.name)_sum\(render(labels)) \(number(series.value))\n"
            text += "\(metric.name)_count\(render(labels)) \(series.total)\n"
        }
        return text
    }

    private static func render(_ labels: [(key: String, value: String)]) -> String {
        guard !labels.isEmpty else { return "" }
        return "{" + labels.map { "\($0.key)=\"\(escaped($0.value, quotes: true))\"" }.joined(separator: ",") + "}"
    }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        var result = text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        if quotes { result = result.replacing("\"", with: "\\\"") }
        return result
    }

    private static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
        return Int64(exactly: value).map(String.init) ?? "\(value)"
    }
}
