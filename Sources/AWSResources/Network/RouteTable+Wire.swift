import AWSClient
import Model

// The calls about route tables and what they answer.

struct DescribeRouteTables: AWSRequest {
    static let action: AWSAction = "ec2:DescribeRouteTables"
    var filters: [EC2Filter]?
    var routeTableIds: [String]?

    struct Response: Codable, Sendable { var routeTables: [Item]? }

    struct Item: TaggedItem {
        var routeTableId: String?
        var vpcId: String?
        var routes: [Entry]?
        var associations: [Association]?
        var tags: [Tag]?

        /// The routes that somebody made in this table.
        var ownRoutes: [Route] { (routes ?? []).compactMap(\.ownRoute) }

        /// The association of each subnet that uses this table.
        var subnets: [String: String] {
            let pairs = (associations ?? []).compactMap { association in
                association.subnetAndID
            }
            return Dictionary(pairs) { first, _ in first }
        }
    }

    struct Entry: Codable, Sendable {
        var destinationCidrBlock: String?
        var destinationIpv6CidrBlock: String?
        var destinationPrefixListId: String?
        var gatewayId: String?
        var natGatewayId: String?
        var networkInterfaceId: String?
        var instanceId: String?
        var transitGatewayId: String?
        var vpcPeeringConnectionId: String?
        var egressOnlyInternetGatewayId: String?
        var localGatewayId: String?
        var carrierGatewayId: String?
        var coreNetworkArn: String?
        var origin: String?

        /// Nil for the local route, for propagated ones and for those of gateway endpoints.
        var ownRoute: Route? {
            guard origin == "CreateRoute", gatewayId != "local",
                let destination = destinationCidrBlock ?? destinationIpv6CidrBlock ?? destinationPrefixListId
            else { return nil }
            if destinationPrefixListId != nil, gatewayId?.hasPrefix("vpce-") == true { return nil }
            return Route(destination: destination, target: target)
        }

        private var target: Route.Target {
            if let natGatewayId { return .natGateway(.known(natGatewayId)) }
            if let gatewayId, gatewayId.hasPrefix("igw-") { return .internetGateway(.known(gatewayId)) }
            let others = [
                gatewayId, networkInterfaceId, instanceId, transitGatewayId, vpcPeeringConnectionId,
                egressOnlyInternetGatewayId, localGatewayId, carrierGatewayId, coreNetworkArn,
            ]
            return .other(others.lazy.compactMap { $0 }.first ?? "another kind of target")
        }
    }

    struct Association: Codable, Sendable {
        var routeTableAssociationId: String?
        var subnetId: String?
        var associationState: State?

        struct State: Codable, Sendable { var state: String? }

        var subnetAndID: (String, String)? {
            let isGoing = ["disassociating", "disassociated", "failed"].contains(associationState?.state ?? "")
            guard let subnetId, let routeTableAssociationId, !isGoing else { return nil }
            return (subnetId, routeTableAssociationId)
        }
    }
}

struct CreateRouteTable: AWSRequest {
    static let action: AWSAction = "ec2:CreateRouteTable"
    var vpcId: String
    var clientToken: String
    var tagSpecifications: [EC2TagSpecification]

    struct Response: Codable, Sendable { var routeTable: DescribeRouteTables.Item? }
}

struct DeleteRouteTable: AWSRequest {
    static let action: AWSAction = "ec2:DeleteRouteTable"
    var routeTableId: String
    typealias Response = EmptyResponse
}

/// What the calls that make, change and delete a route have in common.
struct RouteRequest: Sendable {
    var table: String
    var cidr: String?
    var ipv6: String?
    var prefixList: String?
    var gateway: String?
    var natGateway: String?

    /// The id that the route leads to.
    var target: String? { natGateway ?? gateway }

    init(table: String, destination: String) {
        self.table = table
        if destination.hasPrefix("pl-") {
            prefixList = destination
        } else if destination.contains(":") {
            ipv6 = destination
        } else {
            cidr = destination
        }
    }

    init(table: String, _ route: Route, _ desired: Desired<RouteTable.Attributes>) throws {
        self.init(table: table, destination: route.destination)
        switch route.target {
        case .internetGateway(let id): gateway = try desired.text(id)
        case .natGateway(let id): natGateway = try desired.text(id)
        case .other(let id):
            throw ResourceError(
                .refused,
                operation: CreateRoute.action.description,
                message: "\(desired.address): a route to \(id) is not a kind of route that Plumbline makes"
            )
        }
    }
}

extension Route.Target {
    /// The id, where it is known.
    var text: String? {
        switch self {
        case .internetGateway(let id), .natGateway(let id): id.text
        case .other(let id): id
        }
    }
}

struct CreateRoute: AWSRequest {
    static let action: AWSAction = "ec2:CreateRoute"
    var routeTableId: String
    var destinationCidrBlock: String?
    var destinationIpv6CidrBlock: String?
    var destinationPrefixListId: String?
    var gatewayId: String?
    var natGatewayId: String?
    typealias Response = EmptyResponse

    init(_ request: RouteRequest) {
        routeTableId = request.table
        destinationCidrBlock = request.cidr
        destinationIpv6CidrBlock = request.ipv6
        destinationPrefixListId = request.prefixList
        gatewayId = request.gateway
        natGatewayId = request.natGateway
    }
}

struct ReplaceRoute: AWSRequest {
    static let action: AWSAction = "ec2:ReplaceRoute"
    var routeTableId: String
    var destinationCidrBlock: String?
    var destinationIpv6CidrBlock: String?
    var destinationPrefixListId: String?
    var gatewayId: String?
    var natGatewayId: String?
    typealias Response = EmptyResponse

    init(_ request: RouteRequest) {
        routeTableId = request.table
        destinationCidrBlock = request.cidr
        destinationIpv6CidrBlock = request.ipv6
        destinationPrefixListId = request.prefixList
        gatewayId = request.gateway
        natGatewayId = request.natGateway
    }
}

struct DeleteRoute: AWSRequest {
    static let action: AWSAction = "ec2:DeleteRoute"
    var routeTableId: String
    var destinationCidrBlock: String?
    var destinationIpv6CidrBlock: String?
    var destinationPrefixListId: String?
    typealias Response = EmptyResponse

    init(_ request: RouteRequest) {
        routeTableId = request.table
        destinationCidrBlock = request.cidr
        destinationIpv6CidrBlock = request.ipv6
        destinationPrefixListId = request.prefixList
    }
}

struct AssociateRouteTable: AWSRequest {
    static let action: AWSAction = "ec2:AssociateRouteTable"
    var routeTableId: String
    var subnetId: String
    typealias Response = EmptyResponse
}

struct ReplaceRouteTableAssociation: AWSRequest {
    static let action: AWSAction = "ec2:ReplaceRouteTableAssociation"
    var associationId: String
    var routeTableId: String
    typealias Response = EmptyResponse
}

struct DisassociateRouteTable: AWSRequest {
    static let action: AWSAction = "ec2:DisassociateRouteTable"
    var associationId: String
    typealias Response = EmptyResponse
}
