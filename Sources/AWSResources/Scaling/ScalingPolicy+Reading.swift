import Model

extension ScalingPolicy {
    public init?(fieldValue: Value?) {
        guard case .map(let entries)? = fieldValue, let name = String(fieldValue: entries["name"]),
            let target = Self.target(entries["target"]), let metric = Self.metric(entries),
            let scaleIn = Int?(fieldValue: entries["scaleInCooldown"]),
            let scaleOut = Int?(fieldValue: entries["scaleOutCooldown"]),
            let scalesIn = Bool?(fieldValue: entries["scalesIn"])
        else { return nil }
        self.init(
            name: name, metric: metric, target: target, scaleInCooldown: scaleIn ?? 300,
            scaleOutCooldown: scaleOut ?? 300, scalesIn: scalesIn ?? true)
    }

    /// A number with a fraction is written as text.
    private static func target(_ value: Value?) -> Double? {
        switch value {
        case .int(let number)?: Double(number)
        case .string(let text)?: Double(text)
        default: nil
        }
    }

    private static func metric(_ entries: [String: Value]) -> Metric? {
        switch String(fieldValue: entries["metric"]) {
        case "cpu": return .cpu
        case "memory": return .memory
        case "requestsPerTarget":
            guard let loadBalancer = Reference(fieldValue: entries["loadBalancer"]),
                let targetGroup = Reference(fieldValue: entries["targetGroup"])
            else { return nil }
            return .requestsPerTarget(loadBalancer: loadBalancer, targetGroup: targetGroup)
        case let other?: return .other(other)
        case nil: return nil
        }
    }
}
