import AWSClient
import AWSResources
import Model

struct LoadBalancerSample: KindSample {
    let kind = LoadBalancer()
    let createAction = "CreateLoadBalancer"

    func attributes(on bench: Bench) async throws -> LoadBalancer.Attributes {
        let vpc = try await bench.vpc()
        let subnets = try await bench.subnets(3, in: vpc)
        let groups = [
            try await bench.securityGroup("first", in: vpc), try await bench.securityGroup("second", in: vpc),
        ]
        return LoadBalancer.Attributes(
            loadBalancerName: "contract-lb", subnets: Set(subnets.map(Reference.known)),
            securityGroups: Set(groups.map(Reference.known)), ipAddressType: "ipv4",
            attributes: ["idle_timeout.timeout_seconds": "75", "routing.http2.enabled": "true"],
            webACL: try await CreateWebACL.make("contract", on: bench))
    }

    var outsideChanges: [OutsideChange<LoadBalancer>] {
        [
            .edit("subnets") { attributes, _ in attributes.subnets.removeFirst() },
            .edit("securityGroups") { attributes, _ in attributes.securityGroups.removeFirst() },
            .edit("ipAddressType") { attributes, _ in attributes.ipAddressType = "dualstack" },
            .edit("attributes") { attributes, _ in attributes.attributes?["idle_timeout.timeout_seconds"] = "4000" },
            .call("webACL") { bench, observed in
                _ = try await bench.client.send(DisassociateWebACL(resourceArn: observed.identifier))
            },
        ]
    }
}

/// What other people do with web ACLs; Plumbline only associates them.
struct CreateWebACL: AWSRequest {
    static let action: AWSAction = "wafv2:CreateWebACL"
    var name: String
    var scope = "REGIONAL"
    var defaultAction = Action()
    var visibilityConfig: Visibility

    struct Action: Codable, Sendable {
        var allow = Allow()
    }

    struct Allow: Codable, Sendable {}

    struct Visibility: Codable, Sendable {
        var sampledRequestsEnabled = false
        var cloudWatchMetricsEnabled = false
        var metricName: String
    }

    struct Response: Codable, Sendable {
        var summary: Summary?
    }

    struct Summary: Codable, Sendable {
        var arn: String?
    }

    /// The ARN of a new web ACL.
    static func make(_ name: String, on bench: Bench) async throws -> String {
        let answer = try await bench.client.send(
            CreateWebACL(name: name, visibilityConfig: Visibility(metricName: name)))
        return try bench.found(answer.summary?.arn, "ARN of the web ACL")
    }
}

struct DisassociateWebACL: AWSRequest {
    static let action: AWSAction = "wafv2:DisassociateWebACL"
    var resourceArn: String

    typealias Response = EmptyResponse
}
