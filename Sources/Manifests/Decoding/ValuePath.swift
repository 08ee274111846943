extension String {
    /// Whether the path is the other one or inside of it, as `service.cpu` is in `service`.
    func isPath(within other: String) -> Bool {
        guard hasPrefix(other) else { return false }
        let next = utf8.dropFirst(other.utf8.count).first
        return next == nil || next == UInt8(ascii: ".") || next == UInt8(ascii: "[")
    }
}

extension Set<String> {
    /// Whether a member is the path, inside of it or around it.
    func hasPath(around path: String) -> Bool {
        contains { $0.isPath(within: path) || path.isPath(within: $0) }
    }
}
