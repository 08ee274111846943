import AWSClient
import Model

extension Bucket {
    public var permissions: KindPermissions {
        KindPermissions(
            sending: Self.requests, on: ["arn:{partition}:s3:::{prefix}-*"],
            // Tags are part of the create.
            with: [PermissionGrant(["s3:TagResource"], on: ["arn:{partition}:s3:::{prefix}-*"])])
    }

    static let requests: [any AWSRequest.Type] = [
        ListBuckets.self, GetBucketTagging.self, GetBucketEncryption.self, GetBucketVersioning.self,
        GetPublicAccessBlock.self, GetBucketPolicy.self, GetLifecycle.self, CreateBucket.self, PutBucketTagging.self,
        PutBucketEncryption.self, PutBucketVersioning.self, PutPublicAccessBlock.self, PutBucketPolicy.self,
        PutLifecycle.self, DeleteLifecycle.self, DeleteBucket.self,
    ]

    struct ListBuckets: AWSRequest {
        static let action: AWSAction = "s3:ListBuckets"
        var bucketRegion: String

        struct Item: Codable, Sendable { var name: String? }
        struct Response: Codable, Sendable { var buckets: [Item]? }
    }

    struct Tagging: Codable, Sendable { var tagSet: [Tag] }

    struct GetBucketTagging: AWSRequest {
        static let action: AWSAction = "s3:GetBucketTagging"
        var bucket: String
        struct Response: Codable, Sendable { var tagSet: [Tag]? }
    }

    struct PutBucketTagging: AWSRequest {
        static let action: AWSAction = "s3:PutBucketTagging"
        var bucket: String
        var tagging: Tagging
        typealias Response = EmptyResponse
    }

    struct CreateBucket: AWSRequest {
        static let action: AWSAction = "s3:CreateBucket"
        var bucket: String
        var createBucketConfiguration: Configuration
        typealias Response = EmptyResponse

        struct Configuration: Codable, Sendable {
            /// Absent in us-east-1, where S3 refuses it.
            var locationConstraint: String?
            var tags: [Tag]
        }

        init(named name: String, tags: [String: String], in region: String) {
            bucket = name
            createBucketConfiguration = Configuration(
                locationConstraint: region == "us-east-1" ? nil : region, tags: tags.tagList)
        }
    }

    struct DeleteBucket: AWSRequest {
        static let action: AWSAction = "s3:DeleteBucket"
        var bucket: String
        typealias Response = EmptyResponse
    }

    struct EncryptionConfiguration: Codable, Sendable {
        struct Rule: Codable, Sendable { var applyServerSideEncryptionByDefault: Default? }
        struct Default: Codable, Sendable { var sseAlgorithm: String? }
        var rules: [Rule]?
    }

    struct GetBucketEncryption: AWSRequest {
        static let action: AWSAction = "s3:GetBucketEncryption"
        var bucket: String
        struct Response: Codable, Sendable { var serverSideEncryptionConfiguration: EncryptionConfiguration? }
    }

    struct PutBucketEncryption: AWSRequest {
        static let action: AWSAction = "s3:PutBucketEncryption"
        var bucket: String
        var serverSideEncryptionConfiguration: EncryptionConfiguration
        typealias Response = EmptyResponse

        init(bucket: String, algorithm: String) {
            self.bucket = bucket
            serverSideEncryptionConfiguration = EncryptionConfiguration(
                rules: [.init(applyServerSideEncryptionByDefault: .init(sseAlgorithm: algorithm))])
        }
    }

    struct VersioningConfiguration: Codable, Sendable { var status: String }

    struct GetBucketVersioning: AWSRequest {
        static let action: AWSAction = "s3:GetBucketVersioning"
        var bucket: String
        /// Absent when versions were never kept.
        struct Response: Codable, Sendable { var status: String? }
    }

    struct PutBucketVersioning: AWSRequest {
        static let action: AWSAction = "s3:PutBucketVersioning"
        var bucket: String
        var versioningConfiguration: VersioningConfiguration
        typealias Response = EmptyResponse
    }

    struct PublicAccessBlock: Codable, Sendable {
        var blockPublicAcls: Bool?
        var ignorePublicAcls: Bool?
        var blockPublicPolicy: Bool?
        var restrictPublicBuckets: Bool?

        init(all flag: Bool) {
            (blockPublicAcls, ignorePublicAcls, blockPublicPolicy, restrictPublicBuckets) = (flag, flag, flag, flag)
        }

