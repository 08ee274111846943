import Model

/// A filter of EC2's Describe calls: the values are alternatives, several filters all have to hold.
struct EC2Filter: Codable, Sendable, Hashable {
    var name: String
    var values: [String]

    init(_ name: String, _ values: [String]) {
        self.name = name
        self.values = values
    }
}

extension [EC2Filter] {
    /// Exactly the resource that carries this declaration's ownership tags.
    static func owned<Attributes>(_ desired: Desired<Attributes>) -> [EC2Filter] {
        [OwnershipTag.installation, OwnershipTag.address].compactMap { key in
            desired.tags[key].map { EC2Filter("tag:\(key)", [$0]) }
        }
    }
}
