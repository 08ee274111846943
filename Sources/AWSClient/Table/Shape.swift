/// The form of a structure, list or map on the wire. Scalars have no entry of their own: see `ShapeReference`.
enum Shape: Sendable {
    case structure([Member])
    case list(ShapeReference, flattened: Bool)
    case map(key: ShapeReference, value: ShapeReference, flattened: Bool)

    /// One member of a structure.
    struct Member: Sendable {
        /// The name in AWS's model.
        let name: String
        /// The name by which properties find the member.
        let lowercasedName: String
        let reference: ShapeReference
        let isRequired: Bool

        init(name: String, reference: ShapeReference, isRequired: Bool = false) {
            self.name = name
            lowercasedName = name.lowercased()
            self.reference = reference
            self.isRequired = isRequired
        }
    }
}
