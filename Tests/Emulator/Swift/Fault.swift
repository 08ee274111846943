/// Something that goes wrong between a client and AWS. `Tests/Emulator/overlay/faults.py` lets it happen.
public struct Fault: Encodable, Sendable {
    /// What happens to the call.
    public enum Kind: Sendable {
        /// An AWS error in the service's own protocol. No effect.
        case error(status: Int, code: String, message: String)
        /// The connection closes with no answer. No effect.
        case dropBefore
        /// The connection closes with no answer, and the effect has happened.
        case dropAfter
        /// Silence for so long, or until the faults are reset, then the connection closes. No effect.
        case hang(seconds: Double)
        /// A page of HTML, as a proxy sends. No effect.
        case html(status: Int)
        /// Half of the true answer, then the connection closes. The effect has happened.
        case truncate
        /// The true answer; the ECS deployment that the call starts will fail.
        case failRollout
    }

    public var kind: Kind
    /// A shell pattern on the name that the call is signed for.
    public var service: String
    /// A shell pattern on the action.
    public var action: String
    /// A shell pattern on the region that the call is signed for.
    public var region: String
    /// Only calls whose body, or path in a REST protocol, holds this text; empty for all.
    public var contains: String
    /// How many such calls are let through before the first that it hits.
    public var skip: Int
    /// How many calls it hits; -1 for all that come.
    public var count: Int

    public init(
        _ kind: Kind,
        service: String = "*",
        action: String = "*",
        region: String = "*",
        contains: String = "",
        skip: Int = 0,
        count: Int = 1
    ) {
        self.kind = kind
        self.service = service
        self.action = action
        self.region = region
        self.contains = contains
        self.skip = skip
        self.count = count
    }

    private enum CodingKeys: String, CodingKey {
        case kind, service, action, region, contains, skip, count, status, code, message, seconds
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(service, forKey: .service)
        try fields.encode(action, forKey: .action)
        try fields.encode(region, forKey: .region)
        try fields.encode(contains, forKey: .contains)
        try fields.encode(skip, forKey: .skip)
        try fields.encode(count, forKey: .count)
        switch kind {
        case .error(let status, let code, let message):
            try fields.encode("error", forKey: .kind)
            try fields.encode(status, forKey: .status)
            try fields.encode(code, forKey: .code)
            try fields.encode(message, forKey: .message)
        case .dropBefore: try fields.encode("drop-before", forKey: .kind)
        case .dropAfter: try fields.encode("drop-after", forKey: .kind)
        case .hang(let seconds):
            try fields.encode("hang", forKey: .kind)
            try fields.encode(seconds, forKey: .seconds)
        case .html(let status):
            try fields.encode("html", forKey: .kind)
            try fields.encode(status, forKey: .status)
        case .truncate: try fields.encode("truncate", forKey: .kind)
        case .failRollout: try fields.encode("fail-rollout", forKey: .kind)
        }
    }
}
