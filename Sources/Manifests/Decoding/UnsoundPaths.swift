/// The paths of a manifest of which an error was reported.
///
/// Whether something is wrong in a value or around it is asked for every element of a list, so it must not take a walk through
/// all that is wrong.
struct UnsoundPaths: Sendable {
    private var told: Set<String> = []
    /// The paths around those.
    private var around: Set<String> = []

    var isEmpty: Bool { told.isEmpty }

    /// - Parameter enclosing: the paths of the values that the value is in.
    mutating func insert(_ path: String, within enclosing: [String]) {
        guard told.insert(path).inserted else { return }
        // What encloses the innermost one that is known was inserted with it.
        for outer in enclosing.reversed() {
            guard around.insert(outer).inserted else { return }
        }
    }

    func contains(_ path: String) -> Bool { told.contains(path) }

    /// Whether one of them is the path, inside of it or around it.
    func hasPath(around path: String) -> Bool {
        if told.contains(path) || around.contains(path) { return true }
        return path.enclosingPaths.contains(where: told.contains)
    }
}
