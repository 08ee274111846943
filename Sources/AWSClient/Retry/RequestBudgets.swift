/// The budgets that a call draws on.
package struct RequestBudgets<Key: Hashable & Sendable>: Sendable {
    private var budgets: [Key: RequestBudget] = [:]

    package init() {}

    /// Takes a token from each bucket if each has one, and otherwise none.
    ///
    /// Nothing is promised to who has to wait: it asks again. A place in one line that was kept while another line is waited in
    /// would be used late, and then more calls arrive at once than the first line allows.
    /// - Returns: nil when the call may be sent now, else how long to wait before asking again.
    package mutating func take(_ limits: [Key: RequestBudget.Limit], at time: Double) -> Duration? {
        var longest = 0.0
        for (key, limit) in limits {
            longest = max(longest, budgets[key, default: RequestBudget(limit, at: time)].wait(at: time))
        }
        guard longest == 0 else { return .milliseconds(Int64((longest * 1000).rounded(.up))) }
        for key in limits.keys { budgets[key]?.take() }
        return nil
    }
}
