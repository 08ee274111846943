import Foundation

extension FieldType where Value == InstanceType {
    static let instanceType = FieldType(
        schema: {
            [("type", .string("string")), ("pattern", .string("^[a-z][a-z-]*[0-9][a-z0-9-]*\\.[a-z0-9-]+$"))]
        },
        decode: { node, decoder in
            guard let text = decoder.text(node) else { return nil }
            if let type = InstanceType(text) { return type }
            decoder.error(
                "\(decoder.key) must be a machine type of EC2 such as t3.small, not \(YAMLScalar.quoted(text))"
            )
            return nil
        },
        encode: { .string($0.description) }
    )
}

extension FieldType where Value == String {
    /// A public SSH key as it stands in a `.pub` file.
    ///
    /// What is wrong is never shown: somebody may have taken the private key's file by mistake.
    static let publicKey = FieldType(
        schema: {
            [
                ("type", .string("string")),
                ("pattern", .string("^(ssh-ed25519|ssh-rsa) [A-Za-z0-9+/]+={0,2}( .*)?\\s*$")),
            ]
        },
        decode: { node, decoder in
            guard case .scalar(let scalar) = node.content else {
                decoder.error("\(decoder.key) must be one line of text, \(example)")
                return nil
            }
            let text = scalar.text.trimmingCharacters(in: .whitespacesAndNewlines)
            if let objection = publicKeyObjection(to: text) {
                decoder.error("\(decoder.key) \(objection)")
                return nil
            }
            return text
        }
    )

    private static let example = "as in the file that ends with .pub: ssh-ed25519 AAAA…"

    /// From "Requirements for key pairs" in the EC2 User Guide; nil for a key that EC2 may take.
    fileprivate static func publicKeyObjection(to text: String) -> String? {
        if text.isEmpty { return "must not be empty: write the public key, \(example)" }
        let capitals = text.uppercased()
        if capitals.contains("PRIVATE KEY") || capitals.hasPrefix("PUTTY-USER-KEY") {
            return "holds a private key. Plumbline never takes one: write the public key, \(example). If this was "
                + "committed, the key is known to all who can read the repository: make a new one"
        }
        if capitals.hasPrefix("---- BEGIN SSH2") || capitals.hasPrefix("-----BEGIN") {
            return "must be in the form of OpenSSH, \(example); `ssh-keygen -i` converts it"
        }
        guard !text.contains(where: \.isNewline) else { return "must be one line, \(example)" }
        let parts = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
        guard parts.count >= 2, parts[0].hasPrefix("ssh-") || parts[0].contains("ecdsa") || parts[0].hasPrefix("sk-")
        else { return "must be one line of a public key, \(example)" }
        guard ["ssh-ed25519", "ssh-rsa"].contains(parts[0]) else {
            return "is of a kind that EC2 does not take: make an ed25519 or an RSA key"
        }
        guard let bytes = Data(base64Encoded: parts[1]), bytes.dropFirst(4).starts(with: parts[0].utf8) else {
            return "is cut off or mistyped: copy the whole line of the file that ends with .pub"
        }
        return nil
    }
}

extension Environment.Cluster.EC2Capacity {
    /// Whether a text could be `publicKey`.
    public static func accepts(publicKey text: String) -> Bool {
        FieldType<String>.publicKeyObjection(to: text) == nil
    }
}
