/// How much a JSON document may ask of the reader.
public struct JSONLimits: Sendable {
    /// How deep arrays and objects may nest.
    public var depth: Int
    /// How many bytes the document may have.
    public var bytes: Int

    public init(depth: Int, bytes: Int) {
        self.depth = depth
        self.bytes = bytes
    }

    /// 128 levels and 64 MiB, above what any AWS answer holds.
    public static let standard = JSONLimits(depth: 128, bytes: 64 << 20)
}
