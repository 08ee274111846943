/// A filter of EC2's Describe calls: the values are alternatives, several filters all have to hold.
struct EC2Filter: Codable, Sendable, Hashable {
    var name: String
    var values: [String]

    /// How many values a filter takes ("Filter by a list of values" in the EC2 User Guide, Resource filters).
    static let mostValues = 200

    init(_ name: String, _ values: [String]) {
        self.name = name
        self.values = values
    }
}
