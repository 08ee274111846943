import Manifests

extension Node {
    var tree: YAMLTree {
        .manifest(
            "Node", [("name", name), ("environment", environment)],
            [
                ("image", image.tree), ("service", service.tree), ("loadBalancer", loadBalancer.tree),
                ("config", config.tree),
                ("logs", .map([("retentionDays", .number(logs.retentionDays))])),
                ("uses", uses.isEmpty ? nil : .texts(uses.map(\.description))),
            ] + YAMLTree.ending(self, adopt: adopt))
    }
}

extension Extra {
    var tree: YAMLTree {
        let route: [(String, YAMLTree?)] = [
            ("path", .text(self.route.path)), ("healthCheckPath", .text(self.route.healthCheckPath)),
            ("rule", self.route.rule.map(YAMLTree.number)),
        ]
        return .manifest(
            "Extra", [("name", name), ("environment", environment), ("node", node)],
            [
                ("image", image.tree), ("service", service.tree), ("route", .map(route)), ("config", config.tree),
                ("uses", uses.isEmpty ? nil : .texts(uses.map(\.description))),
            ] + YAMLTree.ending(self, adopt: adopt))
    }
}

extension ImageReference {
    fileprivate var tree: YAMLTree {
        .map([
            ("repository", .text(repository)), ("tag", tag.map(YAMLTree.text)), ("digest", digest.map(YAMLTree.text)),
            ("registry", registry.map(YAMLTree.text)),
        ])
    }
}

extension ServiceSettings {
    fileprivate var tree: YAMLTree {
        .map([
            ("capacity", capacity.map { .text($0.rawValue) }),
            ("count", autoscaling == nil ? .number(count) : nil), ("cpu", .number(cpu)), ("memory", .number(memory)),
            ("port", .number(port)), ("containerName", containerName.map(YAMLTree.text)),
            ("environment", environment.isEmpty ? nil : .sorted(environment) { .text($0) }),
            ("secrets", secrets.isEmpty ? nil : .sorted(secrets) { .text("\($0)") }),
            ("healthCheckGracePeriod", healthCheckGracePeriod.map(YAMLTree.number)),
            ("architecture", architecture.map { .text($0.rawValue) }),
            ("autoscaling", autoscaling.map(\.tree)), ("sessionManager", sessionManager.map(YAMLTree.flag)),
        ])
    }
}

extension ServiceConfiguration {
    /// nil for what is so unless something else is said.
    fileprivate var tree: YAMLTree? {
        guard self != ServiceConfiguration() else { return nil }
        return .map([
            ("from", from.map(YAMLTree.text)), ("valueFrom", valueFrom.map { .text("\($0)") }),
            ("restartOnChange", restartOnChange ? .flag(true) : nil),
        ])
    }
}

extension ServiceSettings.Autoscaling {
    fileprivate var tree: YAMLTree {
        .map([
            ("min", .number(min)), ("max", .number(max)), ("cpu", cpu.map(YAMLTree.number)),
            ("memory", memory.map(YAMLTree.number)), ("requestsPerTarget", requestsPerTarget.map(YAMLTree.number)),
        ])
    }
}

extension Node.LoadBalancer {
    fileprivate var tree: YAMLTree {
        .map([
            ("healthCheckPath", .text(healthCheckPath)), ("allowFrom", .texts(allowFrom.map(\.description))),
            ("scheme", scheme == .internetFacing ? nil : .text(scheme.rawValue)),
            ("idleTimeout", idleTimeout.map(YAMLTree.number)),
            ("deletionProtection", deletionProtection.map(YAMLTree.flag)),
            ("certificateArn", certificateArn.map(YAMLTree.text)), ("tlsPolicy", tlsPolicy.map(YAMLTree.text)),
            (
                "accessLogs",
                accessLogs.map { logs in
                    .map([("bucket", .text(logs.bucket)), ("prefix", logs.prefix.map(YAMLTree.text))])
                }
            ),
            ("webACLArn", webACLArn.map(YAMLTree.text)),
        ])
    }
}
