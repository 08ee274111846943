extension ManifestSet {
    // The lists are sorted, and searched by halves: blueprints look something up for every manifest, so that a walk through
    // the whole list would make a repository ten times as large take a hundred times as long.

    public func environment(named name: String) -> Environment? {
        environments.sorted(equalTo: name, by: \.name).first
    }

    public func repository(named name: String) -> Repository? {
        repositories.sorted(equalTo: name, by: \.name).first
    }

    /// The nodes of one environment, by name.
    public func nodes(in environment: String) -> [Node] {
        Array(nodes.sorted(equalTo: environment, by: \.environment))
    }

    /// The node of this name in an environment.
    public func node(named name: String, in environment: String) -> Node? {
        nodes.sorted(equalTo: environment, by: \.environment).sorted(equalTo: name, by: \.name).first
    }

    /// The extras of one node, by name.
    public func extras(of node: Node) -> [Extra] {
        Array(extras.sorted(equalTo: node.environment, by: \.environment).sorted(equalTo: node.name, by: \.node))
    }

    /// The databases of one environment, by name.
    public func databases(in environment: String) -> [Database] {
        Array(databases.sorted(equalTo: environment, by: \.environment))
    }

    /// The caches of one environment, by name.
    public func caches(in environment: String) -> [Cache] {
        Array(caches.sorted(equalTo: environment, by: \.environment))
    }
}

extension RandomAccessCollection where Index == Int {
    /// The elements with this key, of elements that are sorted by it.
    fileprivate func sorted(equalTo wanted: String, by key: KeyPath<Element, String>) -> SubSequence {
        let start = firstSorted { $0[keyPath: key] >= wanted }
        return self[start..<self[start...].firstSorted { $0[keyPath: key] > wanted }]
    }

    /// The first index from which on a condition holds, where it holds for everything after the first for which it does.
    fileprivate func firstSorted(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
