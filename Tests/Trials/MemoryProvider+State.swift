import Model

extension MemoryProvider.State {
    typealias Call = MemoryProvider.Call

    /// An identifier that nothing has had. What a declaration makes has the same one whatever else is made meanwhile: it
    /// stands in digests.
    mutating func freshIdentifier(_ type: ResourceType, of maker: String) -> String {
        lastNumbers[maker, default: 0] += 1
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in "\(type) \(maker) \(lastNumbers[maker] ?? 0)".utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return "id-\(type.name.split(separator: ":").last ?? "")-\(hash >> 20)"
    }

    func furtherOutputs(of identifier: String) -> [Output: String] {
        outputs.reduce(into: [:]) { $0[$1] = "\($1):\(identifier)" }
    }

    /// The identifiers of those that cannot be deleted as long as a resource holds them.
    func pinned(by resource: MemoryResource) -> Set<String> {
        let fields = kinds[resource.type]?.fields ?? []
        // What others have put among numbered things of ours goes with what these stand in, as rules go with a listener.
        let parents = resource.address == nil ? Set(fields.compactMap(\.numberedWithin)) : []
        let rows = fields.filter { ($0.pins || $0.effect == .replace) && !parents.contains($0.name) }
        return MemoryResource.identifiers(in: rows.compactMap { resource.values[$0.name] })
    }

    /// Sets tags; a resource that is called by its tag `Name` is called another name by it.
    mutating func tag(_ identifier: String, _ tags: [String: String]) {
        guard var resource = resources[identifier] else { return }
        if let name = tags["Name"], resource.name == resource.tags["Name"] { resource.name = name }
        resource.tags.merge(tags) { _, new in new }
        resources[identifier] = resource
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
        let id = freshIdentifier(declaration.type, of: address.path)
        resources[id] = MemoryResource(
            type: declaration.type, identifier: id, name: declaration.name, values: values,
            tags: order.tags.merging(["token": order.token]) { own, _ in own }, looksLeft: faults.slow[address] ?? 0,
            furtherOutputs: furtherOutputs(of: id))
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
        let partial = Set((kinds[resource.type]?.fields ?? []).filter { $0.comparison == .declaredKeys }.map(\.name))
        for field in fields {
            guard let wanted = order.declaration.values[field]?.resolved(by: order.lookup) else { continue }
            if case .map(let keys) = wanted, case .map(let held)? = resource.values[field], partial.contains(field) {
                resource.values[field] = .map(held.merging(keys) { _, new in new })
            } else {
                resource.values[field] = wanted
            }
        }
        try check(address, resource.type, nil, resource.values, except: resource.identifier)
        remember(resource.type)
        resource.looksLeft = faults.slow[address] ?? 0
        resource.name = order.declaration.name ?? resource.name
        if isRevised {
            formerRevisions.insert(resource.identifier)
            resources[resource.identifier] = nil
            resource.identifier = freshIdentifier(resource.type, of: address.path)
            resource.furtherOutputs = furtherOutputs(of: resource.identifier)
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
                && (pinned(by: other).contains(id)
                    || patience.contains(other.type) && !(other.address.map(faults.staying.contains) ?? false)
                        && !places.isDisjoint(with: reach(of: other)))
        }
        if let user {
            refusals.append("delete \(address): \(user.address?.path ?? user.identifier) uses it")
            throw ResourceError(.inUse, operation: "memory:Delete", message: "\(id) is used by \(user.identifier)")
        }
        remember(observed.type)
        guard let resource = resources.removeValue(forKey: id) else { return }
        deleted.append(resource)
        if kinds[resource.type]?.traits.isRevised == true { formerRevisions.insert(id) }
    }

    /// Everything in which a resource stands, near and far, as a balancer stands in a network.
    private func reach(of resource: MemoryResource) -> Set<String> {
        var result = pinned(by: resource)
        var frontier = Array(result)
        while let id = frontier.popLast() {
            guard let held = resources[id] else { continue }
            for next in pinned(by: held) where result.insert(next).inserted { frontier.append(next) }
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
                if formerRevisions.contains(id) { continue }
                try refuse(.notFound, "\(address): \(id) is not there")
                return
            }
            if other.looksLeft > 0 { try refuse(.refused, "\(address): \(id) is not available yet") }
        }
        for other in resources.values where other.type == type && other.identifier != own {
            if let name, other.name == name { try refuse(.conflict, "\(address): the name \(name) is taken") }
            for row in kinds[type]?.fields ?? [] {
                guard let parent = row.numberedWithin, let number = values[row.name],
                    other.values[row.name] == number, other.values[parent] == values[parent]
                else { continue }
                try refuse(.conflict, "\(address): the number \(number) is taken")
            }
        }
    }

    private mutating func refuse(_ code: ResourceError.Code, _ message: String) throws(ResourceError) {
        refusals.append(message)
        throw ResourceError(code, operation: "memory:Put", message: message)
    }
}
