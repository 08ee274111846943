import AWSResources
import Blueprints
import Engine
import Manifests
import Model

/// What a region would hold if everything that manifests declare had been made by hand.
struct FabricatedRegion {
    private(set) var state = ObservedState()
    static let kinds = Dictionary(KindCatalog.all.map { ($0.type, $0) }) { first, _ in first }

    init(_ manifests: ManifestSet) {
        let declarations = Blueprints.declarations(for: manifests).values.flatMap(\.self)
        let byAddress = Dictionary(declarations.map { ($0.address, $0) }) { first, _ in first }
        for kind in KindCatalog.all { state.resources[kind.type] = [] }
        for declaration in declarations.sorted(by: { $0.address < $1.address }) {
            guard let kind = Self.kinds[declaration.type] else { continue }
            add(kind, declaration) { address, output in byAddress[address].map { Self.output(output, of: $0) } ?? nil }
        }
        addInlineRules()
    }

    private mutating func add<Kind: AWSResourceKind>(
        _ kind: Kind, _ declaration: Declaration, _ lookup: @escaping (ResourceAddress, Output) -> String?
    ) {
        guard var attributes = declaration.typed as? Kind.Attributes else { return }
        for field in kind.fields {
            let value = field.value(attributes)?.resolved(by: lookup)
            precondition(field.assign(value, &attributes), "\(kind.type) \(field.row.name)")
        }
        var outputs: [Output: String] = [:]
        for output in [Output.arn, .dnsName, "endpoint", "secretArn"] {
            outputs[output] = lookup(declaration.address, output)
        }
        let further: [(ResourceType, Output)] = [
            (LaunchTemplate().type, .version), (KeyPair().type, "name"), (Service().type, "name"),
        ]
        for (type, output) in further
        where type == declaration.type { outputs[output] = lookup(declaration.address, output) }
        let name = kind.name(of: attributes, tags: declaration.tags)
        // A name that was made of others' is known by now.
        let identifier = declaration.name == nil ? name : nil
        let observed = Observed(
            identifier: identifier ?? Self.output(.id, of: declaration), name: name,
            attributes: attributes, outputs: outputs, tags: declaration.tags)
        append(kind, observed)
    }

    private mutating func append<Kind: AWSResourceKind>(_ kind: Kind, _ observed: Observed<Kind.Attributes>) {
        let resource = ObservedResource(
            type: kind.type, identifier: observed.identifier, name: observed.name,
            values: kind.values(of: observed.attributes), outputs: observed.outputs, tags: observed.tags,
            status: .active, parts: observed.parts, typed: observed)
        state.resources[kind.type, default: []].append(resource)
    }

    /// A rule that is a resource of its own shows among its group's too, until somebody owns it.
    private mutating func addInlineRules() {
        let rules = all(SecurityGroupIngress())
        let groups = all(SecurityGroup())
        state.resources[SecurityGroup().type] = []
        for var group in groups {
            for rule in rules where rule.attributes.group.text == group.identifier {
                let inline = SecurityRule(
                    protocol: "tcp", fromPort: rule.attributes.fromPort, toPort: rule.attributes.toPort,
                    source: .group(rule.attributes.source))
                group.attributes.ingress.insert(inline)
                group.parts[rule.identifier] = inline.fieldValue.map { ObservedPart(field: "ingress", value: $0) }
            }
            append(SecurityGroup(), group)
        }
    }

    func all<Kind: AWSResourceKind>(_ kind: Kind) -> [Observed<Kind.Attributes>] {
        (state.resources[kind.type] ?? []).compactMap { $0.typed as? Observed<Kind.Attributes> }
    }

    /// Changes every resource of a kind.
    mutating func change<Kind: AWSResourceKind>(_ kind: Kind, _ body: (inout Observed<Kind.Attributes>) -> Void) {
        let before = all(kind)
        state.resources[kind.type] = []
        for var observed in before {
            body(&observed)
            observed.name = kind.name(of: observed.attributes, tags: observed.tags)
            append(kind, observed)
        }
    }

    mutating func remove<Kind: AWSResourceKind>(_ kind: Kind, _ isGone: (Observed<Kind.Attributes>) -> Bool) {
        let kept = all(kind).filter { !isGone($0) }
        state.resources[kind.type] = []
        for observed in kept { append(kind, observed) }
    }

    // MARK: Identifiers, in the shapes of AWS

    private static func output(_ output: Output, of declaration: Declaration) -> String {
        let name = declaration.name ?? declaration.address.path
        let plain = declaration.address.path.map { $0 == "/" ? "-" : $0 }.map(String.init).joined()
        switch ("\(declaration.type)", output) {
        case ("AWS::EC2::InternetGateway", _): return "igw-\(plain)"
        case ("AWS::EC2::NatGateway", _): return "nat-\(plain)"
        case ("Plumbline::Existing::Secret", _), ("Plumbline::Existing::Parameter", .id): return name
        case ("Plumbline::Existing::Parameter", .arn):
            return "arn:aws:ssm:ap-southeast-1:123456789012:parameter\(name.hasPrefix("/") ? "" : "/")\(name)"
        case ("AWS::EC2::LaunchTemplate", .version): return "lt-\(plain):1"
        case ("AWS::EC2::LaunchTemplate", _): return "lt-\(plain)"
        case ("AWS::EC2::KeyPair", "name"), ("AWS::ECS::Service", "name"): return name
        case ("AWS::EC2::KeyPair", _): return "key-\(plain)"
        case ("AWS::EC2::Instance", _): return "i-\(plain)"
        case ("AWS::AutoScaling::AutoScalingGroup", .id), ("AWS::ECS::CapacityProvider", .id),
            ("AWS::IAM::InstanceProfile", .id), ("AWS::IAM::Group", .id):
            return name
        case ("AWS::IAM::Role", .arn): return "arn:aws:iam::123456789012:role/\(name)"
        case ("AWS::ECS::TaskDefinition", _):
            return "arn:aws:ecs:ap-southeast-1:123456789012:task-definition/\(name):1"
        case (_, .dnsName): return "\(plain).example.com"
        case ("AWS::EC2::SecurityGroup", .id): return "sg-\(plain)"
        case ("AWS::EC2::SecurityGroupIngress", .id), ("AWS::EC2::VPC", .id), ("AWS::EC2::Subnet", .id),
            ("AWS::EC2::EIP", .id), ("AWS::EC2::RouteTable", .id):
            return "id-\(plain)"
        case ("AWS::ECS::Cluster", .id), ("AWS::IAM::Role", .id), ("AWS::Logs::LogGroup", .id),
            ("AWS::SSM::Parameter", .id), ("AWS::RDS::DBSubnetGroup", .id), ("AWS::ElastiCache::SubnetGroup", .id),
            ("AWS::RDS::DBInstance", .id), ("AWS::RDS::DBCluster", .id), ("AWS::ECR::Repository", .id),
            ("AWS::ElastiCache::ReplicationGroup", .id), ("AWS::ApplicationAutoScaling::ScalableTarget", .id):
            return name
        default: return "arn:aws:all:ap-southeast-1:123456789012:\(plain)"
        }
    }
}
