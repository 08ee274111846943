extension Environment.Cluster {
    /// EC2 instances that containers run on, in an Auto Scaling group over the private subnets.
    public struct EC2Capacity: Hashable, Sendable {
        public var instanceType: InstanceType
        public var size: Size
        /// One line, such as `ssh-ed25519 AAAA…`: with it a key pair is imported that the hosts let in.
        public var publicKey: String?
        /// Whether the hosts are spot instances: cheaper, and taken back by AWS at two minutes' notice.
        public var spot = false
        public var amiUpdates = AMIUpdates.pinned

        public init(instanceType: InstanceType, size: Size) {
            self.instanceType = instanceType
            self.size = size
        }

        /// How many hosts there are.
        public struct Size: Hashable, Sendable {
            /// The fewest hosts.
            public var min: Int
            /// The most hosts.
            public var max: Int
            /// How many a new group starts with; nil for `min`. Afterwards ECS decides.
            public var desired: Int?

            public init(min: Int, max: Int, desired: Int? = nil) {
                self.min = min
                self.max = max
                self.desired = desired
            }
        }

        /// Which image new hosts get.
        public enum AMIUpdates: String, Hashable, Sendable, CaseIterable {
            /// The one that was the current one when the environment was made.
            case pinned
            /// The current one: a newer one replaces the hosts step by step.
            case latest
        }
    }
}

extension Environment.Cluster.EC2Capacity: ManifestObject {
    init() { self.init(instanceType: .unread, size: .init(min: 0, max: 1)) }

    static let fields: [ManifestField<Environment.Cluster.EC2Capacity>] = [
        .required("instanceType", \.instanceType, .instanceType, "The hosts' machine type, such as t3.small."),
        .required("size", \.size, .object(), "How many hosts there are."),
        .optional(
            "publicKey",
            \.publicKey,
            .publicKey,
            "One line of a public SSH key (ed25519 or RSA), imported as the key pair of the hosts. Never a private key."
        ),
        .optional("spot", \.spot, .boolean, "Whether the hosts are spot instances."),
        .optional(
            "amiUpdates",
            \.amiUpdates,
            .choice(),
            "Whether hosts keep the image that was current at first (pinned) or follow the current one (latest)."
        ),
    ]

    static let laterKeys = [
        "keyPair": "a key pair is imported from a public key: write publicKey: ssh-ed25519 AAAA… instead of keyPair",
        "privateKey": "Plumbline never takes a private key: write publicKey with the public one instead, and if this "
            + "was committed, make a new key",
    ]
}

extension Environment.Cluster.EC2Capacity.Size: ManifestObject {
    init() { self.init(min: 0, max: 1) }

    static let fields: [ManifestField<Environment.Cluster.EC2Capacity.Size>] = [
        .required("min", \.min, .integer(0...1000), "The fewest hosts."),
        .required("max", \.max, .integer(1...1000), "The most hosts."),
        .optional(
            "desired",
            \.desired,
            .integer(0...1000),
            "How many hosts a new environment starts with. Default: min. Afterwards ECS decides."
        ),
    ]

    func validate(_ check: inout ManifestDecoder) {
        guard check.isSound("min", "max"), check.isGiven("min"), check.isGiven("max") else { return }
        guard min <= max else {
            check.error("min is \(min) and max is \(max): min must not be above max", at: "min", "max")
            return
        }
        guard let desired, check.isSound("desired"), !(min...max).contains(desired) else { return }
        check.error("desired is \(desired), but there are \(min) to \(max) hosts: take a number within", at: "desired")
    }
}
