import Model

extension Route {
    public init?(fieldValue: Value?) {
        guard case .map(let entries)? = fieldValue, let destination = String(fieldValue: entries["destination"]),
            let target = Reference(fieldValue: entries["target"])
        else { return nil }
        switch target.text {
        case let id? where id.hasPrefix("igw-"): self.init(destination: destination, target: .internetGateway(target))
        case let id? where !id.hasPrefix("nat-"): self.init(destination: destination, target: .other(id))
        default: self.init(destination: destination, target: .natGateway(target))
        }
    }
}
