import AWSClient

/// What a call about one thing answers; nil when AWS says that this thing is not there.
///
/// For a call that deletes, that is success.
@discardableResult
func unlessMissing<Result>(_ call: () async throws -> Result) async throws -> Result? {
    do {
        return try await call()
    } catch let error as AWSError where error.isMissing {
        return nil
    }
}
