extension FieldType where Value == AllowedSource {
    /// A network, a managed prefix list or a security group.
    static let allowedSource = FieldType(
        schema: {
            let network = "([0-9]{1,3}\\.){3}[0-9]{1,3}/[0-9]{1,2}|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*/[0-9]{1,3}"
            return [
                ("type", .string("string")), ("pattern", .string("^(\(network)|(pl|sg)-[0-9a-f]{8,17})$")),
            ]
        },
        decode: { node, decoder in
            guard let text = decoder.text(node) else { return nil }
            if let id = identifier(text, "pl-") { return .prefixList(id) }
            if let id = identifier(text, "sg-") { return .securityGroup(id) }
            if text.contains(":") { return version6(text, &decoder) }
            if CIDRBlock.parse(text) == .failure(.notation) {
                decoder.error(expectation(text, decoder.key))
                return nil
            }
            return FieldType<CIDRBlock>.cidr(0...32).decode(node, &decoder).map(AllowedSource.cidr)
        },
        encode: { .string($0.description) }
    )

    private static func identifier(_ text: String, _ prefix: String) -> String? {
        let digits = String(text.dropFirst(prefix.count))
        let isRight = text.hasPrefix(prefix) && (8...17).contains(digits.utf8.count)
        return isRight && digits.consists(of: "0123456789abcdef") ? text : nil
    }

    private static func version6(_ text: String, _ decoder: inout ManifestDecoder) -> AllowedSource? {
        switch IPv6Block.parse(text) {
        case .success(let block): return .cidrV6(block)
        case .failure(.hostBits(let block)):
            decoder.error(
                "\(decoder.key): \(text) is an address inside a network: write \(block) for the network, "
                    + "or \(text.prefix { $0 != "/" })/128 for the one address"
            )
        case .failure(.notation): decoder.error(expectation(text, decoder.key))
        }
        return nil
    }

    private static func expectation(_ text: String, _ key: String) -> String {
        "\(key) must be a network such as 10.0.0.0/8 or 2001:db8::/32, a prefix list pl-… or a security group sg-…, "
            + "not \(YAMLScalar.quoted(text))"
    }
}

extension FieldType where Value == String {
    /// Which of the predefined policies there are, AWS itself tells.
    static let tlsPolicy = text(pattern: "^ELBSecurityPolicy-[A-Za-z0-9-]+$", lengths: 19...256) { name in
        name.hasPrefix("ELBSecurityPolicy-") && name.consists(of: .letters, .digits, "-")
            ? nil : "a predefined security policy such as \(Node.LoadBalancer.defaultTLSPolicy)"
    }

    /// From "General purpose bucket naming rules" in the S3 User Guide.
    static let bucketName = text(pattern: "^[a-z0-9][a-z0-9.-]*[a-z0-9]$", lengths: 3...63) { name in
        let isRight =
            name.consists(of: .lowercase, .digits, ".-") && name.first?.isPunctuation == false
            && name.last?.isPunctuation == false && !name.contains("..")
        return isRight ? nil : "a bucket's name: lowercase letters, digits, inner dots and hyphens"
    }

    /// From "Access logs for your Application Load Balancer".
    static let logPrefix = text(pattern: "^[^/].*$", lengths: 1...512) { prefix in
        prefix.hasPrefix("/") || prefix.hasSuffix("/") || prefix.contains("AWSLogs")
            ? "a prefix without a slash at its ends and without AWSLogs" : nil
    }

    static let webACLArn = text(
        pattern: "^arn:aws[a-z-]*:wafv2:[a-z0-9-]+:[0-9]{12}:regional/webacl/.+$", lengths: 20...2048
    ) { text in
        let arn = ARN(text)
        let isRight =
            arn?.service == "wafv2" && arn?.region.isEmpty == false && arn?.hasAccount == true
            && arn?.resource.hasPrefix("regional/webacl/") == true && arn?.resource.hasSuffix("/") == false
        return isRight
            ? nil
            : "a regional web ACL's ARN such as "
                + "arn:aws:wafv2:ap-southeast-1:123456789012:regional/webacl/name/id"
    }
}
