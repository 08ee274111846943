/// A secret of Secrets Manager or a parameter of Systems Manager, as a manifest names it: never its value.
///
/// Written as `secret/NAME`, `parameter/NAME` or an ARN. Of a secret, `:KEY:STAGE:VERSION-ID` may follow, each of the
/// three empty or left out, as in ECS's `valueFrom`
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html).
public struct SecretReference: Hashable, Sendable {
    public var place: Place
    /// The key of a JSON secret whose value is meant; nil for the whole secret.
    public var jsonKey: String?
    /// A staging label other than `AWSCURRENT`.
    public var versionStage: String?
    public var versionID: String?

    public enum Place: Hashable, Sendable {
        /// A secret of the environment's account and region.
        case secret(String)
        case secretArn(String)
        /// A parameter of the environment's account and region.
        case parameter(String)
        case parameterArn(String)
    }

    public init(_ place: Place, jsonKey: String? = nil, versionStage: String? = nil, versionID: String? = nil) {
        self.place = place
        self.jsonKey = jsonKey
        self.versionStage = versionStage
        self.versionID = versionID
    }

    /// Whether it stays what it is when the secret changes.
    public var isPinned: Bool { versionStage.map { $0 != "AWSCURRENT" } ?? (versionID != nil) }

    /// What ECS wants after a secret's ARN.
    public var suffix: String {
        let parts = [jsonKey, versionStage, versionID]
        return parts.allSatisfy { $0 == nil } ? "" : ":" + parts.map { $0 ?? "" }.joined(separator: ":")
    }
}

extension SecretReference {
    /// Why a text is no reference, for people.
    struct Problem: Error, Equatable { let message: String }

    static func parse(_ text: String) -> Result<SecretReference, Problem> {
        if text.hasPrefix("secret/") {
            return secret(String(text.dropFirst("secret/".count)), of: Place.secret)
        }
        if text.hasPrefix("parameter/") {
            return parameter(String(text.dropFirst("parameter/".count))) { name in
                // A name with a path begins with a slash in Systems Manager.
                .parameter(name.contains("/") && !name.hasPrefix("/") ? "/" + name : name)
            }
        }
        guard let arn = ARN(text), arn.hasAccount, !arn.region.isEmpty else { return .failure(.unknownForm(text)) }
        if arn.service == "secretsmanager", arn.resource.hasPrefix("secret:") {
            let head = String(text.dropLast(arn.resource.utf8.count)) + "secret:"
            return secret(String(arn.resource.dropFirst("secret:".count))) { .secretArn(head + $0) }
        }
        if arn.service == "ssm", arn.resource.hasPrefix("parameter/") {
            return parameter(String(arn.resource.dropFirst("parameter/".count))) { _ in .parameterArn(text) }
        }
        return .failure(.unknownForm(text))
    }

    private static func secret(_ text: String, of place: (String) -> Place) -> Result<SecretReference, Problem> {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 4 else {
            return .failure(Problem(message: "has more than :KEY:STAGE:VERSION-ID after the secret's name"))
        }
        guard isName(parts[0], lengths: 1...512) else { return .failure(.noSecretName(parts[0])) }
        let pins = (parts.dropFirst() + ["", "", ""]).prefix(3).map { $0.isEmpty ? nil : $0 }
        if pins[1] != nil, pins[2] != nil {
            return .failure(
                Problem(message: "names a stage and a version id, of which ECS takes one: leave one of them empty"))
        }
        if let id = pins[2], !(32...64).contains(id.utf8.count) {
            return .failure(
                Problem(message: "has \(YAMLScalar.quoted(id)) for a version id, which has 32 to 64 characters"))
        }
        return .success(
            SecretReference(place(parts[0]), jsonKey: pins[0], versionStage: pins[1], versionID: pins[2]))
    }

    private static func parameter(_ text: String, of place: (String) -> Place) -> Result<SecretReference, Problem> {
        if let colon = text.firstIndex(of: ":") {
            return .failure(
                Problem(
                    message: "asks for \(YAMLScalar.quoted(String(text[colon...]))) of a parameter, but ECS takes a "
                        + "parameter as a whole and its newest version: remove that, or use a secret"))
        }
        guard isName(text, lengths: 1...1011), text != "/" else {
            return .failure(
                Problem(
                    message: "must have a parameter's name, letters, digits and / . - _, not \(YAMLScalar.quoted(text))"
                ))
        }
        return .success(SecretReference(place(text)))
    }

    /// From `Name` of CreateSecret, which takes all that a parameter's name may hold and more.
    static func isName(_ text: String, lengths: ClosedRange<Int>) -> Bool {
        lengths.contains(text.utf8.count) && text.consists(of: .letters, .digits, "/_+=.@-")
    }
}

extension SecretReference.Problem {
    fileprivate static func unknownForm(_ text: String) -> Self {
        Self(
            message: "must be secret/NAME, parameter/NAME or the ARN of a secret or a parameter, not "
                + YAMLScalar.quoted(text))
    }

    fileprivate static func noSecretName(_ text: String) -> Self {
        Self(message: "must have a secret's name, letters, digits and / _ + = . @ -, not \(YAMLScalar.quoted(text))")
    }
}

extension SecretReference: CustomStringConvertible {
    /// What ECS was told with `valueFrom`, where a manifest can say it: an ARN, or the name of a parameter of the same
    /// region.
    public init?(valueFrom text: String) {
        guard case .success(let reference) = Self.parse(text.hasPrefix("arn:") ? text : "parameter/" + text) else {
            return nil
        }
        self = reference
    }

    /// As a manifest says it.
    public var description: String {
        switch place {
        case .secret(let name): "secret/" + name + suffix
        case .secretArn(let arn): arn + suffix
        case .parameter(let name): "parameter/" + name
        case .parameterArn(let arn): arn
        }
    }
}
