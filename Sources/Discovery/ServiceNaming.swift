import AWSResources
import Model

extension EnvironmentSearch {
    /// What a service could be called in manifests, the likeliest first: what follows the environment in its own name,
    /// in its family's, or what stands before `App` in its container's, or between the environment and the purpose in its
    /// stack's.
    func ownNames(of service: Observed<Service.Attributes>) -> [String] {
        var names: [String] = []
        func add(_ text: String?, _ beginnings: [String]) {
            guard let text else { return }
            for beginning in beginnings where text.hasPrefix(beginning) {
                names.append(String(text.dropFirst(beginning.count)))
            }
        }
        let full = "\(request.fullName)-"
        let short = "\(request.environment)-"
        add(service.attributes.serviceName, [full, short])
        add(family(of: service), [short, full])
        for target in service.attributes.targetGroups.sorted(by: { $0.containerName < $1.containerName })
        where target.containerName.hasSuffix("App") {
            names.append(String(target.containerName.dropLast(3)))
        }
        let stack = region.resource(Service().type, service.identifier).flatMap { region.stack(of: $0)?.stack }
        for purpose in ["-service", "-loadbalancer"] {
            guard let stack, stack.hasSuffix(purpose) else { continue }
            add(String(stack.dropLast(purpose.count)), [full, short])
        }
        names.append(service.attributes.serviceName.lowercased())
        var seen: Set<String> = []
        return names.filter { Self.isName($0) && seen.insert($0).inserted }
    }

    /// What manifests allow as a name.
    static func isName(_ text: String) -> Bool {
        let isRight = text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        return isRight && (1...64).contains(text.utf8.count) && !text.hasPrefix("-") && !text.hasSuffix("-")
    }
}
