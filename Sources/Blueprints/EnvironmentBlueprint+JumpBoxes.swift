import AWSResources
import Manifests
import Model

extension EnvironmentBlueprint {
    /// The seed's step 1.2, which today is seldom needed: hosts in the public subnets, zone after zone.
    ///
    /// They are members of the application group too, so that what lets the application in lets them in: databases and
    /// caches. What else they reach, their own group says.
    static func jumpBoxes(_ e: Environment, at location: SourceLocation?, _ draft: inout DeclarationDraft) {
        guard let boxes = e.jumpBoxes, boxes.count > 0 else { return }
        let group = e.address.appending("JumpBoxSecurityGroup")
        let rules = boxes.allowFrom.map { source in
            SecurityRule(protocol: "tcp", fromPort: 22, toPort: 22, source: .init(source))
        }
        draft.add(
            SecurityGroup(), group,
            .init(
                vpc: .id(e.vpc), groupName: "\(e.fullName)-jumpbox", groupDescription: "Jump boxes of \(e.fullName)",
                ingress: Set(rules), egress: [.everywhere]),
            tags: e.tags(name: "\(e.fullName)-jumpbox"), at: location)
        for number in 1...boxes.count {
            let zone = e.zoneNumbers[(number - 1) % e.zoneNumbers.count]
            draft.add(
                Instance(), e.address.appending("JumpBoxInstance\(number)"),
                .init(
                    subnet: .id(e.publicSubnet(zone)), securityGroups: [.id(group), .id(e.applicationGroup)],
                    instanceType: boxes.instanceType, imageParameter: amazonLinux, encryptedRoot: true,
                    state: boxes.running ? "running" : "stopped",
                    keyName: e.cluster.ec2?.publicKey.map { _ in .pending(e.keyPair, "name") }),
                tags: e.tags(name: "\(e.fullName)-jumpbox-\(number)"), after: [e.internetGateway, e.publicRouteTable],
                at: location)
        }
    }

    /// From "AL2023 on Amazon EC2" in the Amazon Linux 2023 user guide.
    private static let amazonLinux = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-{architecture}"
}
