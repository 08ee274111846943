import Model

/// A target group in which a service registers a port of one of its containers.
public struct ServiceTarget: Sendable, Hashable, FieldValue {
    /// The target group's ARN.
    public var targetGroup: Reference
    public var containerName: String
    public var containerPort: Int

    public init(targetGroup: Reference, containerName: String, containerPort: Int) {
        self.targetGroup = targetGroup
        self.containerName = containerName
        self.containerPort = containerPort
    }

    public var fieldValue: Value? {
        var result: [String: Value] = [
            "containerName": .string(containerName), "containerPort": .int(Int64(containerPort)),
        ]
        result["targetGroup"] = targetGroup.fieldValue
        return .map(result)
    }
}
