extension Sequence where Element: Sendable {
    /// The results of `body` for every element, in the order of the elements, with at most `limit` under way at once.
    ///
    /// The first error cancels the rest and is thrown.
    func concurrentMap<Result: Sendable>(
        limit: Int = 8,
        _ body: @escaping @Sendable (Element) async throws -> Result
    ) async throws -> [Result] {
        let elements = Array(self)
        guard elements.count > 1 else {
            var only: [Result] = []
            for element in elements { only.append(try await body(element)) }
            return only
        }
        return try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var results: [Int: Result] = [:]
            for (index, element) in elements.enumerated() {
                if index >= limit, let (done, result) = try await group.next() { results[done] = result }
                group.addTask { (index, try await body(element)) }
            }
            while let (done, result) = try await group.next() { results[done] = result }
            return elements.indices.compactMap { results[$0] }
        }
    }

    /// Like `concurrentMap`, leaving out what `body` answers nil for.
    func concurrentCompactMap<Result: Sendable>(
        limit: Int = 8,
        _ body: @escaping @Sendable (Element) async throws -> Result?
    ) async throws -> [Result] {
        try await concurrentMap(limit: limit, body).compactMap { $0 }
    }
}

extension Array {
    /// The elements in order, in pieces of at most `size`: for calls that take so many names at once.
    func chunked(into size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
