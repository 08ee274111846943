/// Puts things in an order in which each comes after what it depends on.
enum DependencyOrder {
    /// - Returns: the order (ties by the nodes' own order, so that equal input gives equal output) and, when there is a
    ///   loop, the nodes that are in one or behind one.
    static func sort<Node: Hashable & Comparable>(
        _ dependencies: [Node: [Node]]
    ) -> (order: [Node], cyclic: [Node]) {
        var missing: [Node: Int] = [:]
        var dependents: [Node: [Node]] = [:]
        for (node, needs) in dependencies {
            let known = Set(needs).filter { dependencies[$0] != nil && $0 != node }
            missing[node] = known.count
            for need in known { dependents[need, default: []].append(node) }
        }
        var layer = missing.filter { $0.value == 0 }.keys.sorted()
        var order: [Node] = []
        order.reserveCapacity(dependencies.count)
        while !layer.isEmpty {
            order.append(contentsOf: layer)
            var next: [Node] = []
            for node in layer {
                for dependent in dependents[node] ?? [] {
                    let left = (missing[dependent] ?? 0) - 1
                    missing[dependent] = left
                    if left == 0 { next.append(dependent) }
                }
            }
            layer = next.sorted()
        }
        guard order.count < dependencies.count else { return (order, []) }
        let done = Set(order)
        return (order, dependencies.keys.filter { !done.contains($0) }.sorted())
    }

    /// The loops: groups of nodes each of which comes back to itself through all the others. Nodes that are only behind
    /// a loop are in none. Sorted, each and all.
    static func loops<Node: Hashable & Comparable>(_ dependencies: [Node: [Node]]) -> [[Node]] {
        let suspects = sort(dependencies).cyclic
        guard !suspects.isEmpty else { return [] }
        let numbers = Dictionary(uniqueKeysWithValues: zip(suspects, suspects.indices))
        var search = LoopSearch(edges: suspects.map { (dependencies[$0] ?? []).compactMap { numbers[$0] } })
        return search.run().map { $0.sorted().map { suspects[$0] } }.sorted { $0[0] < $1[0] }
    }
}
