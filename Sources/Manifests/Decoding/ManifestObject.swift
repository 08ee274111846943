/// A mapping in a manifest that has a type of its own.
///
/// Implementation guidance: the struct's default values are the manifest's defaults, they reach the schema from there.
/// What one value alone can tell wrong belongs in its `FieldType`; `validate` looks at several together, and asks
/// `isSound` first, since it is called for a broken object too.
protocol ManifestObject: Hashable, Sendable {
    /// All defaults, and blanks for what is required.
    init()

    /// One row per key, in the order of the schema.
    static var fields: [ManifestField<Self>] { get }

    /// Keys that a later version will have, each with what to say of it.
    static var laterKeys: [String: String] { get }

    /// Reports what is wrong with the values together.
    func validate(_ check: inout ManifestDecoder)
}

extension ManifestObject {
    static var laterKeys: [String: String] { [:] }
    func validate(_ check: inout ManifestDecoder) {}
}
