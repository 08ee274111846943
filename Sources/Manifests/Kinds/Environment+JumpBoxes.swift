extension Environment {
    /// Hosts in the public subnets through which people reach what is in private ones. Session Manager needs none.
    public struct JumpBoxes: Hashable, Sendable {
        /// How many there are, spread over the zones; 0 for none.
        public var count: Int
        public var instanceType = "t3.nano"
        /// They are stopped unless this is true.
        public var running = false
        /// Who may connect to port 22; nobody when empty.
        public var allowFrom: [AllowedSource] = []

        public init(count: Int) { self.count = count }
    }
}

extension Environment.JumpBoxes: ManifestObject {
    init() { self.init(count: 0) }

    static let fields: [ManifestField<Environment.JumpBoxes>] = [
        .required("count", \.count, .integer(0...10), "How many jump boxes there are, spread over the zones."),
        .optional("instanceType", \.instanceType, typeOfMachine, "The EC2 instance type."),
        .optional("running", \.running, .boolean, "Whether they run; stopped ones cost no more than their disks."),
        .optional(
            "allowFrom",
            \.allowFrom,
            .list(of: .allowedSource),
            "Who may connect to port 22: networks, prefix lists (pl-…) and security groups (sg-…); nobody unless listed."
        ),
    ]

    /// Which types there are, AWS itself tells.
    private static let typeOfMachine = FieldType<String>.text(
        pattern: "^[a-z][a-z0-9-]*\\.[a-z0-9-]+$", lengths: 4...40
    ) { type in
        let parts = type.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let isRight =
            parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.consists(of: .lowercase, .digits, "-") }
            && type.first?.isLetter == true
        return isRight ? nil : "an EC2 instance type such as t3.nano"
    }

    func validate(_ check: inout ManifestDecoder) {
        guard check.isSound("allowFrom") else { return }
        for (index, source) in allowFrom.enumerated() where source.isEverybody {
            check.warning(
                "\(source) lets the whole internet try to log in to the jump boxes: list the networks that should, or "
                    + "none and use Session Manager",
                at: "allowFrom[\(index)]"
            )
        }
    }
}
