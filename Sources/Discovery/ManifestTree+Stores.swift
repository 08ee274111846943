import Manifests

extension Database {
    var tree: YAMLTree {
        .manifest(
            "Database", [("name", name), ("environment", environment)],
            [
                ("engine", .text(engine.rawValue)), ("version", version.map(YAMLTree.text)),
                ("instanceClass", .text(instanceClass)), ("storage", storage.map(YAMLTree.number)),
                ("instances", instances.map(YAMLTree.number)), ("multiZone", .flag(multiZone)),
                ("backupRetentionDays", .number(backupRetentionDays)), ("encrypted", .flag(encrypted)),
                ("deletionProtection", .flag(deletionProtection)), ("databaseName", databaseName.map(YAMLTree.text)),
                ("username", username.map(YAMLTree.text)), ("port", port.map(YAMLTree.number)),
            ] + YAMLTree.ending(self, adopt: adopt))
    }
}

extension Cache {
    var tree: YAMLTree {
        .manifest(
            "Cache", [("name", name), ("environment", environment)],
            [
                ("engine", .text(engine.rawValue)), ("version", version.map(YAMLTree.text)),
                ("nodeType", .text(nodeType)), ("replicas", .number(replicas)), ("multiZone", .flag(multiZone)),
                ("encryptedAtRest", .flag(encryptedAtRest)), ("encryptedInTransit", .flag(encryptedInTransit)),
                ("backupRetentionDays", .number(backupRetentionDays)), ("port", .number(port)),
            ] + YAMLTree.ending(self, adopt: adopt))
    }
}
