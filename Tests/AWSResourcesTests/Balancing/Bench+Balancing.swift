import AWSClient
import Model

/// What the kinds of load balancing need before they can be made, by plain calls.
extension Bench {
    /// A new load balancer's ARN, in a new VPC; it is of this installation, but of no declaration.
    func loadBalancer(_ name: String = "prerequisite") async throws -> String {
        let subnets = try await subnets(in: try await vpc())
        let tags = [
            Key(key: OwnershipTag.installation, value: session.installation),
            Key(key: OwnershipTag.address, value: "contract/other/LoadBalancer"),
        ]
        let answer = try await client.send(CreateLoadBalancer(name: name, subnets: subnets, tags: tags))
        return try found(answer.loadBalancers?.first?.loadBalancerArn, "a load balancer")
    }

    /// A new target group's ARN.
    func targetGroup(_ name: String = "prerequisite") async throws -> String {
        let request = CreateTargetGroup(name: name, protocol: "HTTP", port: 80, vpcId: try await vpc("10.60.0.0/16"))
        return try found(try await client.send(request).targetGroups?.first?.targetGroupArn, "a target group")
    }

    /// A new listener's ARN, on a new load balancer.
    func listener(port: Int = 80) async throws -> String {
        let answer = try await client.send(
            CreateListener(
                loadBalancerArn: try await loadBalancer(), port: port, protocol: "HTTP",
                defaultActions: [Action(targetGroupArn: try await targetGroup("default"))]))
        return try found(answer.listeners?.first?.listenerArn, "a listener")
    }
}

private struct Key: Codable, Sendable {
    var key: String
    var value: String
}

private struct CreateLoadBalancer: AWSRequest {
    static let action: AWSAction = "elbv2:CreateLoadBalancer"
    var name: String
    var subnets: [String]
    var tags: [Key]
    struct Response: Codable, Sendable { var loadBalancers: [Item]? }
    struct Item: Codable, Sendable { var loadBalancerArn: String? }
}

private struct CreateTargetGroup: AWSRequest {
    static let action: AWSAction = "elbv2:CreateTargetGroup"
    var name: String
    var `protocol`: String
    var port: Int
    var vpcId: String
    struct Response: Codable, Sendable { var targetGroups: [Item]? }
    struct Item: Codable, Sendable { var targetGroupArn: String? }
}

private struct CreateListener: AWSRequest {
    static let action: AWSAction = "elbv2:CreateListener"
    var loadBalancerArn: String
    var port: Int
    var `protocol`: String
    var defaultActions: [Action]
    struct Response: Codable, Sendable { var listeners: [Item]? }
    struct Item: Codable, Sendable { var listenerArn: String? }
}

private struct Action: Codable, Sendable {
    var type = "forward"
    var targetGroupArn: String
}
