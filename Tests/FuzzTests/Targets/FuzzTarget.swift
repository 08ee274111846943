/// What reads bytes that others wrote, each with what has to hold whatever they are.
///
/// The fuzzers of `make fuzz` and the tests that replay their corpus run the same function.
public enum FuzzTarget: String, CaseIterable, Sendable {
    /// Files of a config repository.
    case manifests
    /// Answers of AWS, and of what stands in front of it.
    case answers
    /// What is posted to the webhooks.
    case webhooks
    /// What the git helper and the controller say to each other.
    case messages
    /// Files of the status branch.
    case status
    /// Answers of forges and chats.
    case forges

    /// - Throws: when a promise does not hold. A crash, a hang or too much memory is for whoever runs it to notice.
    public func take(_ input: [UInt8]) throws(BrokenPromise) {
        switch self {
        case .manifests: try ManifestsTarget.take(input)
        case .answers: try AnswersTarget.take(input)
        case .webhooks: try WebhooksTarget.take(input)
        case .messages: try MessagesTarget.take(input)
        case .status: try StatusTarget.take(input)
        case .forges: try ForgesTarget.take(input)
        }
    }
}
