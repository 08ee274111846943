import Model

extension PortMapping {
    public init?(fieldValue: Value?) {
        guard case .map(let entries)? = fieldValue, let port = Int(fieldValue: entries["containerPort"]),
            let name = String?(fieldValue: entries["protocol"])
        else { return nil }
        self.init(containerPort: port, protocol: name ?? "tcp")
    }
}