        var isWhole: Bool {
            [blockPublicAcls, ignorePublicAcls, blockPublicPolicy, restrictPublicBuckets].allSatisfy { $0 == true }
        }
    }

    struct GetPublicAccessBlock: AWSRequest {
        static let action: AWSAction = "s3:GetPublicAccessBlock"
        var bucket: String
        struct Response: Codable, Sendable { var publicAccessBlockConfiguration: PublicAccessBlock? }
    }

    struct PutPublicAccessBlock: AWSRequest {
        static let action: AWSAction = "s3:PutPublicAccessBlock"
        var bucket: String
        var publicAccessBlockConfiguration: PublicAccessBlock
        typealias Response = EmptyResponse
    }

    struct GetBucketPolicy: AWSRequest {
        static let action: AWSAction = "s3:GetBucketPolicy"
        var bucket: String
        struct Response: Codable, Sendable { var policy: String? }
    }

    struct PutBucketPolicy: AWSRequest {
        static let action: AWSAction = "s3:PutBucketPolicy"
        var bucket: String
        var policy: String
        typealias Response = EmptyResponse
    }

    struct GetLifecycle: AWSRequest {
        static let action: AWSAction = "s3:GetBucketLifecycleConfiguration"
        var bucket: String
        struct Response: Codable, Sendable { var rules: [LifecycleRule]? }
    }

    struct PutLifecycle: AWSRequest {
        static let action: AWSAction = "s3:PutBucketLifecycleConfiguration"
        var bucket: String
        var lifecycleConfiguration: Configuration
        typealias Response = EmptyResponse

        struct Configuration: Codable, Sendable { var rules: [LifecycleRule] }

        init(bucket: String, rules: Set<BucketLifecycleRule>) {
            self.bucket = bucket
            let sorted = rules.sorted { $0.id < $1.id }
            lifecycleConfiguration = Configuration(rules: sorted.map { LifecycleRule($0) })
        }
    }

    struct DeleteLifecycle: AWSRequest {
        static let action: AWSAction = "s3:DeleteBucketLifecycle"
        var bucket: String
        typealias Response = EmptyResponse
    }

    struct LifecycleRule: Codable, Sendable {
        struct Expiration: Codable, Sendable {
            var days: Int?
            var expiredObjectDeleteMarker: Bool?
        }
        struct Noncurrent: Codable, Sendable {
            var noncurrentDays: Int?
            var newerNoncurrentVersions: Int?
        }
        struct Abort: Codable, Sendable { var daysAfterInitiation: Int? }
        struct Transition: Codable, Sendable { var storageClass: String? }
        struct Filter: Codable, Sendable {
            var prefix: String?
            var tag: Tag?
            var and: And?
        }
        struct And: Codable, Sendable { var prefix: String? }

        var id: String?
        var status: String?
        /// The place of the prefix in rules of old.
        var prefix: String?
        var filter: Filter?
        var expiration: Expiration?
        var noncurrentVersionExpiration: Noncurrent?
        var abortIncompleteMultipartUpload: Abort?
        var transitions: [Transition]?
        var noncurrentVersionTransitions: [Transition]?

        init(_ rule: BucketLifecycleRule) {
            id = rule.id
            status = rule.isEnabled ? "Enabled" : "Disabled"
            filter = Filter(prefix: rule.prefix)
            expiration = rule.expirationDays.map { Expiration(days: $0) }
            noncurrentVersionExpiration = rule.noncurrentDays.map { Noncurrent(noncurrentDays: $0) }
            abortIncompleteMultipartUpload = rule.abortDays.map { Abort(daysAfterInitiation: $0) }
        }
    }
}

extension BucketLifecycleRule {
    init(_ rule: Bucket.LifecycleRule) {
        self.init(
            id: rule.id ?? "", prefix: rule.filter?.prefix ?? rule.prefix ?? "",
            expirationDays: rule.expiration?.days,
            noncurrentDays: rule.noncurrentVersionExpiration?.noncurrentDays,
            abortDays: rule.abortIncompleteMultipartUpload?.daysAfterInitiation)
        isEnabled = rule.status == "Enabled"
        saysMore =
            rule.filter?.tag != nil || rule.filter?.and != nil || rule.transitions?.isEmpty == false
            || rule.noncurrentVersionTransitions?.isEmpty == false
            || rule.expiration?.expiredObjectDeleteMarker == true
            || rule.noncurrentVersionExpiration?.newerNoncurrentVersions != nil
    }
}
