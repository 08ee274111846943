/// Tarjan's search for strongly connected components, without recursion, so that a long chain does not exhaust the stack.
struct LoopSearch {
    private let edges: [[Int]]
    private var index: [Int]
    private var low: [Int]
    private var isOnStack: [Bool]
    private var stack: [Int] = []
    private var entered = 0
    private var found: [[Int]] = []

    private static let unseen = -1

    /// - Parameter edges: for each node, counted from 0, the nodes that it leads to.
    init(edges: [[Int]]) {
        self.edges = edges
        index = Array(repeating: Self.unseen, count: edges.count)
        low = index
        isOnStack = Array(repeating: false, count: edges.count)
    }

    /// The components of more than one node.
    mutating func run() -> [[Int]] {
        for node in edges.indices where index[node] == Self.unseen { visit(node) }
        return found
    }

    private mutating func visit(_ root: Int) {
        var path: [(node: Int, next: Int)] = [enter(root)]
        while let (node, next) = path.last {
            if next < edges[node].count {
                path[path.count - 1].next += 1
                let target = edges[node][next]
                if index[target] == Self.unseen {
                    path.append(enter(target))
                } else if isOnStack[target] {
                    low[node] = min(low[node], index[target])
                }
            } else {
                path.removeLast()
                if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
                if low[node] == index[node] { takeComponent(of: node) }
            }
        }
    }

    private mutating func enter(_ node: Int) -> (node: Int, next: Int) {
        index[node] = entered
        low[node] = entered
        entered += 1
        stack.append(node)
        isOnStack[node] = true
        return (node, 0)
    }

    private mutating func takeComponent(of node: Int) {
        var component: [Int] = []
        while let member = stack.popLast() {
            isOnStack[member] = false
            component.append(member)
            if member == node { break }
        }
        if component.count > 1 { found.append(component) }
    }
}
