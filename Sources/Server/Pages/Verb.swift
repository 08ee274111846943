/// What a form on a page asks for.
enum Verb: String, Sendable, CaseIterable {
    case retry, suspend, resume, approve

    /// What the page says afterwards.
    var done: String {
        switch self {
        case .retry: "Another try is on its way."
        case .suspend: "The suspension is committed."
        case .resume: "The end of the suspension is committed."
        case .approve: "The approval is committed."
        }
    }
}
