import Model

/// A version of a database's engine, compared as far as the manifest says it.
///
/// `8.0` asks for any `8.0.x`, so that AWS's own minor upgrades are no drift: AWS's answer is taken for the value of
/// every depth (`x`, `x.y`, …), a manifest's for the one that it was written to.
public struct EngineVersion: FieldValue, Hashable {
    public let text: String
    private let isHeld: Bool

    /// What a manifest asks for.
    public init(_ text: String) { self.init(text, isHeld: false) }

    /// What AWS reports.
    static func held(_ text: String) -> EngineVersion { EngineVersion(text, isHeld: true) }

    private init(_ text: String, isHeld: Bool) {
        self.text = text
        self.isHeld = isHeld
    }

    public var fieldValue: Value? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let depths = isHeld ? Array(1...max(1, parts.count)) : [parts.count]
        let entries = depths.map { depth in
            (Self.name(of: depth), Value.string(parts.prefix(depth).joined(separator: ".")))
        }
        return .map(Dictionary(entries) { first, _ in first })
    }

    /// `x`, `x.y`, `x.y.z`, and numbers after that.
    private static func name(of depth: Int) -> String {
        let letters = ["x", "y", "z"]
        return (0..<depth).map { $0 < letters.count ? letters[$0] : String($0 + 1) }.joined(separator: ".")
    }
}
