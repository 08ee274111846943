extension FieldType where Value == SecretReference {
    /// A secret or a parameter by name or ARN.
    static let secretReference = FieldType(
        schema: {
            let forms =
                "secret/[A-Za-z0-9/_+=.@-]+(:[^:]*){0,3}|parameter/[A-Za-z0-9/_.-]+"
                + "|arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]+(:[^:]*){0,3}"
                + "|arn:aws[a-z-]*:ssm:[a-z0-9-]+:[0-9]{12}:parameter/[A-Za-z0-9/_.-]+"
            return [("type", .string("string")), ("pattern", .string("^(\(forms))$"))]
        },
        decode: { node, decoder in
            guard let text = decoder.text(node) else { return nil }
            switch SecretReference.parse(text) {
            case .success(let reference): return reference
            case .failure(let problem):
                decoder.error("\(decoder.key) \(problem.message)")
                return nil
            }
        }
    )
}

extension FieldType where Value == [String: SecretReference] {
    /// References by the variables that get the values.
    static let secretVariables = FieldType(
        schema: {
            [
                ("type", .string("object")),
                ("additionalProperties", .object(FieldType<SecretReference>.secretReference.schema())),
                ("propertyNames", VariableName.schema),
            ]
        },
        decode: { node, decoder in
            guard case .mapping(let entries) = node.content else {
                let hint = if case .sequence = node.content { ": write NAME: secret/… without dashes" } else { "" }
                decoder.error("\(decoder.key) must be a mapping of names and secrets, not \(node.description)\(hint)")
                return nil
            }
            var variables: [String: SecretReference] = [:]
            for entry in entries {
                decoder.inside(key: entry.key, at: entry.keyPlace) { checkName($0.key, &$0) }
                variables[entry.key] = decoder.inside(key: entry.key, at: entry.place) { decoder in
                    FieldType<SecretReference>.secretReference.decode(entry.value, &decoder)
                }
            }
            return variables
        }
    )

    private static func checkName(_ name: String, _ decoder: inout ManifestDecoder) {
        if name == "JUICE_CONFIG" {
            decoder.error("JUICE_CONFIG must not be in secrets: name its secret or parameter in config.valueFrom")
        } else if let objection = VariableName.objection(to: name, in: "secrets") {
            decoder.error(objection)
        }
    }
}
