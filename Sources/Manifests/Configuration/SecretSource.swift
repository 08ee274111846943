/// Where a secret is to be found; the secret itself never stands in a file of ours.
public struct SecretSource: Hashable, Sendable {
    /// A path.
    public var file: String?
    /// A variable's name.
    public var env: String?
    /// A name or an ARN in AWS Secrets Manager.
    public var secretsManager: String?
    /// Of Secrets Manager; nil for AWS's own setting.
    public var region: String?
    /// The key of a JSON object in Secrets Manager; nil takes the whole text.
    public var key: String?

    public init() {}

    public init(file: String) { self.file = file }
    public init(env: String) { self.env = env }
}

extension SecretSource: CustomStringConvertible {
    /// For people, such as `the file /run/token`.
    public var description: String {
        if let file { return "the file \(file)" }
        if let env { return "the variable \(env)" }
        return "the secret \(secretsManager ?? "")" + (key.map { " (\($0))" } ?? "")
    }
}

extension SecretSource: ManifestObject {
    static let fields: [ManifestField<SecretSource>] = [
        .optional("file", \.file, .line, "A file that holds it."),
        .optional("env", \.env, .line, "An environment variable that holds it."),
        .optional("secretsManager", \.secretsManager, .line, "The name or ARN of a secret in AWS Secrets Manager."),
        .optional("region", \.region, .region, "The region of Secrets Manager."),
        .optional("key", \.key, .line, "The key, when the secret holds a JSON object."),
    ]

    func validate(_ check: inout ManifestDecoder) {
        let given = ["file", "env", "secretsManager"].filter { check.isGiven($0) }
        if given.isEmpty {
            check.error("\(check.key) must say where the secret is: add one of file, env and secretsManager")
        } else if given.count > 1 {
            check.error("\(check.key) names several places: keep one of \(given.joined(separator: ", "))")
        } else if secretsManager == nil, let extra = ["region", "key"].first(where: { check.isGiven($0) }) {
            check.error("\(extra) is only for secretsManager: remove it", at: extra)
        }
    }
}

extension FieldType where Value == SecretSource {
    /// A secret by reference; a plain text there is refused without being shown.
    static let secret = FieldType<SecretSource>(
        schema: { ObjectSchema.members(of: SecretSource.fields) },
        decode: { node, decoder in
            guard case .scalar = node.content else { return decoder.object(node) }
            decoder.error(
                "\(decoder.key) is a secret and must not be written here: name where it is, such as { file: /run/secret } "
                    + "or { env: NAME }")
            return nil
        }
    )
}
