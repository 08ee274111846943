import Model

/// A node of the tree that the addresses of an environment's resources make: a group, or a resource.
///
/// Nodes lie within each other on the page, where a name that a node lacks would be looked up in the one around it: so nothing
/// here is optional.
struct TreeNode: Sendable {
    struct FieldRow: Sendable {
        let name: String
        let value: String
    }

    let id: String
    let name: String
    let isResource: Bool
    let isOpen: Bool
    let badge: Badge
    /// Of a group: how many resources are in it.
    let size: Int
    let children: [TreeNode]

    let type: String
    let identifier: String
    let hasIdentifier: Bool
    let message: String
    let hasMessage: Bool
    let dependencies: [String]
    let hasDependencies: Bool
    let fields: [FieldRow]
    let hasFields: Bool

    /// The tree below an environment.
    static func tree(_ resources: [ResourceState], of environment: String) -> [TreeNode] {
        let sorted = resources.sorted { $0.address < $1.address }
        let parts = sorted.map { resource in
            var parts = resource.address.path.split(separator: "/").map(String.init)
            if parts.first == environment, parts.count > 1 { parts.removeFirst() }
            return (parts[...], resource)
        }
        return nodes(parts, path: environment)
    }

    private static func nodes(_ items: [(ArraySlice<String>, ResourceState)], path: String) -> [TreeNode] {
        let leaves = items.filter { $0.0.count <= 1 }.map { TreeNode($0.1, name: $0.0.first ?? $0.1.address.path) }
        let groups = Dictionary(grouping: items.filter { $0.0.count > 1 }) { $0.0.first ?? "" }
        return leaves
            + groups.sorted { $0.key < $1.key }.map { name, items in
                let path = "\(path)/\(name)"
                return TreeNode(
                    group: name, path: path, nodes(items.map { ($0.0.dropFirst(), $0.1) }, path: path),
                    healths: items.map(\.1.health))
            }
    }

    private init(_ resource: ResourceState, name: String) {
        id = "resource-\(resource.address.path)"
        self.name = name
        isResource = true
        isOpen = resource.health == .failed
        badge = Badge(resource.health)
        size = 1
        children = []
        type = resource.type.name
        identifier = resource.identifier ?? ""
        hasIdentifier = resource.identifier != nil
        message = resource.message ?? ""
        hasMessage = resource.message != nil
        dependencies = resource.dependencies.map(\.path)
        hasDependencies = !resource.dependencies.isEmpty
        fields = resource.fields.sorted { $0.key < $1.key }.map { name, value in
            FieldRow(name: name, value: ValueText.lines(value).joined(separator: "\n"))
        }
        hasFields = !resource.fields.isEmpty
    }

    private init(group name: String, path: String, _ children: [TreeNode], healths: [ResourceState.Health]) {
        id = "group-\(path)"
        self.name = name
        isResource = false
        // The worst of what is within.
        let order: [ResourceState.Health] = [.failed, .missing, .drifted, .changing, .unknown, .inSync]
        let worst = order.first { healths.contains($0) } ?? .unknown
        isOpen = true
        badge = Badge(worst)
        size = healths.count
        self.children = children
        type = ""
        identifier = ""
        hasIdentifier = false
        message = ""
        hasMessage = false
        dependencies = []
        hasDependencies = false
        fields = []
        hasFields = false
    }
}
