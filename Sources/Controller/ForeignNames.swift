import AWSResources
import Blueprints
import Manifests
import Model

/// What things of an environment are called that do not begin as its own names do: what was taken over, or may be.
struct ForeignNames {
    /// Names, and `dev-*` for what CloudFormation made up: it begins such names with the stack's, and the seed's stacks
    /// with the environment's.
    private(set) var patterns: Set<String> = []
    private let environment: Environment

    /// - Parameters:
    ///   - recorded: what the last apply left in the environment.
    ///   - adopts: everything may be taken over, whatever the manifests say.
    init(
        _ environment: Environment, _ manifests: ManifestSet, _ recorded: AddressTable<PlannedResource>,
        adopts: Bool
    ) {
        self.environment = environment
        let declarations = Blueprints.declarations(for: manifests, environments: [environment.name])
            .values.flatMap(\.self).filter { $0.address.scope == environment.name }
        if adopts || declarations.contains(where: \.adopt) { add("\(environment.name)-") }
        for declaration in declarations where Self.isNamed(declaration.type) {
            for name in [declaration.name, declaration.adoptedIdentifier.flatMap { Self.name(declaration.type, $0) }] {
                if let name { add(name) }
            }
        }
        for resource in recorded.values where Self.isNamed(resource.type) {
            if let name = resource.identifier.flatMap({ Self.name(resource.type, $0) }) { add(name) }
        }
    }

    private mutating func add(_ name: String) {
        guard !name.hasPrefix(environment.fullName) else { return }
        patterns.insert(name.hasPrefix("\(environment.name)-") ? "\(environment.name)-*" : name)
    }

    /// Whether policies bind a kind to names. EC2 binds by region only, and what the blueprints call `dev-…` has
    /// templates of its own.
    private static func isNamed(_ type: ResourceType) -> Bool {
        !type.name.hasPrefix("AWS::EC2::") && !type.name.hasPrefix("Plumbline::")
            && ![TaskDefinition().type, TargetGroup().type, ScalableTarget().type].contains(type)
    }

    /// The name in an identifier: an ARN has it behind the kind's own word, the others are names.
    private static func name(_ type: ResourceType, _ identifier: String) -> String? {
        guard identifier.hasPrefix("arn:") else { return identifier }
        let parts = identifier.split(separator: "/").map(String.init)
        switch type {
        case LoadBalancer().type: return parts.count > 2 ? parts[2] : nil
        case Service().type: return parts.last
        default: return nil
        }
    }
}
