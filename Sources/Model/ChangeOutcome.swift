/// How one change ended.
public enum ChangeOutcome: Sendable, Hashable {
    case succeeded(Made?)
    case failed(ResourceError)
    /// Not tried, because the change of this address failed; told once, there.
    case skipped(because: ResourceAddress)
    /// Not tried, or given up, because the run was stopped.
    case cancelled

    public var word: String {
        switch self {
        case .succeeded: "succeeded"
        case .failed: "failed"
        case .skipped: "skipped"
        case .cancelled: "cancelled"
        }
    }
}

/// What happens while a plan is carried out.
public struct ChangeEvent: Sendable {
    public enum Phase: Sendable {
        case started
        /// It waits for AWS; the text says for what.
        case waiting(String)
        case finished(ChangeOutcome)
    }

    public var address: ResourceAddress
    public var action: ChangeAction?
    public var phase: Phase

    public init(_ address: ResourceAddress, _ action: ChangeAction?, _ phase: Phase) {
        self.address = address
        self.action = action
        self.phase = phase
    }
}
