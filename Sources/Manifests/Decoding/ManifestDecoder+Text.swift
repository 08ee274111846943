extension ManifestDecoder {
    /// The text of a scalar; nil after having reported that it is something else.
    ///
    /// What looks like a number or a boolean must be quoted, for other YAML readers, editors among them, would read
    /// `0042` as 34 and `no` as false.
    mutating func text(_ node: YAMLNode) -> String? {
        guard case .scalar(let scalar) = node.content else {
            expected("a text", found: node)
            return nil
        }
        switch scalar.meaning {
        case .text: return scalar.text
        case .null:
            error("\(key) has no value: write one, or remove the key")
        case .integer, .number:
            let lost = scalar.text.consists(of: .digits) ? "leading zeros are lost" : "its spelling is lost"
            let loss = scalar.text.utf8.count > 1 ? " (without them, \(lost))" : ""
            let quoted = YAMLScalar.quoted(scalar.text)
            error("\(key) must be a text, not \(scalar.description): put it in quotes, \(quoted)\(loss)")
        case .boolean, .ambiguousBoolean:
            error("\(key) must be a text, not \(scalar.description): put it in quotes, \"\(scalar.text)\"")
        }
        return nil
    }

    /// Reports a role of another account, and an external id or session tags without a role.
    mutating func roleBelongs(_ roleArn: String?, externalId: String?, to account: String) {
        if externalId != nil, roleArn == nil, isSound("roleArn") {
            error("externalId has no effect without roleArn: add the role, or remove externalId", at: "externalId")
        }
        if isGiven("sessionTags"), roleArn == nil, isSound("roleArn") {
            error("sessionTags have no effect without roleArn: add the role, or remove them", at: "sessionTags")
        }
        guard let roleArn, isSound("roleArn", "account"), let arn = ARN(roleArn), arn.account != account else { return }
        error("the role is of account \(arn.account), but account is \(account): one of them is wrong", at: "roleArn")
    }
}
