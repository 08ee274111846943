/// Pages, API and health.
public struct ServerOptions: Hashable, Sendable {
    public var listen = ListenAddress(host: "0.0.0.0", port: 8080)
    /// The address at which people reach it.
    public var url: String?
    public var tokens: [TokenSetting] = []
    public var trustedProxy: ProxySetting?
    /// Connections that may be open at once.
    public var connections = 500

    public init() {}
}

extension ServerOptions: ManifestObject {
    static let fields: [ManifestField<ServerOptions>] = [
        .optional("listen", \.listen, .listen, "HOST:PORT; port 0 takes a free one."),
        .optional("url", \.url, .webAddress, "The address at which people reach it."),
        .optional("tokens", \.tokens, .list(of: .object()), "Who may read, and who may act."),
        .optional("trustedProxy", \.trustedProxy, .object(), "A proxy that says who asks."),
        .optional("connections", \.connections, .integer(10...100_000), "Connections that may be open at once."),
    ]

    func validate(_ check: inout ManifestDecoder) {
        let names = tokens.map(\.name)
        for (index, name) in names.enumerated() where names[..<index].contains(name) && !name.isEmpty {
            check.error("two tokens have the name \(name): rename one", at: "tokens[\(index)].name")
        }
    }
}

/// What the holder of a token may do.
public enum TokenRight: String, Hashable, Sendable, CaseIterable { case read, act }

/// A bearer token of the API and the pages.
public struct TokenSetting: Hashable, Sendable {
    public var name = ""
    public var token = SecretSource()
    public var rights: [TokenRight] = [.read]

    public init() {}
}

extension TokenSetting: ManifestObject {
    static let fields: [ManifestField<TokenSetting>] = [
        .required("name", \.name, .line, "Whose it is, for the log."),
        .required("token", \.token, .secret, "The token."),
        .optional("rights", \.rights, .list(of: .choice()), "What it allows: read, act."),
    ]
}

/// A proxy in front that has asked people who they are.
public struct ProxySetting: Hashable, Sendable {
    /// The header with the person's name.
    public var header = ""
    /// The proxy's addresses, as CIDR ranges.
    public var from: [String] = []
    public var rights: [TokenRight] = [.read]

    public init() {}
}

extension ProxySetting: ManifestObject {
    static let fields: [ManifestField<ProxySetting>] = [
        .required("header", \.header, .line, "The header with the person's name."),
        .required("from", \.from, .list(of: .addressRange), "The proxy's addresses, as CIDR ranges."),
        .optional("rights", \.rights, .list(of: .choice()), "What people behind it may do: read, act."),
    ]
}

/// Who may tell of a push.
public struct WebhookOptions: Hashable, Sendable {
    public var github: SignedWebhook?
    public var gitlab: TokenWebhook?
    public var gitea: SignedWebhook?
    public var generic: SignedWebhook?
    /// Bytes.
    public var bodyLimit = 1_048_576
    /// How long a body may take to arrive.
    public var bodyTimeout = Duration.seconds(10)
    public var replayWindow = Duration.seconds(300)

    public init() {}
}

extension WebhookOptions: ManifestObject {
    static let fields: [ManifestField<WebhookOptions>] = [
        .optional("github", \.github, .object(), "GitHub's."),
        .optional("gitlab", \.gitlab, .object(), "GitLab's."),
        .optional("gitea", \.gitea, .object(), "Gitea's and Forgejo's."),
        .optional("generic", \.generic, .object(), "Anybody's with an HMAC."),
        .optional("bodyLimit", \.bodyLimit, .integer(1024...104_857_600), "The longest body, in bytes."),
        .optional("bodyTimeout", \.bodyTimeout, .duration, "How long a body may take to arrive."),
        .optional("replayWindow", \.replayWindow, .duration, "How old a delivery may be."),
    ]
}

/// A webhook that is signed.
public struct SignedWebhook: Hashable, Sendable {
    public var secret = SecretSource()

    public init() {}
}

extension SignedWebhook: ManifestObject {
    static let fields: [ManifestField<SignedWebhook>] = [
        .required("secret", \.secret, .secret, "The secret that signs deliveries.")
    ]
}

/// A webhook that shows a token.
public struct TokenWebhook: Hashable, Sendable {
    public var token = SecretSource()

    public init() {}
}

extension TokenWebhook: ManifestObject {
    static let fields: [ManifestField<TokenWebhook>] = [
        .required("token", \.token, .secret, "The token that deliveries show.")
    ]
}

/// A host and a port.
public struct ListenAddress: Hashable, Sendable {
    public var host: String
    public var port: Int

    public init(host: String, port: Int) {
        self.host = host
        self.port = port
    }
}

extension FieldType where Value == ListenAddress {
    static let listen = FieldType<ListenAddress>(
        schema: { [("type", .string("string")), ("pattern", .string("^.*:[0-9]{1,5}$"))] },
        decode: { node, decoder in
            guard let text = decoder.text(node) else { return nil }
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            let host = parts.dropLast().joined(separator: ":").trimmingBrackets
            if parts.count >= 2, let last = parts.last, let port = Int(last), (0...65535).contains(port) {
                return ListenAddress(host: host.isEmpty ? "0.0.0.0" : host, port: port)
            }
            decoder.error("\(decoder.key) must be HOST:PORT such as 0.0.0.0:8080, not \(YAMLScalar.quoted(text))")
            return nil
        },
        encode: { .string("\($0.host):\($0.port)") }
    )
}

extension String {
    fileprivate var trimmingBrackets: String {
        hasPrefix("[") && hasSuffix("]") ? String(dropFirst().dropLast()) : self
    }
}

extension FieldType where Value == String {
    /// An `http` or `https` address.
    static let webAddress = text(pattern: "^https?://[^ ]+$") { text in
        let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
        return isWeb && !text.contains(where: \.isWhitespace) ? nil : "an address such as https://plumbline.example.com"
    }

    /// An IPv4 or IPv6 range.
    static let addressRange = text { text in
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let isRange = CIDRBlock(text) != nil || parts.count == 2 && text.contains(":") && Int(parts[1]) != nil
        return isRange ? nil : "a range of addresses such as 10.0.0.0/8"
    }
}
