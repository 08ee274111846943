extension FieldType where Value == String {
    /// A database's or cache's name: part of an identifier that begins with a letter and has no double hyphens, and of
    /// variables' names.
    static let storeName = text(pattern: "^[a-z]([a-z0-9]|-[a-z0-9])*$", lengths: 1...60) { name in
        let isRight =
            name.consists(of: .lowercase, .digits, "-") && name.first?.isLetter == true && !name.hasSuffix("-")
            && !name.contains("--")
        return isRight ? nil : "lowercase letters, digits and single inner hyphens, beginning with a letter"
    }

    static let engineVersion = text(pattern: "^[0-9]+(\\.[A-Za-z0-9_]+)*$", lengths: 1...40) { version in
        let parts = version.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let isRight =
            parts.first.map { !$0.isEmpty && $0.consists(of: .digits) } == true
            && parts.allSatisfy { !$0.isEmpty && $0.consists(of: .letters, .digits, "_") }
        return isRight ? nil : "a version such as \"8.0\" or \"16.4\""
    }

    static let databaseClass = machineClass("db")
    static let cacheClass = machineClass("cache")

    private static func machineClass(_ service: String) -> FieldType {
        FieldType(
            schema: { [("type", .string("string")), ("pattern", .string("^\(service)\\.[a-z0-9]+\\.[a-z0-9]+$"))] },
            decode: { node, decoder in
                guard let text = decoder.text(node) else { return nil }
                if let objection = MachineClass.objection(to: text, of: service) {
                    decoder.error("\(decoder.key) \(objection)")
                }
                return text
            },
            encode: { .string($0) }
        )
    }

    /// By the rules that all engines share (`DBName` of CreateDBInstance in the RDS API reference).
    static let databaseName = text(pattern: "^[A-Za-z][A-Za-z0-9_]*$", lengths: 1...63) { name in
        let isRight = name.consists(of: .letters, .digits, "_") && name.first?.isLetter == true
        return isRight ? nil : "letters, digits and _, beginning with a letter"
    }

    /// By the rules that all engines share (`MasterUsername` of CreateDBInstance in the RDS API reference).
    static let databaseUser = text(pattern: "^[A-Za-z][A-Za-z0-9_]*$", lengths: 1...16) { name in
        guard name.lowercased() != "rdsadmin" else { return "a name of your own: RDS keeps rdsadmin for itself" }
        let isRight = name.consists(of: .letters, .digits, "_") && name.first?.isLetter == true
        return isRight ? nil : "letters, digits and _, beginning with a letter"
    }
}

extension FieldType where Value == StoreUse {
    static let storeUse = FieldType(
        schema: {
            [("type", .string("string")), ("pattern", .string("^(database|cache)/[a-z]([a-z0-9]|-[a-z0-9])*$"))]
        },
        decode: { node, decoder in
            guard let text = decoder.text(node) else { return nil }
            if let use = StoreUse(text) { return use }
            let kinds = StoreUse.Kind.allCases.map(\.rawValue)
            let kind = String(text.prefix { $0 != "/" })
            let hint = text.contains("/") ? Suggestion.phrase(for: kind, among: kinds) : ""
            decoder.error("\(decoder.key) lists database/NAME and cache/NAME, not \(YAMLScalar.quoted(text))\(hint)")
            return nil
        },
        encode: { .string($0.description) }
    )
}
