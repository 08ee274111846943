import EmulatorSupport

/// The manifests that a team would write by hand for an environment of `HandMade`: what it knows of it, and nothing
/// that only AWS knows.
enum HandWritten {
    /// - Parameter adopt: whether every manifest says `adopt: true`.
    static func files(_ environment: String, prefix: String, network: String, adopt: Bool) -> [String: String] {
        let line = adopt ? "\n  adopt: true" : ""
        return [
            "\(environment).yaml": """
            apiVersion: plumbline.dev/v1
            kind: Environment
            metadata: { name: \(environment) }
            spec:
              prefix: \(prefix)
              region: \(Emulator.region)
              account: "\(Emulator.account)"
              contactEmail: ops@example.com
              costCode: "0042"
              network: { cidr: \(network).0.0/16, zones: 2, natGateways: perZone }
              cluster: { capacity: fargate }\(line)
            ---
            apiVersion: plumbline.dev/v1
            kind: Node
            metadata: { name: acme, environment: \(environment) }
            spec:
              image: { repository: tooltwist-acme, tag: initial }
              service:
                { count: 1, cpu: 256, memory: 512, port: 4000, environment: { NODE_ENV: production, FEATURES: "yes" } }
              loadBalancer: { healthCheckPath: /api/healthcheck, allowFrom: [10.0.0.0/8], idleTimeout: 120 }
              logs: { retentionDays: 14 }\(line)
            ---
            apiVersion: plumbline.dev/v1
            kind: Extra
            metadata: { name: api2, environment: \(environment), node: acme }
            spec:
              image: { repository: tooltwist-acme, tag: initial }
              service: { count: 1, cpu: 256, memory: 512, port: 4000, environment: { IS_API2_SERVER: "true" } }
              route: { path: /api2, healthCheckPath: /api2/healthcheck }
              config: { from: \(prefix)\(environment)-acme }\(line)

            """
        ]
    }

    /// Both environments, side by side.
    static func both(adopt: Bool) -> [String: String] {
        files("dev", prefix: "x-", network: "10.192", adopt: adopt)
            .merging(files("test", prefix: "y-", network: "10.193", adopt: adopt)) { $1 }
    }

    /// `dev` on the EC2 hosts of `HandMade.openWithHosts`. What the seed's services run on cannot be changed in place, so
    /// that it has to be told.
    static func onHosts(adopt: Bool) -> [String: String] {
        let text = files("dev", prefix: "x-", network: "10.192", adopt: adopt)["dev.yaml"] ?? ""
        return [
            "dev.yaml": text.replacing(
                "cluster: { capacity: fargate }",
                with: """
                    cluster:
                        ec2: { instanceType: t3.small, size: { min: 1, max: 2 }, publicKey: \(publicKey) }
                      jumpBoxes: { count: 2, instanceType: t2.nano, running: false, allowFrom: [203.0.113.0/24] }
                    """
            ).replacing(
                "service:\n    {",
                with: "overrides: { Service: { launchType: EC2, capacityProvider: null } }\n  service:\n    {"
            ).replacing(
                "  route: ", with: "  overrides: { Service: { launchType: EC2, capacityProvider: null } }\n  route: ")
        ]
    }

    /// That of `seed.py`.
    private static let publicKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEsIOjowkKx/sks2HK31BOwDguIXXSCPLBSZUAXVRZq+"
}
