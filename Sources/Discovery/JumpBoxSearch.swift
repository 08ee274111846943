import AWSResources
import Manifests
import Model

/// Describes the jump boxes of an environment: instances named `{p}{e}-jumpbox-N`, or those of its jump box stack.
struct JumpBoxSearch {
    let search: EnvironmentSearch
    let vpc: String

    /// The most that a manifest can have.
    private static let most = 10

    private var request: DiscoveryRequest { search.request }
    private var region: RegionView { search.region }
    private typealias Box = Observed<Instance.Attributes>

    func run(_ found: inout Findings) {
        let all = boxes()
        guard let first = all.first else { return }
        let boxes = Array(all.prefix(Self.most))
        for box in all.dropFirst(Self.most) {
            found.leave(
                "\(Instance().type)", box.identifier,
                "an environment has \(Self.most) jump boxes at most; it stays as it is")
        }
        var manifest = Environment.JumpBoxes(count: boxes.count)
        manifest.instanceType = first.attributes.instanceType
        manifest.running = boxes.contains { $0.attributes.state == "running" }
        for (index, box) in boxes.enumerated() {
            let name = "JumpBoxInstance\(index + 1)"
            found.assign(region.resource(Instance().type, box.identifier), request.environment, name)
        }
        if let group = group(of: boxes, found) {
            found.assign(
                region.resource(SecurityGroup().type, group.identifier), request.environment, "JumpBoxSecurityGroup")
            let rules = group.attributes.ingress.filter {
                $0.protocol == "tcp" && $0.fromPort == 22 && $0.toPort == 22 && $0.description == nil
            }
            manifest.allowFrom = rules.compactMap { AllowedSource($0.source) }
                .sorted { $0.description < $1.description }
        }
        found.environment.jumpBoxes = manifest
    }

    /// In the order of their numbers.
    private func boxes() -> [Box] {
        let subnets = Set(
            region.all(Subnet()).filter { $0.attributes.vpc.known == vpc }.map(\.identifier))
        let made = search.jumpBoxIDs
        return region.all(Instance()).filter { box in
            subnets.contains(box.attributes.subnet.known)
                && (made.contains(box.identifier) || search.jumpBoxNames.contains(box.tags["Name"] ?? ""))
        }.sorted { (number($0), $0.identifier) < (number($1), $1.identifier) }
    }

    private func number(_ box: Box) -> Int {
        box.tags["Name"].flatMap { $0.split(separator: "-").last }.flatMap { Int($0) } ?? Int.max
    }

    /// The group that is the jump boxes' alone.
    private func group(of boxes: [Box], _ found: Findings) -> Observed<SecurityGroup.Attributes>? {
        let balancers = region.all(LoadBalancer()).reduce(into: Set<String>()) {
            $0.formUnion($1.attributes.securityGroups.known)
        }
        let held = boxes.dropFirst().reduce(boxes.first?.attributes.securityGroups.known ?? []) {
            $0.intersection($1.attributes.securityGroups.known)
        }
        let own = region.all(SecurityGroup()).filter {
            held.contains($0.identifier) && !balancers.contains($0.identifier) && $0.attributes.groupName != "default"
                && !found.isTaken(SecurityGroup().type, $0.identifier)
        }
        return own.first { $0.attributes.groupName == "\(request.fullName)-jumpbox" } ?? own.first
    }
}

extension EnvironmentSearch {
    /// The names that jump boxes have in manifests.
    var jumpBoxNames: Set<String> { Set((1...10).map { "\(request.fullName)-jumpbox-\($0)" }) }

    /// The instances of the environment's stack of jump boxes.
    var jumpBoxIDs: Set<String> {
        let stacks = ["\(request.environment)-jumpboxes", "\(request.fullName)-jumpboxes"]
        return Set(region.made(Instance().type).filter { stacks.contains($0.stack) }.map(\.physicalId))
    }
}
