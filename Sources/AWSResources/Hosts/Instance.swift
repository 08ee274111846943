import AWSClient
import Model

/// One EC2 instance on a public image, such as a jump box.
///
/// Its identifier is the instance id. It runs the newest image of a public parameter of the day it was made, on an
/// encrypted disk that goes with it. Whether it runs, and its type, are changed in place: the type while it is stopped,
/// which AWS demands (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-resize.html).
public struct Instance: AWSResourceKind {
    public struct Attributes: Sendable {
        public var subnet: Reference
        public var securityGroups: Set<Reference>
        public var instanceType: String
        /// The name of Systems Manager's public parameter with the image's id; `{architecture}` in it stands for the
        /// processor of the type, `x86_64` or `arm64`.
        public var imageParameter: String?
        public var encryptedRoot: Bool?
        /// `running` or `stopped`.
        public var state: String
        /// `required` refuses requests for metadata without a session token (IMDSv1).
        public var httpTokens: String
        /// The name of the key pair whose private key opens an SSH session.
        public var keyName: Reference?
        /// The name of the instance profile that holds the role of what runs on it.
        public var instanceProfile: Reference?

        public init(
            subnet: Reference, securityGroups: Set<Reference>, instanceType: String, imageParameter: String? = nil,
            encryptedRoot: Bool? = nil, state: String, httpTokens: String = "required", keyName: Reference? = nil,
            instanceProfile: Reference? = nil
        ) {
            self.subnet = subnet
            self.securityGroups = securityGroups
            self.instanceType = instanceType
            self.imageParameter = imageParameter
            self.encryptedRoot = encryptedRoot
            self.state = state
            self.httpTokens = httpTokens
            self.keyName = keyName
            self.instanceProfile = instanceProfile
        }
    }

    public let type: ResourceType = "AWS::EC2::Instance"
    public let noun = "Instance"
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("subnet", \.subnet, .replace, "The subnet in which it stands", pins: true),
        Field("securityGroups", \.securityGroups, .update, "The security groups", pins: true),
        Field("instanceType", \.instanceType, .update, "The type; changing it stops the instance for a moment"),
        Field("imageParameter", \.imageParameter, .initial, "The public parameter that named its image"),
        Field("encryptedRoot", \.encryptedRoot, .initial, "Whether its disk is encrypted"),
        Field("state", \.state, .update, "`running` or `stopped`"),
        Field("httpTokens", \.httpTokens, .update, "Whether metadata needs a session token (IMDSv2)"),
        Field("keyName", \.keyName, .replace, "The key pair for SSH"),
        Field("instanceProfile", \.instanceProfile, .update, "The instance profile with its role", pins: true),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { tags["Name"] }

    /// The instances of our installation, those with a declared name and those that declarations name by their id: an
    /// account's others are in nobody's way. AWS shows a terminated one for about an hour; it counts as gone.
    public func observe(_ scope: ObservationScope, through session: AWSSession) async throws -> [Observed<Attributes>] {
        let ours = EC2Filter("tag:\(OwnershipTag.installation)", [scope.installation])
        var filters = [[ours]]
        for names in scope.declaredNames.sorted().chunked(into: Self.filterValues) {
            filters.append([EC2Filter("tag:Name", names)])
        }
        for ids in (scope.adoptedIdentifiers[type] ?? []).sorted().chunked(into: Self.filterValues) {
            filters.append([EC2Filter("instance-id", ids)])
        }
        var found: [String: DescribeInstances.Item] = [:]
        for filter in filters {
            for item in try await session.client.collect(DescribeInstances(filters: filter), \.instances) {
                found[try required(item.instanceId, "InstanceId", of: DescribeInstances.self)] = item
            }
        }
        return try found.sorted { $0.key < $1.key }.compactMap { try Self.observed($1, $0) }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let wanted = desired.attributes
        let find = {
            try await session.findByTags({ DescribeInstances(filters: $0) }, \.instances, of: desired) {
                $0.isGoing ? nil : $0.instanceId.map { Self.made($0, wanted) }
            }
        }
        if let found = try await find() { return found }
        let image = try await image(for: desired, through: session)
        let request = try RunInstances(desired, image: image)
        return try await session.whileProfilesAppear {
            try await session.createOnce(
                request,
                made: { answer in
                    Self.made(
                        try required(answer.instances?.first?.instanceId, "InstanceId", of: RunInstances.self), wanted)
                },
                find: find)
        }
    }

