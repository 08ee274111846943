extension FieldType where Value == CIDRBlock {
    static func cidr(_ prefixLengths: ClosedRange<Int>) -> FieldType {
        FieldType(
            schema: {
                [("type", .string("string")), ("pattern", .string("^([0-9]{1,3}\\.){3}[0-9]{1,3}/[0-9]{1,2}$"))]
            },
            decode: { node, decoder in
                guard let text = decoder.text(node) else { return nil }
                switch CIDRBlock.parse(text) {
                case .success(let block):
                    if prefixLengths.contains(block.prefixLength) { return block }
                    let (low, high) = (prefixLengths.lowerBound, prefixLengths.upperBound)
                    decoder.error("\(decoder.key) must be a network from /\(low) to /\(high), not \(block)")
                case .failure(.hostBits(let block)):
                    decoder.error(
                        "\(decoder.key): \(text) is an address inside a network: write \(block) for the network, "
                            + "or \(text.prefix { $0 != "/" })/32 for the one address"
                    )
                case .failure(.notation):
                    decoder.error(
                        "\(decoder.key) must be an IPv4 network such as 10.0.0.0/8, not \(YAMLScalar.quoted(text))"
                    )
                }
                return nil
            },
            encode: { .string($0.description) }
        )
    }
}

extension FieldType where Value == String {
    static let healthCheckPath = text(pattern: "^/[!-~]*$", lengths: 1...1024) { path in
        path.hasPrefix("/") && path.utf8.allSatisfy { (0x21...0x7E).contains($0) }
            ? nil : "a path that begins with / and has no spaces"
    }

    /// From "Path conditions" in "Listener rules for your Application Load Balancer".
    static let pathPattern = text(pattern: "^/[A-Za-z0-9_.$/~\"'@:+&*?-]*$", lengths: 1...128) { path in
        path.hasPrefix("/") && path.consists(of: .letters, .digits, "_-.$/~\"'@:+&*?")
            ? nil : "a path pattern that begins with / and has only letters, digits and _ - . $ / ~ \" ' @ : + & * ?"
    }
}

extension FieldType where Value == [String: String] {
    /// Plumbline sets these itself; the seed forbids the first to its users.
    private static let reserved = [
        "JUICE_CONFIG": "Plumbline points it at the service's own secret",
        "PORT": "Plumbline sets it from service.port",
        "ALB_HOST": "Plumbline sets it to the load balancer's host",
    ]

    static let environmentVariables = FieldType(
        schema: {
            let names = reserved.keys.sorted().map(JSON.string)
            return [
                ("type", .string("object")), ("additionalProperties", .object([("type", .string("string"))])),
                (
                    "propertyNames",
                    .object([
                        ("pattern", .string("^[A-Za-z_][A-Za-z0-9_.-]*$")),
                        ("not", .object([("enum", .array(names))])),
                    ])
                ),
            ]
        },
        decode: { node, decoder in
            guard case .mapping(let entries) = node.content else {
                let hint = if case .sequence = node.content { ": write NAME: \"value\" without dashes" } else { "" }
                decoder.error("\(decoder.key) must be a mapping of names and texts, not \(node.description)\(hint)")
                return nil
            }
            var variables: [String: String] = [:]
            for entry in entries {
                decoder.inside(key: entry.key, at: entry.keyPlace) { checkName($0.key, &$0) }
                variables[entry.key] = decoder.inside(key: entry.key, at: entry.place) { $0.text(entry.value) }
            }
            return variables
        }
    )

    private static func checkName(_ name: String, _ decoder: inout ManifestDecoder) {
        let first = name.utf8.first.map { CharacterClass.letters.contains($0) || $0 == UInt8(ascii: "_") }
        if let reason = reserved[name] {
            decoder.error("\(name) must not be in an environment list: \(reason). Remove it")
        } else if first != true || !name.consists(of: .letters, .digits, "_.-") {
            decoder.error(
                "\(YAMLScalar.quoted(name)) is no environment variable's name: use letters, digits and _, "
                    + "not beginning with a digit"
            )
        }
    }
}
