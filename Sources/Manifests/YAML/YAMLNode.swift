/// Where a value stands: a file by its number in the run's list of files, a line and a column from 1.
struct Place: Hashable, Sendable {
    var file: Int32
    var line: Int32
    var column: Int32
}

/// A YAML value and where it was written. Copies share their content, so an alias costs nothing.
struct YAMLNode: Sendable {
    enum Content: Sendable {
        case scalar(YAMLScalar)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    /// A key of a mapping with its value; keys are unique within a mapping.
    struct Entry: Sendable {
        var key: String
        var keyPlace: Place
        var value: YAMLNode

        /// Where a problem of the value is shown: at the key when the value begins on a later line, or is nothing.
        var place: Place {
            switch value.content {
            case .scalar(let scalar): scalar.isPlain && scalar.text.isEmpty ? keyPlace : value.place
            case .sequence, .mapping: keyPlace
            }
        }
    }

    var content: Content
    var place: Place
    /// How many nodes there are in it with all aliases followed, itself included.
    var size = 1
    /// How many levels of collections there are in it, with all aliases followed.
    var height = 0

    /// What the value is, for a person: `the number 5`, `a list`.
    var description: String {
        switch content {
        case .scalar(let scalar): scalar.description
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }

    var isNull: Bool {
        if case .scalar(let scalar) = content { scalar.meaning == .null } else { false }
    }

    /// The key with its value, when this is a mapping that has it.
    func entry(_ key: String) -> Entry? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.first { $0.key == key }
    }
}
