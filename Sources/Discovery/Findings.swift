import Manifests
import Model

/// What was found so far: the manifests without their overrides, and which resource of AWS is which of theirs.
struct Findings {
    var environment: Environment
    var nodes: [Node] = []
    var extras: [Extra] = []
    var databases: [Database] = []
    var caches: [Cache] = []
    var repositories: [Repository] = []
    private(set) var assigned: [ResourceAddress: ObservedResource] = [:]
    private var taken: [ResourceType: Set<String>] = [:]
    /// What several resources could be, with all of them: by address, or by the beginning of several addresses.
    private(set) var doubts: [ResourceAddress: [String]] = [:]
    /// What is known to be beyond manifests.
    var leftovers: [Leftover] = []
    /// Properties that are somebody else's to decide.
    private var unmanaged: [ResourceAddress: Set<String>] = [:]
    private var kept: [ResourceAddress: Set<String>] = [:]

    init(environment: Environment) { self.environment = environment }

    /// Says which resource one of a manifest's is; one that is another's already is not.
    mutating func assign(_ resource: ObservedResource?, _ base: String, _ name: String) {
        guard let resource, !isTaken(resource.type, resource.identifier) else { return }
        assigned[ResourceAddress("\(base)/\(name)")] = resource
        taken[resource.type, default: []].insert(resource.identifier)
    }

    func isTaken(_ type: ResourceType, _ identifier: String) -> Bool { taken[type]?.contains(identifier) ?? false }

    /// Says that several resources could be one of a manifest's, or all of a service's.
    mutating func doubt(_ base: String, _ name: String? = nil, among identifiers: [String]) {
        doubts[ResourceAddress(name.map { "\(base)/\($0)" } ?? base)] = identifiers.sorted()
    }

    /// Says which resource is only read; several may read one.
    mutating func see(_ resource: ObservedResource, _ base: String, _ name: String) {
        assigned[ResourceAddress("\(base)/\(name)")] = resource
    }

    /// Says that a property has to be told though no blueprint declares it.
    mutating func keep(_ base: String, _ name: String, _ property: String) {
        kept[ResourceAddress("\(base)/\(name)"), default: []].insert(property)
    }

    func isKept(_ address: ResourceAddress, _ property: String) -> Bool { kept[address]?.contains(property) ?? false }

    mutating func unmanage(_ base: String, _ name: String, _ property: String) {
        unmanaged[ResourceAddress("\(base)/\(name)"), default: []].insert(property)
    }

    func isUnmanaged(_ address: ResourceAddress, _ property: String) -> Bool {
        unmanaged[address]?.contains(property) ?? false
    }

    /// A service's revision is what its task definition was registered as last.
    func isDeployed(_ address: ResourceAddress, _ property: String) -> Bool {
        address.resource == "Service" && property == "taskDefinition"
    }

    mutating func leave(_ type: String, _ identifier: String, _ reason: String) {
        guard !leftovers.contains(where: { $0.type == type && $0.identifier == identifier }) else { return }
        leftovers.append(Leftover(type: type, identifier: identifier, reason: reason))
    }

    var manifests: ManifestSet {
        ManifestSet(
            environments: [environment], repositories: repositories, nodes: nodes, extras: extras,
            databases: databases, caches: caches)
    }
}

/// Something of the environment that no manifest expresses.
public struct Leftover: Hashable, Sendable {
    /// AWS's own word, such as `AWS::EC2::Instance`.
    public var type: String
    public var identifier: String
    /// Why, and what becomes of it.
    public var reason: String

    public init(type: String, identifier: String, reason: String) {
        self.type = type
        self.identifier = identifier
        self.reason = reason
    }
}
