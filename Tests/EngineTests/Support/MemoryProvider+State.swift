import Model

extension MemoryProvider.State {
    typealias Call = MemoryProvider.Call

    mutating func freshIdentifier(_ type: ResourceType) -> String {
        lastNumber += 1
        return "id-\(type.name.split(separator: ":").last ?? "")-\(lastNumber)"
    }

    func list(_ type: ResourceType) -> [ObservedResource] {
        resources.values.filter { $0.type == type }.map(\.observed)
    }

    /// Keeps what a kind looked like before a change, when reads are to lag behind.
    mutating func remember(_ type: ResourceType) {
        if faults.lag > 0 { stale[type] = (list(type), faults.lag) }
    }

    mutating func create(_ order: Order) throws(ResourceError) -> Made {
        let declaration = order.declaration
        let address = declaration.address
        calls.append(Call(verb: "create", address: address, token: order.token))
        if faults.refusedCreates.contains(address) {
            throw ResourceError(.denied, operation: "memory:Create", message: "you may not create \(address)")
        }
        if let there = resources.values.first(where: { $0.type == declaration.type && $0.tags["token"] == order.token })
        {
            return Made(there.identifier, outputs: [:])
        }
        var values = declaration.values.mapValues { $0.resolved(by: order.lookup) }
        for (field, number) in order.numbers { values[field] = .int(Int64(number)) }
        try check(address, declaration.type, declaration.name, values)
        remember(declaration.type)
        let id = freshIdentifier(declaration.type)
        resources[id] = MemoryResource(
            type: declaration.type, identifier: id, name: declaration.name, values: values,
            tags: order.tags.merging(["token": order.token]) { own, _ in own }, looksLeft: faults.slow[address] ?? 0)
        if faults.lostAnswers.remove(address) != nil {
            throw ResourceError(.unreachable, operation: "memory:Create", message: "the connection broke")
        }
        return Made(id)
    }

    mutating func update(
        _ observed: ObservedResource, _ order: Order, _ fields: Set<String>, isRevised: Bool
    ) throws(ResourceError) -> Made {
        let address = order.declaration.address
        calls.append(Call(verb: "update", address: address, token: order.token, fields: fields))
        if let left = faults.steps[address], left > 0 {
            faults.steps[address] = left - 1
            throw ResourceError(.busy, operation: "memory:Update", message: "\(left) steps left")
        }
        if faults.refusedUpdates.contains(address) {
            throw ResourceError(.denied, operation: "memory:Update", message: "you may not change \(address)")
        }
        guard var resource = resources[observed.identifier] else {
            throw ResourceError(.notFound, operation: "memory:Update", message: "\(observed.identifier) is not there")
        }
        for field in fields {
            guard let wanted = order.declaration.values[field]?.resolved(by: order.lookup) else { continue }
            if case .map(let keys) = wanted, case .map(let held)? = resource.values[field], !isRevised {
                resource.values[field] = .map(held.merging(keys) { _, new in new })
            } else {
                resource.values[field] = wanted
            }
        }
        try check(address, resource.type, nil, resource.values, except: resource.identifier)
        remember(resource.type)
        resource.looksLeft = faults.slow[address] ?? 0
        if isRevised {
            resources[resource.identifier]?.tags[OwnershipTag.address] = nil
            resources[resource.identifier] = nil
            resource.identifier = freshIdentifier(resource.type)
        }
        resources[resource.identifier] = resource
        return Made(resource.identifier)
    }

    mutating func delete(_ observed: ObservedResource, _ patience: [ResourceType]) throws(ResourceError) {
        let id = observed.identifier
        let address = ResourceAddress(observed.tags[OwnershipTag.address] ?? id)
        calls.append(Call(verb: "delete", address: address))
        if faults.refusedDeletes.contains(address) {
            throw ResourceError(.denied, operation: "memory:Delete", message: "you may not delete \(address)")
        }
        if let times = faults.inUse[address], times > 0 {
            faults.inUse[address] = times - 1
            throw ResourceError(.inUse, operation: "memory:Delete", message: "\(id) is in use")
        }
        let places = resources[id]?.heldIdentifiers ?? []
        let user = resources.values.first { other in
            other.identifier != id
                && (other.pinnedIdentifiers.contains(id)
                    || patience.contains(other.type) && !places.isDisjoint(with: reach(of: other)))
        }
        if let user {
            refusals.append("delete \(address): \(user.address?.path ?? user.identifier) uses it")
            throw ResourceError(.inUse, operation: "memory:Delete", message: "\(id) is used by \(user.identifier)")
        }
        remember(observed.type)
        resources[id] = nil
    }

    /// Everything in which a resource stands, near and far, as a balancer stands in a network.
    private func reach(of resource: MemoryResource) -> Set<String> {
        var result = resource.pinnedIdentifiers
        var frontier = Array(result)
        while let id = frontier.popLast() {
            for next in resources[id]?.pinnedIdentifiers ?? [] where result.insert(next).inserted {
                frontier.append(next)
            }
        }
        return result
    }

    /// Refuses what AWS would refuse.
    private mutating func check(
        _ address: ResourceAddress, _ type: ResourceType, _ name: String?, _ values: [String: Value],
        except own: String = ""
    ) throws(ResourceError) {
        let asked = MemoryResource(type: type, identifier: own, name: name, values: values, tags: [:])
        for value in values.values where !value.addresses.isEmpty {
            try refuse(.unresolved, "\(address): \(value) is not resolved")
        }
        for id in asked.heldIdentifiers.sorted() {
            guard let other = resources[id] else {
                // Revisions stay usable, as those of task definitions do.
                if id.hasPrefix("id-Recipe") { continue }
                try refuse(.notFound, "\(address): \(id) is not there")
                return
            }
            if other.looksLeft > 0 { try refuse(.refused, "\(address): \(id) is not available yet") }
        }
        for other in resources.values where other.type == type && other.identifier != own {
            if let name, other.name == name { try refuse(.conflict, "\(address): the name \(name) is taken") }
            if let number = values["number"], other.values["number"] == number,
                other.values["listener"] == values["listener"]
            {
                try refuse(.conflict, "\(address): the number \(number) is taken")
            }
        }
    }

    private mutating func refuse(_ code: ResourceError.Code, _ message: String) throws(ResourceError) {
        refusals.append(message)
        throw ResourceError(code, operation: "memory:Put", message: message)
    }
}
