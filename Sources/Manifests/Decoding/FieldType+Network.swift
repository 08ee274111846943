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
    static let environmentVariables = FieldType(
        schema: {
            [
                ("type", .string("object")), ("additionalProperties", .object([("type", .string("string"))])),
                ("propertyNames", VariableName.schema),
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
                decoder.inside(key: entry.key, at: entry.keyPlace) { decoder in
                    if let objection = VariableName.objection(to: decoder.key, in: "an environment list") {
                        decoder.error(objection)
                    }
                }
                variables[entry.key] = decoder.inside(key: entry.key, at: entry.place) { $0.text(entry.value) }
            }
            return variables
        }
    )
}
