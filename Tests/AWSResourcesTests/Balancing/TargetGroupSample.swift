import AWSResources
import Model

struct TargetGroupSample: KindSample {
    let kind = TargetGroup()
    let createAction = "CreateTargetGroup"

    func attributes(on bench: Bench) async throws -> TargetGroup.Attributes {
        TargetGroup.Attributes(
            targetGroupName: "contract-tg", vpc: .known(try await bench.vpc()), port: 4000,
            healthCheckPath: "/api/healthcheck", healthCheckProtocol: "HTTP", healthCheckPort: "traffic-port",
            healthCheckIntervalSeconds: 30, healthCheckTimeoutSeconds: 10, healthyThresholdCount: 3,
            unhealthyThresholdCount: 2, matcher: "200-299",
            attributes: ["deregistration_delay.timeout_seconds": "30"])
    }

    var outsideChanges: [OutsideChange<TargetGroup>] {
        [
            .edit("healthCheckPath") { attributes, _ in attributes.healthCheckPath = "/broken" },
            .edit("healthCheckProtocol") { attributes, _ in attributes.healthCheckProtocol = "HTTPS" },
            .edit("healthCheckPort") { attributes, _ in attributes.healthCheckPort = "8080" },
            .edit("healthCheckIntervalSeconds") { attributes, _ in attributes.healthCheckIntervalSeconds = 60 },
            .edit("healthCheckTimeoutSeconds") { attributes, _ in attributes.healthCheckTimeoutSeconds = 5 },
            .edit("healthyThresholdCount") { attributes, _ in attributes.healthyThresholdCount = 9 },
            .edit("unhealthyThresholdCount") { attributes, _ in attributes.unhealthyThresholdCount = 9 },
            .edit("matcher") { attributes, _ in attributes.matcher = "200" },
            .edit("attributes") { attributes, _ in
                attributes.attributes = ["deregistration_delay.timeout_seconds": "300"]
            },
        ]
    }
}
