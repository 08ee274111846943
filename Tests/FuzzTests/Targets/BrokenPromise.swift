/// Something that has to hold for every input does not.
public struct BrokenPromise: Error, CustomStringConvertible {
    public let description: String
}

/// Throws unless it holds.
func promise(_ holds: Bool, _ what: @autoclosure () -> String) throws(BrokenPromise) {
    if !holds { throw BrokenPromise(description: what()) }
}

/// What a throwing expression gives, which must not throw.
func promised<Value>(_ what: String, _ body: () throws -> Value) throws(BrokenPromise) -> Value {
    do {
        return try body()
    } catch {
        throw BrokenPromise(description: "\(what): \(error)")
    }
}
