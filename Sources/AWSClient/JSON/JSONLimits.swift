/// How much a JSON document may ask of the reader.
public struct JSONLimits: Sendable {
    /// How deep arrays and objects may nest.
    public var depth: Int
    /// How many bytes the document may have.
    public var bytes: Int
    /// How many values it may hold: a value of two bytes takes far more in memory.
    public var values: Int

    public init(depth: Int, bytes: Int, values: Int = 2_000_000) {
        self.depth = depth
        self.bytes = bytes
        self.values = values
    }

    /// 128 levels, 64 MiB and two million values, above what any AWS answer holds.
    public static let standard = JSONLimits(depth: 128, bytes: 64 << 20)
}
