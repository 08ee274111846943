import Model

extension ServiceTarget {
    public init?(fieldValue: Value?) {
        guard case .map(let entries)? = fieldValue,
            let targetGroup = Reference(fieldValue: entries["targetGroup"]),
            let name = String(fieldValue: entries["containerName"]),
            let port = Int(fieldValue: entries["containerPort"])
        else { return nil }
        self.init(targetGroup: targetGroup, containerName: name, containerPort: port)
    }
}
