extension String {
    /// The text, cut where it has more than this many Unicode scalars.
    func shortened(to limit: Int) -> String {
        // As many bytes as scalars at least: most texts need no counting. A character may have any number of scalars.
        guard utf8.count > limit else { return self }
        let kept = unicodeScalars.prefix(limit)
        return kept.endIndex == endIndex ? self : String(kept) + "…"
    }
}
