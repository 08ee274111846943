import AWSClient
import Model

/// What RDS's and ElastiCache's groups of subnets are, apart from the spelling of their calls: a name, a line for people
/// and the subnets. The identifier is the name.
public struct SubnetGroup: Sendable {
    /// AWS keeps it in lower case.
    public var groupName: String
    public var groupDescription: String
    public var subnets: Set<Reference>

    public init(groupName: String, groupDescription: String, subnets: Set<Reference>) {
        self.groupName = groupName.lowercased()
        self.groupDescription = groupDescription
        self.subnets = subnets
    }
}

/// A service's own calls for such groups.
protocol SubnetGroupWire: Sendable {
    associatedtype Describe: AWSRequest
    associatedtype Create: AWSRequest

    /// What people call a group, such as `DB subnet group`.
    static var noun: String { get }
    /// - Parameter name: of the one group that is asked for; nil for all.
    static func describe(_ name: String?) -> Describe
    static func items(_ page: Describe.Response) -> [SubnetGroupItem]
    static func create(_ content: SubnetGroupItem, tags: [Tag]) -> Create
    static func made(_ answer: Create.Response) -> SubnetGroupItem?
    static func modify(_ content: SubnetGroupItem, through session: AWSSession) async throws
    static func delete(_ name: String, through session: AWSSession) async throws
    static func tags(of arn: String, through session: AWSSession) async throws -> [Tag]?
    static func add(_ tags: [Tag], to arn: String, through session: AWSSession) async throws
}

/// A group as a service tells it, or is told.
struct SubnetGroupItem: Sendable {
    var name: String?
    var text: String?
    var arn: String?
    var subnets: [String]

    var outputs: [Output: String] { arn.map { [.arn: $0] } ?? [:] }
}

/// Reads and changes the groups of one service.
struct SubnetGroups<Wire: SubnetGroupWire>: Sendable {
    /// One paged call, and one for the tags of each group that is not just as declared: AWS gives them no other way, and a
    /// group that nobody declares any more is known as ours only by them.
    func observe(_ scope: ObservationScope, through session: AWSSession) async throws -> [Observed<SubnetGroup>] {
        try await list(nil, through: session).concurrentCompactMap { item in
            let arn = try required(item.arn, "ARN", of: Wire.Describe.self)
            let tags = try await session.tags(of: arn, named: item.name ?? "", scope) {
                try await self.tags(of: arn, through: session)
            }
            guard let tags else { return nil }
            let group = SubnetGroup(
                groupName: try required(item.name, "name", of: Wire.Describe.self), groupDescription: item.text ?? "",
                subnets: Set(item.subnets.map(Reference.known)))
            return Observed(
                identifier: group.groupName, name: group.groupName, attributes: group, outputs: item.outputs, tags: tags
            )
        }
    }

    func create(_ desired: Desired<SubnetGroup>, through session: AWSSession) async throws -> Made {
        let request = Wire.create(try content(desired), tags: desired.tags.tagList)
        return try await session.whileRolesAppear {
            try await session.createNamed(
                request,
                made: { Made(desired.attributes.groupName, outputs: Wire.made($0)?.outputs ?? [:]) },
                find: { try await find(desired, through: session) }
            )
        }
    }

    func update(
        _ observed: Observed<SubnetGroup>, to desired: Desired<SubnetGroup>, through session: AWSSession
    ) async throws -> Made {
        try await Wire.modify(try content(desired), through: session)
        return Made(observed.identifier, outputs: observed.outputs)
    }

    func tag(_ observed: Observed<SubnetGroup>, _ tags: [String: String], through session: AWSSession) async throws {
        let arn = try required(observed.outputs[.arn], "ARN", of: Wire.Describe.self)
        try await Wire.add(tags.tagList, to: arn, through: session)
    }

    func delete(_ observed: Observed<SubnetGroup>, through session: AWSSession) async throws {
        try await unlessMissing { try await Wire.delete(observed.identifier, through: session) }
    }

    private func content(_ desired: Desired<SubnetGroup>) throws -> SubnetGroupItem {
        SubnetGroupItem(
            name: desired.attributes.groupName, text: desired.attributes.groupDescription,
            subnets: try desired.texts(desired.attributes.subnets).sorted())
    }

    private func list(_ name: String?, through session: AWSSession) async throws -> [SubnetGroupItem] {
        try await session.client.pages(Wire.describe(name)).flatMap(Wire.items)
    }

    /// The group of that name when it is this declaration's, nil when there is none.
    ///
    /// - Throws: a conflict when it is somebody else's.
    private func find(_ desired: Desired<SubnetGroup>, through session: AWSSession) async throws -> Made? {
        let name = desired.attributes.groupName
        guard let item = try await unlessMissing({ try await list(name, through: session) })?.first else { return nil }
        let arn = try required(item.arn, "ARN", of: Wire.Describe.self)
        guard let tags = try await tags(of: arn, through: session), tags.claimsSame(as: desired.tags) else {
            throw ResourceError.conflict(
                Wire.Create.self, Wire.noun, named: name, identifier: arn, wantedBy: desired.address)
        }
        return Made(name, outputs: item.outputs)
    }

    /// Nil when the group has gone between the listing and this call.
    private func tags(of arn: String, through session: AWSSession) async throws -> [String: String]? {
        try await unlessMissing { Dictionary(try await Wire.tags(of: arn, through: session)) }
    }
}
