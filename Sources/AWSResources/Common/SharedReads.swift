/// Puts reads of single things that are wanted at the same time together into few calls.
///
/// Who asks while a call of the same key is under way waits for the next one, which asks for all that wait by then. So no
/// answer is older than its question, and nobody waits for company: a read that is alone is sent at once.
actor SharedReads {
    private typealias Answers = Task<[String: any Sendable], any Error>

    /// What the calls that are not sent yet will ask for, by their numbers.
    private var waiting: [Int: Set<String>] = [:]
    /// The last call of each key, until it is answered.
    private var newest: [String: (number: Int, answers: Answers)] = [:]
    private var lastNumber = 0

    /// What AWS holds of some things, by identifier; what is not there has no entry.
    ///
    /// A call belongs to all who wait for it, so the cancellation of one does not end it, and its error is the answer for
    /// all.
    /// - Parameters:
    ///   - key: the same for the same call and the same kind of answer.
    ///   - limit: how many identifiers a call takes.
    ///   - fetch: sends the call.
    func read<Item: Sendable>(
        _ identifiers: Set<String>, of key: String, atOnce limit: Int,
        _ fetch: @escaping @Sendable ([String]) async throws -> [String: Item]
    ) async throws -> [String: Item] {
        var result: [String: Item] = [:]
        for part in identifiers.sorted().chunked(into: limit) {
            let answers = try await call(for: Set(part), of: key, limit, fetch).value
            for identifier in part { result[identifier] = answers[identifier] as? Item }
        }
        return result
    }

    /// What AWS holds of one thing; nil when it is not there.
    func read<Item: Sendable>(
        _ identifier: String, of key: String, atOnce limit: Int,
        _ fetch: @escaping @Sendable ([String]) async throws -> [String: Item]
    ) async throws -> Item? {
        try await read([identifier], of: key, atOnce: limit, fetch)[identifier]
    }

    /// How many things are waiting to be asked for.
    var waitingCount: Int { waiting.values.reduce(0) { $0 + $1.count } }

    /// The call that will ask for some things: the one that waits, if it has room, else a new one after the last.
    private func call<Item: Sendable>(
        for identifiers: Set<String>, of key: String, _ limit: Int,
        _ fetch: @escaping @Sendable ([String]) async throws -> [String: Item]
    ) -> Answers {
        let last = newest[key]
        if let last, let asked = waiting[last.number]?.union(identifiers), asked.count <= limit {
            waiting[last.number] = asked
            return last.answers
        }
        lastNumber += 1
        let number = lastNumber
        waiting[number] = identifiers
        let answers = Answers {
            _ = await last?.answers.result
            defer { if newest[key]?.number == number { newest[key] = nil } }
            let asked = waiting.removeValue(forKey: number) ?? []
            return try await fetch(asked.sorted()).mapValues { $0 as any Sendable }
        }
        newest[key] = (number, answers)
        return answers
    }
}
