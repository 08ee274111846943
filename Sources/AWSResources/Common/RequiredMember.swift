import AWSClient

/// A member without which an answer makes no sense.
///
/// - Throws: `AWSError` `UnparsableResponse` when AWS left it out: half an answer is never taken for a whole one.
func required<R: AWSRequest, T>(_ value: T?, _ member: String, of request: R.Type) throws(AWSError) -> T {
    if let value { return value }
    throw AWSError(
        code: "UnparsableResponse",
        action: R.action,
        message: "the answer has no \(member); run the command again"
    )
}
