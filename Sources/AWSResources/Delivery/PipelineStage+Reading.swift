import Model

extension PipelineStage {
    public init?(fieldValue: Value?) {
        guard case .map(let entries)? = fieldValue, let name = String(fieldValue: entries["name"]),
            let actions = Set<PipelineAction>(fieldValue: entries["actions"])
        else { return nil }
        self.init(name, actions.sorted { ($0.runOrder, $0.name) < ($1.runOrder, $1.name) })
    }
}

extension PipelineAction {
    public init?(fieldValue: Value?) {
        guard case .map(let entries)? = fieldValue, let name = String(fieldValue: entries["name"]),
            let category = String(fieldValue: entries["category"]),
            let provider = String(fieldValue: entries["provider"]),
            let configuration = [String: Reference]?(fieldValue: entries["configuration"]),
            let inputs = [String]?(fieldValue: entries["inputs"]),
            let outputs = [String]?(fieldValue: entries["outputs"]),
            let namespace = String?(fieldValue: entries["namespace"]),
            let owner = String?(fieldValue: entries["owner"]),
            let version = String?(fieldValue: entries["version"]),
            let runOrder = Int?(fieldValue: entries["runOrder"])
        else { return nil }
        self.init(
            name, category: category, provider: provider, configuration: configuration ?? [:], inputs: inputs ?? [],
            outputs: outputs ?? [], namespace: namespace)
        self.owner = owner ?? self.owner
        self.version = version ?? self.version
        self.runOrder = runOrder ?? self.runOrder
    }
}
