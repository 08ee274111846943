import AWSClient
import Model

/// A route table with its own routes and the subnets that use it.
///
/// The local route, propagated routes and the routes of gateway endpoints belong to others: they are neither shown nor
/// touched.
public struct RouteTable: AWSResourceKind {
    public struct Attributes: Sendable {
        public var vpc: Reference
        public var routes: Set<Route>
        public var subnets: Set<Reference>

        public init(vpc: Reference, routes: Set<Route>, subnets: Set<Reference>) {
            self.vpc = vpc
            self.routes = routes
            self.subnets = subnets
        }
    }

    public let type: ResourceType = "AWS::EC2::RouteTable"
    public let noun = "RouteTable"
    public let traits = KindTraits(identity: ["vpc", "subnets"])
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("vpc", \.vpc, .replace, "The VPC that it is part of", pins: true),
        Field("routes", \.routes, .update, "Where what goes to which range is sent, apart from the VPC's own range"),
        Field("subnets", \.subnets, .update, "The subnets that use it", pins: true),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { tags["Name"] }

    public func observe(
        _ scope: ObservationScope,
        through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        try await session.client.collect(DescribeRouteTables(), \.routeTables).map { table in
            let tags = Dictionary(table.tags)
            let attributes = Attributes(
                vpc: .known(try required(table.vpcId, "VpcId", of: DescribeRouteTables.self)),
                routes: Set(table.ownRoutes),
                subnets: Set(table.subnets.keys.map(Reference.known))
            )
            return Observed(
                identifier: try required(table.routeTableId, "RouteTableId", of: DescribeRouteTables.self),
                name: tags["Name"],
                attributes: attributes,
                tags: tags
            )
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let request = CreateRouteTable(
            vpcId: try desired.text(desired.attributes.vpc),
            clientToken: desired.token,
            tagSpecifications: [EC2TagSpecification("route-table", desired.tags)]
        )
        var isNew = false
        let made = try await session.createOnce(
            request,
            made: {
                isNew = true
                return Made(try required($0.routeTable?.routeTableId, "RouteTableId", of: CreateRouteTable.self))
            },
            find: {
                try await session.findByTags(
                    { DescribeRouteTables(filters: $0) },
                    \.routeTables,
                    of: desired
                ) { $0.routeTableId.map { Made($0) } }
            }
        )
        // A new one has neither routes of its own nor subnets.
        let table = isNew ? nil : try await look(at: made.identifier, through: session)
        try await setRoutes(of: made.identifier, from: table, desired, through: session)
        try await setSubnets(of: made.identifier, from: table, desired, through: session)
        return made
    }

    public func update(
        _ observed: Observed<Attributes>,
        to desired: Desired<Attributes>,
        changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        let id = observed.identifier
        let table = try await session.whileAppearing { try await describe(id, through: session) }
        if fields.contains("routes") { try await setRoutes(of: id, from: table, desired, through: session) }
        if fields.contains("subnets") { try await setSubnets(of: id, from: table, desired, through: session) }
        return Made(id, outputs: observed.outputs)
    }

    public func tag(
        _ observed: Observed<Attributes>,
        _ tags: [String: String],
        through session: AWSSession
    ) async throws {
        try await session.tagEC2(observed.identifier, tags)
    }

    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        let id = observed.identifier
        try await unlessMissing {
            guard let table = try await describe(id, through: session) else { return }
            for association in table.subnets.values.sorted() {
                try await disassociate(association, through: session)
            }
            _ = try await session.client.send(DeleteRouteTable(routeTableId: id))
        }
    }

    public func settled(_ made: Made, through session: AWSSession) async throws -> Settlement {
        try await look(at: made.identifier, through: session) == nil ? .appearing("route table") : .ready([:])
    }

