/// A service runs on what its environment's cluster has, and asks for nothing that this has not.
enum CapacityCheck: ManifestCheck {
    static func run(_ drafts: inout ManifestDrafts) {
        checkProviderNames(&drafts)
        let users: [any StoreUser] = drafts.set.nodes + drafts.set.extras
        for user in users {
            guard let environment = drafts.set.environment(named: user.environment) else {
                // Nobody knows what is there: what Fargate does not have is told as if there were nothing else.
                if drafts.isSound(user.key, "service.capacity"), user.service.capacity != .ec2 {
                    checkFargate(user, &drafts)
                }
                continue
            }
            guard drafts.isSound(environment.key, "cluster") else { continue }
            check(user, in: environment, &drafts)
        }
    }

    private static func check(_ user: any StoreUser, in environment: Environment, _ drafts: inout ManifestDrafts) {
        guard drafts.isSound(user.key, "service.capacity") else { return }
        let place = drafts.location(environment.key, "cluster").map { " (\($0))" } ?? ""
        switch environment.cluster.capacity(of: user.service) {
        case .fargate where !environment.cluster.hasFargate:
            drafts.error(
                "the environment \(environment.name) has EC2 hosts only: add capacity: fargate to its cluster\(place), or "
                    + "write capacity: ec2 here",
                of: user.key, at: "service.capacity")
        case .fargate: checkFargate(user, &drafts)
        case .ec2:
            guard let hosts = environment.cluster.ec2 else {
                drafts.error(
                    "the environment \(environment.name) has no EC2 hosts: add ec2 to its cluster\(place), or write "
                        + "capacity: fargate here",
                    of: user.key, at: "service.capacity")
                return
            }
            checkArchitecture(user, on: hosts, of: environment, &drafts)
        }
    }

    /// An image for one processor does not run on another.
    private static func checkArchitecture(
        _ user: any StoreUser, on hosts: Environment.Cluster.EC2Capacity, of environment: Environment,
        _ drafts: inout ManifestDrafts
    ) {
        guard let wanted = user.service.architecture, drafts.isSound(user.key, "service.architecture"),
            wanted != hosts.instanceType.architecture
        else { return }
        drafts.error(
            "the hosts of the environment \(environment.name) are \(hosts.instanceType), which is "
                + "\(hosts.instanceType.architecture.rawValue): an image for \(wanted.rawValue) does not run there. Take "
                + "another instanceType, or capacity: fargate",
            of: user.key, at: "service.architecture")
    }

    private static func checkFargate(_ user: any StoreUser, _ drafts: inout ManifestDrafts) {
        guard drafts.isSound(user.key, "service.cpu", "service.memory") else { return }
        let (cpu, memory) = (user.service.cpu, user.service.memory)
        guard let allowed = FargateSize.memory(forCPU: cpu) else {
            let list = FargateSize.cpus.map(String.init).joined(separator: ", ")
            drafts.error("on Fargate cpu must be one of \(list), not \(cpu)", of: user.key, at: "service.cpu")
            return
        }
        guard !allowed.contains(memory) else { return }
        // The one that was written is the one to change.
        let path = drafts.isGiven(user.key, "service.memory") ? "service.memory" : "service.cpu"
        drafts.error(
            "Fargate has no size with cpu \(cpu) and memory \(memory): for cpu \(cpu), memory must be "
                + FargateSize.text(forCPU: cpu),
            of: user.key, at: path)
    }

    /// ECS keeps names that begin so for itself (`name` of CreateCapacityProvider).
    private static func checkProviderNames(_ drafts: inout ManifestDrafts) {
        for environment in drafts.set.environments where environment.cluster.ec2 != nil {
            guard drafts.isSound(environment.key, "prefix"),
                let taken = ["aws", "ecs", "fargate"].first(where: environment.fullName.hasPrefix)
            else { continue }
            drafts.error(
                "the capacity provider's name would be \"\(environment.fullName)-ec2\", but AWS keeps names that begin "
                    + "with \"\(taken)\" for itself: change the prefix or the environment's name",
                of: environment.key, at: environment.prefix.isEmpty ? "metadata.name" : "prefix")
        }
    }
}
