extension AWSAction {
    /// The action that IAM wants to be allowed for this call. Everywhere but in S3 it has the call's own name
    /// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html).
    public var permission: AWSAction {
        guard service.id == "s3", let name = Self.bucketPermissions[operation] else { return self }
        return AWSAction(service: service, operation: name)
    }

    private static let bucketPermissions = [
        "ListBuckets": "ListAllMyBuckets",
        "GetBucketEncryption": "GetEncryptionConfiguration",
        "PutBucketEncryption": "PutEncryptionConfiguration",
        "GetBucketLifecycleConfiguration": "GetLifecycleConfiguration",
        "PutBucketLifecycleConfiguration": "PutLifecycleConfiguration",
        "DeleteBucketLifecycle": "PutLifecycleConfiguration",
        "GetPublicAccessBlock": "GetBucketPublicAccessBlock",
        "PutPublicAccessBlock": "PutBucketPublicAccessBlock",
        "DeletePublicAccessBlock": "PutBucketPublicAccessBlock",
    ]
}