    /// Makes the routes what is desired: new ones first, then changed ones, then what is to go, so that nothing that
    /// stays is ever without its route.
    private func setRoutes(
        of id: String, from table: DescribeRouteTables.Item?, _ desired: Desired<Attributes>,
        through session: AWSSession
    ) async throws {
        let current = Dictionary((table?.ownRoutes ?? []).map { ($0.destination, $0) }) { first, _ in first }
        var wanted: [String: RouteRequest] = [:]
        for route in desired.attributes.routes {
            wanted[route.destination] = try RouteRequest(table: id, route, desired)
        }
        for (destination, request) in wanted.sorted(by: { $0.key < $1.key }) {
            let target = current[destination]?.target
            guard target.map({ $0.text == request.target }) != true else { continue }
            try await put(request, replacing: target != nil, through: session)
        }
        for destination in current.keys.sorted() where wanted[destination] == nil {
            let request = DeleteRoute(RouteRequest(table: id, destination: destination))
            try await unlessMissing { _ = try await session.client.send(request) }
        }
    }

    private func put(_ request: RouteRequest, replacing: Bool, through session: AWSSession) async throws {
        guard !replacing else {
            _ = try await session.whileAppearing { try await session.client.send(ReplaceRoute(request)) }
            return
        }
        do {
            _ = try await session.whileAppearing { try await session.client.send(CreateRoute(request)) }
        } catch let error as AWSError where error.code == "RouteAlreadyExists" {
            // Made by an earlier try whose answer was lost, or by somebody else meanwhile.
            _ = try await session.client.send(ReplaceRoute(request))
        }
    }

    /// Makes the associations what is desired. A subnet that uses another table is moved in one step, so that it never
    /// falls back to the VPC's main table.
    private func setSubnets(
        of id: String, from table: DescribeRouteTables.Item?, _ desired: Desired<Attributes>,
        through session: AWSSession
    ) async throws {
        let current = table?.subnets ?? [:]
        let wanted = Set(try desired.texts(desired.attributes.subnets))
        let missing = wanted.subtracting(current.keys).sorted()
        let elsewhere = try await associations(of: Set(missing), through: session)
        for subnet in missing {
            try await session.whileAppearing {
                if let association = elsewhere[subnet] {
                    let move = ReplaceRouteTableAssociation(associationId: association, routeTableId: id)
                    _ = try await session.client.send(move)
                } else {
                    _ = try await session.client.send(AssociateRouteTable(routeTableId: id, subnetId: subnet))
                }
            }
        }
        for (subnet, association) in current.sorted(by: { $0.key < $1.key }) where !wanted.contains(subnet) {
            try await disassociate(association, through: session)
        }
    }

    private func disassociate(_ association: String, through session: AWSSession) async throws {
        try await unlessMissing {
            _ = try await session.client.send(DisassociateRouteTable(associationId: association))
        }
    }

    private func describe(_ id: String, through session: AWSSession) async throws -> DescribeRouteTables.Item? {
        try await session.client.collect(DescribeRouteTables(routeTableIds: [id]), \.routeTables).first
    }

    private func look(at id: String, through session: AWSSession) async throws -> DescribeRouteTables.Item? {
        try await session.look(at: id, by: "route-table-id", { DescribeRouteTables(filters: $0) }, \.routeTables) {
            $0.routeTableId
        }
    }

    /// The associations of some subnets, whatever table they use, by subnet.
    private func associations(of subnets: Set<String>, through session: AWSSession) async throws -> [String: String] {
        let key = "ec2:DescribeRouteTables by association.subnet-id"
        return try await session.sharedReads.read(subnets, of: key, atOnce: EC2Filter.mostValues) { subnets in
            let filter = EC2Filter("association.subnet-id", subnets)
            let tables = try await session.client.collect(DescribeRouteTables(filters: [filter]), \.routeTables)
            return tables.reduce(into: [:]) { $0.merge($1.subnets) { first, _ in first } }
        }
    }

    public var permissions: KindPermissions { .ec2(Self.requests) }

    static let requests: [any AWSRequest.Type] = [
        DescribeRouteTables.self, CreateRouteTable.self, DeleteRouteTable.self, CreateRoute.self, ReplaceRoute.self,
        DeleteRoute.self, AssociateRouteTable.self, ReplaceRouteTableAssociation.self, DisassociateRouteTable.self,
    ]
}
