extension ManifestItem {
    /// The manifest among the others of its commit.
    func text(among items: [ManifestItem]) -> String {
        let lines: [String]
        switch kind {
        case .repository: lines = repository
        case .environment: lines = environment
        case .database: lines = database
        case .cache: lines = cache
        case .node: lines = node(items)
        case .extra: lines = extra(items)
        case .pipeline: lines = pipeline
        }
        var metadata = "name: \(name)"
        if names.count > 1 { metadata += ", environment: \(names[0])" }
        if names.count > 2 { metadata += ", node: \(names[1])" }
        return """
            apiVersion: plumbline.dev/v1
            kind: \("\(kind)".prefix(1).uppercased() + "\(kind)".dropFirst())
            metadata: { \(metadata) }
            spec:
            \(lines.map { "  \($0)\n" }.joined())
            """
    }

    private func pick(_ key: String, _ texts: String...) -> String { texts[min(self[key], texts.count - 1)] }

    /// Numbers that tell environments, nodes and extras apart.
    private func number(_ level: Int) -> Int { Int(names[level].dropFirst()) ?? 0 }

    private var repository: [String] {
        [
            "region: ap-southeast-1", "account: \"123456789012\"", "contactEmail: ops@example.com",
            "costCode: \(pick("cost", "\"0042\"", "\"0043\""))",
            pick("keep", "", "lifecycle: { keepImages: 20 }", "lifecycle: { keepImages: 50, untaggedDays: 3 }"),
            pick("mutable", "", "immutableTags: false"), pick("unscanned", "", "scanOnPush: false"),
        ].filter { !$0.isEmpty }
    }

    private var environment: [String] {
        let cidr = "10.\(number(0) * 10 + self["cidr"]).0.0/16"
        let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIC7BjeCAbOegenUSJyp4/Fz8PBT/e1PoHpV7gzKBDekB ops@example.com"
        let hosts = [
            "instanceType: \(pick("instanceType", "t3.small", "t3.large"))",
            "size: \(pick("size", "{ min: 1, max: 2 }", "{ min: 2, max: 6, desired: 3 }"))",
            pick("publicKey", "", "publicKey: \(key)"), pick("spot", "", "spot: true"),
        ].filter { !$0.isEmpty }.joined(separator: ", ")
        let capacity = pick(
            "capacity", "capacity: fargate", "ec2: { \(hosts) }", "capacity: fargate, ec2: { \(hosts) }")
        let running = pick("running", "false", "true")
        let boxes = "instanceType: t3.nano, running: \(running), allowFrom: [192.0.2.0/24]"
        return [
            "prefix: \(pick("prefix", "x-", "y-"))", "region: ap-southeast-1", "account: \"123456789012\"",
            "contactEmail: ops@example.com", "costCode: \(pick("cost", "\"0042\"", "\"0043\""))",
            "network: { cidr: \(cidr), zones: \(2 + self["zones"]), natGateways: \(pick("nat", "none", "single", "perZone"))"
                + pick("databasePort", "", ", databasePort: 5432") + " }",
            "cluster: { \(capacity)" + pick("insights", "", ", containerInsights: false") + " }",
            pick("jumpBoxes", "", "jumpBoxes: { count: 1, \(boxes) }", "jumpBoxes: { count: 2, \(boxes) }"),
        ].filter { !$0.isEmpty }
    }

    private var database: [String] {
        let isAurora = self["engine"] == 1
        return [
            "engine: \(pick("engine", "mysql", "aurora-postgresql", "mariadb"))", "deletionProtection: false",
            pick("class", "", "instanceClass: db.t4g.large"), isAurora ? "" : pick("storage", "", "storage: 50"),
            pick("backup", "", "backupRetentionDays: 14"), pick("port", "", "port: 4406"),
        ].filter { !$0.isEmpty }
    }

    private var cache: [String] {
        [
            "engine: \(pick("engine", "redis", "valkey"))",
            pick("replicas", "", "replicas: 2"), pick("nodeType", "", "nodeType: cache.t4g.medium"),
            pick("port", "", "port: 7379"),
        ].filter { !$0.isEmpty }
    }

    private func node(_ items: [ManifestItem]) -> [String] {
        let service = [
            pick("size", "cpu: 256, memory: 512", "cpu: 512, memory: 1024"), "port: \(pick("port", "4000", "8080"))",
            pick("session", "", "sessionManager: true"), pick("grace", "", "healthCheckGracePeriod: 90"),
        ]
        let certificate = "certificateArn: arn:aws:acm:ap-southeast-1:123456789012:certificate/8f0b9a52"
        let balancer = [
            "healthCheckPath: \(pick("health", "/up", "/alive"))",
            "allowFrom: \(pick("allow", "[10.0.0.0/8]", "[10.0.0.0/8, 192.0.2.0/24]", "[pl-0123456789abcdef0]"))",
            pick("certificate", "", certificate), pick("idle", "", "idleTimeout: 120"),
            pick("scheme", "", "scheme: internal"),
        ].filter { !$0.isEmpty }
        return [
            "image: { repository: \(pick("image", "r1", "elsewhere")), tag: \(pick("tag", "one", "two", "three")) }",
            self.service(service, items), "loadBalancer: { \(balancer.joined(separator: ", ")) }",
            uses(items), pick("logs", "", "logs: { retentionDays: 7 }"),
            pick("restart", "", "config: { restartOnChange: true }"),
        ].filter { !$0.isEmpty }
    }

    private func extra(_ items: [ManifestItem]) -> [String] {
        let rule = pick("rule", "", ", rule: \(number(2) + 10)", ", rule: \(number(2) + 20)")
        return [
            "image: { repository: r1, tag: \(pick("tag", "one", "two", "three")) }",
            service(["cpu: 256, memory: 512, port: 4000"], items),
            "route: { path: /\(name)\(pick("path", "", "/*")), healthCheckPath: \(pick("health", "/up", "/alive"))\(rule) }",
            uses(items),
        ].filter { !$0.isEmpty }
    }

    private var pipeline: [String] {
        let connection =
            "arn:aws:codeconnections:ap-southeast-1:123456789012:connection/12345678-1234-1234-1234-123456789012"
        return [
            "source: { connection: \"\(connection)\", repository: tooltwist/shop, branch: \(pick("branch", "main", "next")) }",
            "image: { repository: r1 }", pick("days", "", "artifactDays: 7"),
        ].filter { !$0.isEmpty }
    }

    private func service(_ fields: [String], _ items: [ManifestItem]) -> String {
        let hasHosts = items.contains { $0.kind == .environment && $0.name == names[0] && $0["capacity"] > 0 }
        let all =
            fields + [
                pick(
                    "scaling", "count: \(1 + self["count"])", "autoscaling: { min: 1, max: 4, cpu: 60 }",
                    "autoscaling: { min: 2, max: 5, requestsPerTarget: 1000 }"),
                pick("environment", "", "environment: { A: a }", "environment: { A: b, B: c }"),
                hasHosts ? pick("capacity", "", "capacity: ec2") : "",
                pick(
                    "secrets", "", "secrets: { S: secret/shared/s }", "secrets: { S: \"secret/shared/t:key\" }",
                    "secrets: { S: parameter/shared/p }"),
            ]
        return "service: { \(all.filter { !$0.isEmpty }.joined(separator: ", ")) }"
    }

    private func uses(_ items: [ManifestItem]) -> String {
        let stores = items.filter { $0.names.first == names[0] && ($0.kind == .database || $0.kind == .cache) }
        let used = stores.enumerated().filter { self["uses"] >> ($0.offset % 2) & 1 == 1 }.map {
            "\($0.element.kind)/\($0.element.name)"
        }
        return used.isEmpty ? "" : "uses: [\(used.joined(separator: ", "))]"
    }
}
