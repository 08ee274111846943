/// Makes a failing case smaller, for as long as it fails in the same way.
struct Shrinking<Case: Sendable>: Sendable {
    /// Simpler cases that may fail too, the simplest first. Each has to be strictly simpler, so that this comes to an end.
    var simpler: @Sendable (Case) -> [Case]
    var fails: @Sendable (Case) async -> Bool
    /// How many cases are tried at most.
    var patience = 5000

    func smallest(of first: Case) async -> Case {
        var smallest = first
        var left = patience
        search: while true {
            for candidate in simpler(smallest) {
                guard left > 0 else { return smallest }
                left -= 1
                if await fails(candidate) {
                    smallest = candidate
                    continue search
                }
            }
            return smallest
        }
    }
}
