import AWSClient
import Model

/// What ECS answers in place of a thing that it was asked to describe.
struct ECSFailure: Codable, Sendable {
    var arn: String?
    var reason: String?
    var detail: String?
}

extension [ECSFailure]? {
    /// Lets pass what is not there, which ECS says with `MISSING`; anything else is no absence and throws.
    func allowMissing(_ action: AWSAction) throws(ResourceError) {
        guard let failure = self?.first(where: { $0.reason != "MISSING" }) else { return }
        let reason = [failure.reason, failure.detail].compactMap(\.self).joined(separator: ": ")
        throw ResourceError(
            .refused,
            operation: action.description,
            message: "\(action) could not describe \(failure.arn ?? "one of the things asked for"): \(reason)"
        )
    }
}
