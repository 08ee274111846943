import AWSClient
import Model

extension AWSSession {
    /// Sends a request whose repetition would make a second resource.
    ///
    /// `find` looks for what an earlier try has made (by the ownership tags, which are part of the create, or by name):
    /// once before the request is sent, because an earlier process may have died after sending it, and again whenever
    /// the answer was lost, because then nobody knows whether the request had its effect.
    /// - Parameters:
    ///   - made: reads the answer of the create.
    ///   - find: nil when there is no such thing.
    func createOnce<R: AWSRequest, Result: Sendable>(
        _ request: R,
        made: (R.Response) throws -> Result,
        find: () async throws -> Result?
    ) async throws -> Result {
        if let found = try await find() { return found }
        for _ in 1..<Self.createAttempts {
            do {
                return try made(try await client.sendOnce(request))
            } catch let error as AWSError where error.isAmbiguous {
                if let found = try await findLost(find) { return found }
            }
        }
        return try made(try await client.sendOnce(request))
    }

    /// `createOnce` for a thing whose name AWS gives to one only: a request that is refused because the name is taken may
    /// have met its own first try.
    func createNamed<R: AWSRequest, Result: Sendable>(
        _ request: R,
        made: (R.Response) throws -> Result,
        find: () async throws -> Result?
    ) async throws -> Result {
        do {
            return try await createOnce(request, made: made, find: find)
        } catch let error as AWSError where error.isExisting {
            if let found = try await find() { return found }
            throw error
        }
    }

    /// `createOnce` for a thing of which AWS refuses a second by itself, so that nobody has to look before it is asked for.
    ///
    /// - Parameters:
    ///   - isTaken: whether an answer says that it is there already; by default, that its name is taken.
    ///   - find: asked when AWS says so, or when the answer was lost; nil when there is no such thing, which makes AWS's
    ///     answer the error.
    func createUnique<R: AWSRequest, Result: Sendable>(
        _ request: R,
        made: (R.Response) throws -> Result,
        isTaken: (AWSError) -> Bool = \.isExisting,
        find: () async throws -> Result?
    ) async throws -> Result {
        var attempts = 0
        while true {
            attempts += 1
            do {
                return try made(try await client.sendOnce(request))
            } catch let error as AWSError where isTaken(error) {
                if let found = try await find() { return found }
                throw error
            } catch let error as AWSError where error.isAmbiguous && attempts < Self.createAttempts {
                if let found = try await findLost(find) { return found }
            }
        }
    }

    /// Looks several times: AWS may show a new thing only some seconds after it was made.
    private func findLost<Result>(_ find: () async throws -> Result?) async throws -> Result? {
        for pause in Self.lookPauses {
            if let found = try await find() { return found }
            try await Task.sleep(for: pause)
        }
        return try await find()
    }

    /// Repeats a call about a thing that was made a moment ago while AWS says that there is no such thing.
    ///
    /// EC2 and IAM are eventually consistent: what one call has made, the next may not see yet. Only for things that
    /// are known to be there; the last answer counts.
    func whileAppearing<Result>(_ call: () async throws -> Result) async throws -> Result {
        try await repeating(after: Self.appearancePauses, while: \.isMissing, call)
    }

    private static let createAttempts = 3
    private static let lookPauses: [Duration] = [.milliseconds(500), .seconds(1), .seconds(2)]
    private static let appearancePauses: [Duration] = [
        .milliseconds(200), .milliseconds(500), .seconds(1), .seconds(2), .seconds(4), .seconds(8),
    ]
}
