extension FieldType where Value == String {
    /// A text that a rule holds for; the rule answers what the text must be instead, or nil when it is right.
    static func text(
        pattern: String? = nil,
        lengths: ClosedRange<Int>? = nil,
        _ rule: @escaping @Sendable (String) -> String?
    ) -> FieldType {
        FieldType(
            schema: {
                var members: [(String, JSON)] = [("type", .string("string"))]
                if let pattern { members.append(("pattern", .string(pattern))) }
                if let lengths {
                    if lengths.lowerBound > 0 { members.append(("minLength", .integer(lengths.lowerBound))) }
                    members.append(("maxLength", .integer(lengths.upperBound)))
                }
                return members
            },
            decode: { node, decoder in
                guard let text = decoder.text(node) else { return nil }
                if let lengths, !lengths.contains(text.unicodeScalars.count) {
                    let count = text.unicodeScalars.count
                    decoder.error(
                        text.isEmpty
                            ? "\(decoder.key) must not be empty"
                            : "\(decoder.key) must have \(lengths.lowerBound) to \(lengths.upperBound) characters, "
                                + "but has \(count)"
                    )
                } else if let expectation = rule(text) {
                    decoder.error("\(decoder.key) must be \(expectation), not \(YAMLScalar.quoted(text))")
                }
                return text
            },
            encode: { .string($0) }
        )
    }

    /// A name that becomes part of the names of AWS resources.
    static let name = text(pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", lengths: 1...64) { name in
        let isRight = name.consists(of: .lowercase, .digits, "-") && !name.hasPrefix("-") && !name.hasSuffix("-")
        return isRight ? nil : "lowercase letters, digits and inner hyphens"
    }

    static let prefix = text(pattern: "^([a-z0-9][a-z0-9-]*)?$", lengths: 0...24) { prefix in
        let isRight = prefix.consists(of: .lowercase, .digits, "-") && !prefix.hasPrefix("-")
        return isRight ? nil : "lowercase letters, digits and hyphens, not beginning with a hyphen"
    }

    static let region = text(pattern: "^[a-z]{2,4}(-[a-z]+){1,3}-[0-9]{1,2}$") { region in
        let parts = region.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard (3...5).contains(parts.count), let first = parts.first, let last = parts.last,
            (2...4).contains(first.count), (1...2).contains(last.count), last.consists(of: .digits),
            parts.dropLast().allSatisfy({ !$0.isEmpty && $0.consists(of: .lowercase) })
        else { return "an AWS region such as ap-southeast-1" }
        return nil
    }

    static let account = text(pattern: "^[0-9]{12}$") { account in
        account.utf8.count == 12 && account.consists(of: .digits) ? nil : "an AWS account's twelve digits"
    }

    static let roleArn = text(pattern: "^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$", lengths: 20...2048) { text in
        let arn = ARN(text)
        let isRight =
            arn?.service == "iam" && arn?.region == "" && arn?.hasAccount == true
            && arn?.resource.hasPrefix("role/") == true && arn?.resource.hasSuffix("/") == false
        return isRight ? nil : "a role's ARN such as arn:aws:iam::123456789012:role/plumbline"
    }

    static let certificateArn = text(pattern: "^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/.+$") { text in
        let arn = ARN(text)
        let isRight =
            arn?.service == "acm" && arn?.region.isEmpty == false && arn?.hasAccount == true
            && arn?.resource.hasPrefix("certificate/") == true && arn?.resource.hasSuffix("/") == false
        return isRight ? nil : "an ACM certificate's ARN such as arn:aws:acm:ap-southeast-1:123456789012:certificate/…"
    }

    /// From the `ExternalId` of AssumeRole in the STS API reference.
    static let externalId = text(pattern: "^[A-Za-z0-9_+=,.@:/-]+$", lengths: 2...1224) { id in
        id.consists(of: .letters, .digits, "_+=,.@:/-") ? nil : "letters, digits and _+=,.@:/-"
    }

    static let email = text(pattern: "^[^@ ]+@[^@ ]+$", lengths: 3...256) { address in
        let halves = address.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty }), !address.contains(" ") else {
            return "an e-mail address such as ops@example.com"
        }
        return tagValueRule(address)
    }

    /// A tag's value, by the rules that all services share ("Tag naming limits and requirements").
    static let tagValue = text(lengths: 1...256) { tagValueRule($0) }

    private static func tagValueRule(_ text: String) -> String? {
        let isRight = text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || " _.:/=+-@".unicodeScalars.contains(scalar)
        }
        return isRight ? nil : "fit for an AWS tag (letters, digits, spaces and _ . : / = + - @)"
    }
}

/// The parts of an Amazon Resource Name.
struct ARN {
    let service: String
    let region: String
    let account: String
    let resource: String

    var hasAccount: Bool { account.utf8.count == 12 && account.consists(of: .digits) }

    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == "arn", parts[1].hasPrefix("aws") else { return nil }
        (service, region, account, resource) = (parts[2], parts[3], parts[4], parts[5])
    }
}
