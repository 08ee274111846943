/// Puts things in an order in which each comes after what it depends on.
struct DependencyOrder<Node: Hashable & Comparable> {
    /// In the nodes' own order, but for what has to come before: what belongs together stays together, and equal input
    /// gives equal output.
    let order: [Node]
    /// The nodes that are in a loop or behind one.
    let cyclic: [Node]
    /// Of each node in `order`, how many others at most have to come one after the other before it.
    private let depths: [Int]
    /// Of each node in `cyclic`, those that it depends on and that are in it too, by their numbers there.
    private let edges: [[Int]]

    init(_ dependencies: [Node: [Node]]) {
        let nodes = dependencies.keys.sorted()
        let numbers = Dictionary(uniqueKeysWithValues: zip(nodes, nodes.indices))
        self.init(nodes, needs: nodes.map { (dependencies[$0] ?? []).compactMap { numbers[$0] } })
    }

    /// - Parameters:
    ///   - nodes: sorted.
    ///   - needs: of each node, those that it depends on, by their numbers.
    init(_ nodes: [Node], needs: [[Int]]) {
        var walk = DependencyWalk(needs)
        walk.run()
        order = walk.order.map { nodes[$0] }
        depths = walk.order.map { walk.depths[$0] }
        let loose = nodes.indices.filter { walk.isCyclic[$0] }
        cyclic = loose.map { nodes[$0] }
        let numbers = Dictionary(uniqueKeysWithValues: zip(loose, loose.indices))
        edges = loose.map { needs[$0].compactMap { numbers[$0] } }
    }

    /// First all that depends on nothing, then all that depends only on these, and so on.
    var layered: [Node] {
        zip(depths, order).sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }.map(\.1)
    }

    /// The loops: groups of nodes each of which comes back to itself through all the others. Nodes that are only behind
    /// a loop are in none. Sorted, each and all.
    var loops: [[Node]] {
        guard !cyclic.isEmpty else { return [] }
        var search = LoopSearch(edges: edges)
        return search.run().map { $0.sorted().map { cyclic[$0] } }.sorted { $0[0] < $1[0] }
    }
}

/// Goes to each node only after all that it depends on, without recursion, so that a long chain does not exhaust the stack.
private struct DependencyWalk {
    private let needs: [[Int]]
    /// Numbers of nodes.
    private(set) var order: [Int] = []
    private(set) var depths: [Int]
    /// Whether a node is in a loop or behind one.
    private(set) var isCyclic: [Bool]
    private var isEntered: [Bool]
    private var isLeft: [Bool]

    init(_ needs: [[Int]]) {
        self.needs = needs.enumerated().map { number, needs in needs.filter { $0 != number }.sorted() }
        depths = Array(repeating: 0, count: needs.count)
        isCyclic = Array(repeating: false, count: needs.count)
        (isEntered, isLeft) = (isCyclic, isCyclic)
        order.reserveCapacity(needs.count)
    }

    mutating func run() {
        for node in needs.indices where !isEntered[node] { enter(node) }
    }

    private mutating func enter(_ root: Int) {
        var path: [(node: Int, next: Int)] = [(root, 0)]
        isEntered[root] = true
        while let (node, next) = path.last {
            guard next < needs[node].count else {
                path.removeLast()
                leave(node)
                continue
            }
            path[path.count - 1].next += 1
            let need = needs[node][next]
            if !isEntered[need] {
                isEntered[need] = true
                path.append((need, 0))
            }
        }
    }

    private mutating func leave(_ node: Int) {
        isLeft[node] = true
        for need in needs[node] {
            // One that is entered and not left leads back here.
            if !isLeft[need] || isCyclic[need] { isCyclic[node] = true }
            depths[node] = max(depths[node], depths[need] + 1)
        }
        if !isCyclic[node] { order.append(node) }
    }
}
