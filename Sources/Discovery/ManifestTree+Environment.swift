import Manifests

/// What has its default is left out, apart from what a reader wants to see.
extension Environment {
    var tree: YAMLTree {
        let defaults = Network()
        let network: [(String, YAMLTree?)] = [
            ("cidr", .text("\(self.network.cidr)")),
            ("zones", .number(self.network.zones)),
            ("natGateways", .text(self.network.natGateways.rawValue)),
            ("publicSubnets", self.network.publicSubnets.map { .texts($0.map(\.description)) }),
            ("privateSubnets", self.network.privateSubnets.map { .texts($0.map(\.description)) }),
            (
                "databasePort",
                self.network.databasePort == defaults.databasePort ? nil : .number(self.network.databasePort)
            ),
            ("cachePort", self.network.cachePort == defaults.cachePort ? nil : .number(self.network.cachePort)),
        ]
        return .manifest(
            "Environment", [("name", name)],
            [
                ("prefix", .text(prefix)), ("region", .text(region)), ("account", .text(account)),
                ("roleArn", roleArn.map(YAMLTree.text)), ("contactEmail", .text(contactEmail)),
                ("costCode", .text(costCode)), ("network", .map(network)),
                (
                    "cluster",
                    .map([
                        ("capacity", cluster.capacity.map { .text($0.rawValue) }), ("ec2", cluster.ec2.map(\.tree)),
                        ("containerInsights", cluster.containerInsights ? nil : .flag(false)),
                    ])
                ),
                ("jumpBoxes", jumpBoxes.map(\.tree)),
            ] + YAMLTree.ending(self, adopt: adopt))
    }
}

extension Environment.Cluster.EC2Capacity {
    fileprivate var tree: YAMLTree {
        .map([
            ("instanceType", .text("\(instanceType)")),
            (
                "size",
                .map([
                    ("min", .number(size.min)), ("max", .number(size.max)),
                    ("desired", size.desired.map(YAMLTree.number)),
                ])
            ),
            ("publicKey", publicKey.map(YAMLTree.text)), ("spot", spot ? .flag(true) : nil),
            ("amiUpdates", amiUpdates == .pinned ? nil : .text(amiUpdates.rawValue)),
        ])
    }
}

extension Environment.JumpBoxes {
    fileprivate var tree: YAMLTree {
        .map([
            ("count", .number(count)), ("instanceType", .text(instanceType)), ("running", .flag(running)),
            ("allowFrom", allowFrom.isEmpty ? nil : .texts(allowFrom.map(\.description))),
        ])
    }
}

extension Repository {
    var tree: YAMLTree {
        let defaults = Lifecycle()
        return .manifest(
            "Repository", [("name", name)],
            [
                ("region", .text(region)), ("account", .text(account)), ("roleArn", roleArn.map(YAMLTree.text)),
                ("immutableTags", immutableTags ? nil : .flag(false)), ("scanOnPush", scanOnPush ? nil : .flag(false)),
                (
                    "lifecycle",
                    lifecycle == defaults
                        ? nil
                        : .map([
                            ("keepImages", .number(lifecycle.keepImages)),
                            ("untaggedDays", .number(lifecycle.untaggedDays)),
                        ])
                ),
                ("contactEmail", contactEmail.map(YAMLTree.text)), ("costCode", costCode.map(YAMLTree.text)),
            ] + YAMLTree.ending(self, adopt: adopt))
    }
}
