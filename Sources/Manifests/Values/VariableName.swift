/// The names of a container's environment variables.
enum VariableName {
    /// Plumbline sets these itself; the seed forbids the first to its users.
    static let reserved = [
        "JUICE_CONFIG": "Plumbline points it at the service's own secret",
        "PORT": "Plumbline sets it from service.port",
        "ALB_HOST": "Plumbline sets it to the load balancer's host",
    ]

    /// What a schema says of the names.
    static var schema: JSON {
        .object([
            ("pattern", .string("^[A-Za-z_][A-Za-z0-9_.-]*$")),
            ("not", .object([("enum", .array(reserved.keys.sorted().map(JSON.string)))])),
        ])
    }

    /// What is wrong with a name; nil when nothing is.
    static func objection(to name: String, in list: String) -> String? {
        let first = name.utf8.first.map { CharacterClass.letters.contains($0) || $0 == UInt8(ascii: "_") }
        if let reason = reserved[name] { return "\(name) must not be in \(list): \(reason). Remove it" }
        guard first != true || !name.consists(of: .letters, .digits, "_.-") else { return nil }
        return "\(YAMLScalar.quoted(name)) is no environment variable's name: use letters, digits and _, "
            + "not beginning with a digit"
    }
}
