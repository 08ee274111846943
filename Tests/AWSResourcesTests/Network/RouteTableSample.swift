import AWSClient
import AWSResources
import Model

struct RouteTableSample: KindSample {
    let kind = RouteTable()
    let createAction = "CreateRouteTable"

    /// Its second subnet uses another table before: it has to be moved.
    func attributes(on bench: Bench) async throws -> RouteTable.Attributes {
        let vpc = try await bench.vpc()
        let subnets = try await bench.subnets(2, in: vpc)
        let other = try await table(in: vpc, on: bench)
        _ = try await bench.client.send(
            Associate(routeTableId: other, subnetId: try bench.found(subnets.last, "subnet"))
        )
        return RouteTable.Attributes(
            vpc: .known(vpc),
            routes: [
                Route(destination: "0.0.0.0/0", target: .internetGateway(.known(try await gateway(on: bench)))),
                Route(destination: "172.16.0.0/12", target: .natGateway(.known(try await nat(subnets, on: bench)))),
            ],
            subnets: Set(subnets.map(Reference.known))
        )
    }

    var outsideChanges: [OutsideChange<RouteTable>] {
        [
            .edit("routes") { attributes, _ in
                attributes.routes = attributes.routes.filter { $0.destination != "0.0.0.0/0" }
            },
            .edit("routes") { attributes, bench in
                let door = Reference.known(try await gateway(on: bench))
                attributes.routes.insert(Route(destination: "192.168.0.0/16", target: .internetGateway(door)))
            },
            .edit("routes") { attributes, bench in
                attributes.routes = attributes.routes.filter { $0.destination != "0.0.0.0/0" }
                let door = Reference.known(try await gateway(on: bench))
                attributes.routes.insert(Route(destination: "0.0.0.0/0", target: .internetGateway(door)))
            },
            .edit("subnets") { attributes, _ in
                if let first = attributes.subnets.first { attributes.subnets.remove(first) }
            },
        ]
    }

    private func table(in vpc: String, on bench: Bench) async throws -> String {
        let answer = try await bench.client.send(CreateTable(vpcId: vpc))
        return try bench.found(answer.routeTable?.routeTableId, "route table")
    }
}

private func gateway(on bench: Bench) async throws -> String {
    let answer = try await bench.client.send(CreateGateway())
    return try bench.found(answer.internetGateway?.internetGatewayId, "internet gateway")
}

private func nat(_ subnets: [String], on bench: Bench) async throws -> String {
    let subnet = try bench.found(subnets.first, "subnet")
    let answer = try await bench.client.send(CreateNat(subnetId: subnet, connectivityType: "private"))
    return try bench.found(answer.natGateway?.natGatewayId, "NAT gateway")
}

private struct CreateTable: AWSRequest {
    static let action: AWSAction = "ec2:CreateRouteTable"
    var vpcId: String
    struct Response: Codable, Sendable { var routeTable: Item? }
    struct Item: Codable, Sendable { var routeTableId: String? }
}

private struct Associate: AWSRequest {
    static let action: AWSAction = "ec2:AssociateRouteTable"
    var routeTableId: String
    var subnetId: String
    typealias Response = EmptyResponse
}

private struct CreateGateway: AWSRequest {
    static let action: AWSAction = "ec2:CreateInternetGateway"
    struct Response: Codable, Sendable { var internetGateway: Item? }
    struct Item: Codable, Sendable { var internetGatewayId: String? }
}

private struct CreateNat: AWSRequest {
    static let action: AWSAction = "ec2:CreateNatGateway"
    var subnetId: String
    var connectivityType: String
    struct Response: Codable, Sendable { var natGateway: Item? }
    struct Item: Codable, Sendable { var natGatewayId: String? }
}
