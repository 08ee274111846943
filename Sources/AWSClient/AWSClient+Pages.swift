extension AWSClient {
    /// Every page of a paged operation, in order.
    ///
    /// Follows the continuation tokens that the service table names, asking for the largest page that the table allows
    /// where the request sets no size. An operation that does not page gives one page. A token that comes back twice, and a list
    /// that has no end, throws `IncompletePages`: an incomplete read is never returned.
    public func pages<R: AWSRequest>(_ request: R) async throws(AWSError) -> [R.Response] {
        var call = try WireCall(request)
        guard let pagination = call.operation.pagination else {
            return [try await perform(call).decoded(as: R.Response.self, of: R.action)]
        }
        call.setPageSize(pagination)
        var pages: [R.Response] = []
        var seen: Set<[WireValue]> = []
        while true {
            let answer = try await perform(call)
            pages.append(try answer.decoded(as: R.Response.self, of: R.action))
            guard let tokens = pagination.nextTokens(in: answer.value) else { return pages }
            guard seen.insert(tokens).inserted else {
                throw AWSError(
                    code: AWSError.Codes.incompletePages,
                    action: R.action,
                    message: "the service gave the same continuation token twice, so its list cannot be read to the end"
                )
            }
            let limit = runtime.configuration.maximumPages
            guard pages.count < limit else {
                throw AWSError(
                    code: AWSError.Codes.incompletePages,
                    action: R.action,
                    message: "the list has no end after \(limit) pages"
                )
            }
            call.setTokens(tokens, pagination)
        }
    }

    /// All items of a paged operation: the lists at `items` of every page, joined in order.
    public func collect<R: AWSRequest, Item>(
        _ request: R,
        _ items: KeyPath<R.Response, [Item]?> & Sendable
    ) async throws(AWSError) -> [Item] {
        var all: [Item] = []
        for page in try await pages(request) {
            all.append(contentsOf: page[keyPath: items] ?? [])
        }
        return all
    }
}
