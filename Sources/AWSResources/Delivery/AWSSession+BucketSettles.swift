import AWSClient

extension AWSSession {
    /// Repeats calls while S3 is at an earlier change of a bucket, which it answers with `OperationAborted` and "try
    /// again" also to calls that come one after the other (hashicorp/terraform-provider-aws#7628).
    ///
    /// Everything that is called has to be safe to repeat. The last answer counts.
    /// - Parameter isNew: whether the bucket was just made: then S3 may not find it everywhere yet.
    func whileBucketSettles<Result>(
        isNew: Bool = false, _ call: () async throws -> Result
    ) async throws -> Result {
        let passing = isNew ? ["OperationAborted", "NoSuchBucket"] : ["OperationAborted"]
        return try await repeating(while: { passing.contains($0.code) }, call)
    }
}