    /// Changes at once what AWS takes at any time; the state and the type follow step by step in `settled`.
    public func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        let id = observed.identifier
        if fields.contains("securityGroups") {
            let groups = try desired.texts(desired.attributes.securityGroups).sorted()
            _ = try await session.client.send(ModifyInstanceAttribute(instanceId: id, groups: groups))
        }
        if fields.contains("httpTokens") {
            _ = try await session.client.send(
                ModifyInstanceMetadataOptions(
                    instanceId: id, httpTokens: desired.attributes.httpTokens, httpEndpoint: "enabled"))
        }
        if fields.contains("instanceProfile"), let name = try desired.text(desired.attributes.instanceProfile) {
            try await session.setProfile(name, of: id)
        }
        return Self.made(id, desired.attributes)
    }

    public func tag(
        _ observed: Observed<Attributes>, _ tags: [String: String], through session: AWSSession
    ) async throws {
        try await session.tagEC2(observed.identifier, tags)
    }

    /// Terminates it, with its disk.
    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        try await unlessMissing {
            _ = try await session.client.send(TerminateInstances(instanceIds: [observed.identifier]))
        }
    }

    /// Takes the next step to the wanted type and state whenever the last one has come to rest.
    public func settled(_ made: Made, through session: AWSSession) async throws -> Settlement {
        guard let instance = try await look(at: made.identifier, through: session) else {
            return .pending("AWS does not show the new instance yet")
        }
        let wanted = (state: made.outputs[.state] ?? instance.restingState, type: made.outputs[.instanceType])
        let isOfType = wanted.type == nil || wanted.type == instance.instanceType
        switch instance.stateName {
        case "running" where wanted.state == "running" && isOfType: return .ready([:])
        case "running":
            _ = try await session.client.send(StopInstances(instanceIds: [made.identifier]))
            return .pending("the instance stops")
        case "stopped":
            if !isOfType, let type = wanted.type {
                let request = ModifyInstanceAttribute(instanceId: made.identifier, instanceType: .init(value: type))
                _ = try await session.client.send(request)
            }
            guard wanted.state == "running" else { return .ready([:]) }
            _ = try await session.client.send(StartInstances(instanceIds: [made.identifier]))
            return .pending("the instance starts")
        case "pending", "stopping": return .pending("the instance is \(instance.stateName)")
        default: return .failed(instance.failure)
        }
    }

    public func isGone(_ observed: Observed<Attributes>, through session: AWSSession) async throws -> Bool {
        let instance = try await look(at: observed.identifier, through: session)
        return instance == nil || instance?.stateName == "terminated"
    }

    // MARK: Parts

    /// How many values a filter takes ("Filtering" in the EC2 user guide).
    private static let filterValues = 200

    private func look(at id: String, through session: AWSSession) async throws -> DescribeInstances.Item? {
        let filter = EC2Filter("instance-id", [id])
        return try await session.client.collect(DescribeInstances(filters: [filter]), \.instances).first
    }

    static func made(_ id: String, _ wanted: Attributes) -> Made {
        Made(id, outputs: [.state: wanted.state, .instanceType: wanted.instanceType])
    }

    /// nil for one that is terminated or on its way there.
    private static func observed(_ item: DescribeInstances.Item, _ id: String) throws -> Observed<Attributes>? {
        guard !item.isGoing else { return nil }
        let tags = Dictionary(item.tags)
        let attributes = Attributes(
            subnet: .known(item.subnetId ?? ""),
            securityGroups: Set((item.securityGroups ?? []).compactMap { $0.groupId.map(Reference.known) }),
            instanceType: try required(item.instanceType, "InstanceType", of: DescribeInstances.self),
            state: item.restingState, httpTokens: item.metadataOptions?.httpTokens ?? "optional",
            keyName: item.keyName.map(Reference.known), instanceProfile: item.profileName.map(Reference.known))
        return Observed(
            identifier: id, name: tags["Name"], attributes: attributes, outputs: made(id, attributes).outputs,
            tags: tags,
            status: item.isResting ? .active : .pending("the instance is \(item.stateName)"))
    }
}

extension Output {
    /// The state in which an instance is to rest.
    static let state: Output = "state"
    static let instanceType: Output = "instanceType"
}
