/// The response of an operation that answers nothing of interest.
public struct EmptyResponse: Codable, Sendable {
    public init() {}
}
