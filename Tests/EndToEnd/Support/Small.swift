import EmulatorSupport

/// The texts of a small config repository: one environment, one node with one extra, one image repository.
enum Small {
    static let files = files()

    static func files(environment: String = "dev", region: String = Emulator.region) -> [String: String] {
        [
            "environment.yaml": self.environment(environment, region: region),
            "acme.yaml": node(environment: environment),
            "api2.yaml": extra(environment: environment),
        ]
    }

    static func environment(
        _ name: String = "dev", region: String = Emulator.region, account: String = Emulator.account,
        cidr: String = "10.192.0.0/16", email: String = "ops@example.com"
    ) -> String {
        """
        apiVersion: plumbline.dev/v1
        kind: Environment
        metadata: { name: \(name) }
        spec:
          prefix: x-
          region: \(region)
          account: "\(account)"
          contactEmail: \(email)
          costCode: "0042"
          network: { cidr: \(cidr), zones: 2, natGateways: single }
          cluster: { capacity: fargate }

        """
    }

    static func node(
        _ name: String = "acme", environment: String = "dev", image: String = "tooltwist-acme", tag: String = "initial",
        count: Int = 1, loadBalancer: String = "healthCheckPath: /api/healthcheck, allowFrom: [10.0.0.0/8]"
    ) -> String {
        """
        apiVersion: plumbline.dev/v1
        kind: Node
        metadata: { name: \(name), environment: \(environment) }
        spec:
          image: { repository: \(image), tag: \(tag) }
          service: { count: \(count), cpu: 256, memory: 512, port: 4000, environment: { LOG_LEVEL: info } }
          loadBalancer: { \(loadBalancer) }
          logs: { retentionDays: 30 }

        """
    }

    static func extra(
        _ name: String = "api2", node: String = "acme", environment: String = "dev", tag: String = "initial"
    ) -> String {
        """
        apiVersion: plumbline.dev/v1
        kind: Extra
        metadata: { name: \(name), environment: \(environment), node: \(node) }
        spec:
          image: { repository: tooltwist-acme, tag: \(tag) }
          service: { count: 1, cpu: 256, memory: 512, port: 4000 }
          route: { path: /\(name), healthCheckPath: /\(name)/healthcheck }

        """
    }

    static func repository(_ name: String = "tooltwist-acme", region: String = Emulator.region) -> String {
        """
        apiVersion: plumbline.dev/v1
        kind: Repository
        metadata: { name: \(name) }
        spec:
          region: \(region)
          account: "\(Emulator.account)"
          lifecycle: { keepImages: 50 }
          contactEmail: ops@example.com
          costCode: "0042"

        """
    }
}
