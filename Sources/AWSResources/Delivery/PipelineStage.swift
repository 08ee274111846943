import Model

/// A stage of a pipeline: actions that run side by side.
public struct PipelineStage: Hashable, Sendable {
    public var name: String
    public var actions: [PipelineAction]

    public init(_ name: String, _ actions: [PipelineAction]) {
        self.name = name
        self.actions = actions
    }
}

extension PipelineStage: FieldValue {
    public var fieldValue: Value? {
        .map(["name": .string(name), "actions": .set(Set(actions.compactMap(\.fieldValue)))])
    }
}

/// What one action of a stage does.
public struct PipelineAction: Hashable, Sendable {
    public var name: String
    /// `Source`, `Build`, …
    public var category: String
    /// Such as `CodeBuild`, of AWS's own providers.
    public var provider: String
    public var configuration: [String: Reference]
    public var inputs: [String]
    public var outputs: [String]
    /// The name under which others read the action's variables.
    public var namespace: String?
    var owner = "AWS"
    var version = "1"
    var runOrder = 1

    public init(
        _ name: String, category: String, provider: String, configuration: [String: Reference], inputs: [String] = [],
        outputs: [String] = [], namespace: String? = nil
    ) {
        self.name = name
        self.category = category
        self.provider = provider
        self.configuration = configuration
        self.inputs = inputs
        self.outputs = outputs
        self.namespace = namespace
    }
}

extension PipelineAction: FieldValue {
    public var fieldValue: Value? {
        var map: [String: Value] = [
            "name": .string(name), "category": .string(category), "owner": .string(owner),
            "provider": .string(provider),
            "version": .string(version), "runOrder": .int(Int64(runOrder)),
        ]
        map["configuration"] = configuration.fieldValue
        map["inputs"] = inputs.fieldValue
        map["outputs"] = outputs.fieldValue
        map["namespace"] = namespace.fieldValue
        return .map(map)
    }
}
