import Model

/// One line of the difference between what is and what will be.
struct DiffLine: Sendable, Hashable {
    let text: String
    let isAdded: Bool
    let isRemoved: Bool
    let isSame: Bool

    private init(_ text: String, added: Bool = false, removed: Bool = false) {
        self.text = text
        isAdded = added
        isRemoved = removed
        isSame = !added && !removed
    }

    /// The lines of both, removed ones before those that stand in their place.
    static func lines(before: [String], after: [String]) -> [DiffLine] {
        let difference = after.difference(from: before)
        let removed = Set(difference.removals.map(\.offset))
        let added = Set(difference.insertions.map(\.offset))
        var lines: [DiffLine] = []
        var (old, new) = (0, 0)
        while old < before.count || new < after.count {
            if old < before.count, removed.contains(old) {
                lines.append(DiffLine(before[old], removed: true))
                old += 1
            } else if new < after.count, added.contains(new) {
                lines.append(DiffLine(after[new], added: true))
                new += 1
            } else {
                lines.append(DiffLine(after[new]))
                old += 1
                new += 1
            }
        }
        return lines
    }
}

extension CollectionDifference.Change {
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
