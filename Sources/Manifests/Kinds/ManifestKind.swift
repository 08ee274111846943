/// A kind of manifest: its keys, its defaults, its own validation, and where a set holds it.
///
/// Implementation guidance: a new kind is one file, one line in `ManifestKinds.all`, one array in `ManifestSet`. What
/// concerns several manifests belongs in a check of its own in `Validation/`.
protocol ManifestKind: ManifestObject {
    /// The document's `kind`.
    static var kind: String { get }
    /// What it is, in one sentence.
    static var summary: String { get }
    /// The rows of `metadata`; those of `spec` are in `fields`.
    static var metadata: [ManifestField<Self>] { get }
    static var storage: WritableKeyPath<ManifestSet, [Self]> { get }
    var key: ManifestKey { get }
}

/// The kinds that there are.
enum ManifestKinds {
    static let apiVersion = "plumbline.dev/v1"

    static let all: [any ManifestKind.Type] = [
        Environment.self,
        Repository.self,
        Node.self,
        Extra.self,
        Database.self,
        Cache.self,
        Pipeline.self,
        SuspensionOrder.self,
        Approval.self,
    ]

    static func named(_ name: String) -> (any ManifestKind.Type)? { all.first { $0.kind == name } }
}
