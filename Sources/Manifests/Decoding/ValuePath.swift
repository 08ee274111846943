extension String {
    /// The paths of what a path is in, the nearest first: `service` and `service.ports` of `service.ports[0]`.
    var enclosingPaths: some Sequence<String> {
        sequence(state: self[...]) { rest in
            guard let end = rest.lastIndex(where: { $0 == "." || $0 == "[" }) else { return nil }
            rest = rest[..<end]
            return String(rest)
        }
    }
}
