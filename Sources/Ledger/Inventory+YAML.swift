import Model
import Yams

extension Inventory {
    func yaml() throws -> [UInt8] {
        try YAMLText.serialize(
            YAMLText.map([
                ("apiVersion", YAMLText.word("plumbline.dev/v1")),
                ("kind", YAMLText.word(Self.kind)),
                ("environment", YAMLText.word(environment)),
                ("resources", YAMLText.list(resources.sorted { $0.key < $1.key }.map(Self.node))),
            ]))
    }

    private static func node(_ address: ResourceAddress, _ resource: PlannedResource) -> Node {
        YAMLText.map([
            ("address", YAMLText.word(address.path)),
            ("type", YAMLText.word(resource.type.name)),
            ("id", resource.identifier.map(YAMLText.word)),
            ("declared", YAMLText.text(resource.declaredHash)),
            ("declaredAt", resource.location.map { YAMLText.text($0.description) }),
            (
                "dependsOn",
                resource.dependencies.isEmpty
                    ? nil : YAMLText.list(resource.dependencies.map { YAMLText.word($0.path) })
            ),
        ])
    }

    /// nil when the text is no inventory.
    init?(yaml bytes: [UInt8]) {
        guard let node = try? YAMLText.parse(bytes), node.string("kind") == Self.kind,
            let environment = node.string("environment")
        else { return nil }
        let resources = node.items("resources").compactMap { item -> (ResourceAddress, PlannedResource)? in
            guard let address = item.string("address"), let type = item.string("type") else { return nil }
            let resource = PlannedResource(
                type: ResourceType(type), identifier: item.string("id"),
                dependencies: item.strings("dependsOn").map { ResourceAddress($0) },
                declaredHash: item.string("declared") ?? "",
                location: item.string("declaredAt").flatMap(SourceLocation.init(text:)))
            return (ResourceAddress(address), resource)
        }
        self.init(environment: environment, resources: Dictionary(resources) { first, _ in first })
    }
}
