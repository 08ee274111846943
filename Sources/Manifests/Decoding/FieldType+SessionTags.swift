extension FieldType where Value == [String: String] {
    /// Tags of a role's session, by the rules of `Tags` of AssumeRole in the STS API reference: at most 50, names of 128
    /// characters, values of 256.
    static let sessionTags = FieldType(
        schema: {
            [
                ("type", .string("object")), ("maxProperties", .integer(50)),
                ("propertyNames", .object([("minLength", .integer(1)), ("maxLength", .integer(128))])),
                ("additionalProperties", .object([("type", .string("string")), ("maxLength", .integer(256))])),
            ]
        },
        decode: { node, decoder in
            guard case .mapping(let entries) = node.content else {
                decoder.expected("a mapping of tags", found: node)
                return nil
            }
            if entries.count > 50 {
                decoder.error("\(decoder.key) has \(entries.count) tags; a session takes 50 at most")
            }
            var tags: [String: String] = [:]
            for entry in entries {
                decoder.inside(key: entry.key, at: entry.keyPlace) { decoder in
                    if entry.key.lowercased().hasPrefix("aws:") {
                        decoder.error("tags that begin with aws: are AWS's own: choose another name")
                    } else if !isTagText(entry.key, lengths: 1...128) {
                        decoder.error("a tag's name has 1 to 128 letters, digits, spaces and _ . : / = + - @")
                    }
                }
                tags[entry.key] = decoder.inside(key: entry.key, at: entry.value.place) { decoder in
                    guard let text = decoder.text(entry.value) else { return nil }
                    guard isTagText(text, lengths: 0...256) else {
                        decoder.error("a tag's value has up to 256 letters, digits, spaces and _ . : / = + - @")
                        return nil
                    }
                    return text
                }
            }
            return tags
        }
    )

    private static func isTagText(_ text: String, lengths: ClosedRange<Int>) -> Bool {
        lengths.contains(text.unicodeScalars.count)
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || " _.:/=+-@".unicodeScalars.contains(scalar)
            }
    }
}
