/// Finds the word that was probably meant.
enum Suggestion {
    /// `: did you mean "zones"?`, or nothing when no candidate is near.
    static func phrase(for word: String, among candidates: [String]) -> String {
        nearest(to: word, among: candidates).map { ": did you mean \(YAMLScalar.quoted($0))?" } ?? ""
    }

    /// The candidate with the fewest edits, when they are few for the word's length.
    static func nearest(to word: String, among candidates: [String]) -> String? {
        // A long word is near to nothing, and among so many words every one is near to some: both would only take time.
        guard word.utf8.count <= 64, candidates.count <= 500 else { return nil }
        let limit = max(1, word.utf8.count / 3)
        let lowercased = Array(word.lowercased().utf8)
        let near = candidates.filter { abs($0.utf8.count - word.utf8.count) <= limit }
        let ranked = near.map { (word: $0, edits: edits(lowercased, Array($0.lowercased().utf8))) }
        return ranked.filter { $0.edits <= limit }.min { $0.edits < $1.edits }?.word
    }

    /// How many letters must be inserted, removed, replaced or exchanged with their neighbour.
    private static func edits(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var best = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
                row.append(best)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
