import Foundation

/// How much longer one thing takes among many than among few. No time is ever asserted, only how times compare, and with a
/// wide limit, for a machine that does something else meanwhile.
enum Growth {
    static let few = 40
    static let many = 400
    /// A step that walks through everything for everything makes it about ten.
    static let limit = 2.0

    /// - Parameter input: what the work is about, for a number of environments.
    static func measure<Input>(
        _ input: (Int) async throws -> Input, _ work: (Input) throws -> Void
    ) async rethrows -> Double {
        let (small, large) = (try await input(few), try await input(many))
        return try seconds { try work(large) } / seconds { try work(small) } / Double(many / few)
    }

    /// Seconds of this thread's own work, which others on the machine do not lengthen: the lesser of two runs.
    private static func seconds(_ work: () throws -> Void) rethrows -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        var least = Double.infinity
        for _ in 0..<2 {
            let began = now()
            try work()
            least = min(least, now() - began)
        }
        return least
    }
}
