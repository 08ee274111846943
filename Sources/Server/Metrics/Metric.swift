/// One figure that the controller tells, by Prometheus' rules for names.
public struct Metric: Sendable, Hashable {
    public enum Kind: String, Sendable { case counter, gauge, histogram }

    public var name: String
    public var kind: Kind
    /// One line for people.
    public var help: String
    /// Upper bounds of a histogram's buckets, rising, without the infinite one.
    public var buckets: [Double]

    public init(_ name: String, _ kind: Kind, _ help: String, buckets: [Double] = []) {
        self.name = name
        self.kind = kind
        self.help = help
        self.buckets = buckets
    }
}
