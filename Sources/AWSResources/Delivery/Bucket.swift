import AWSClient
import Model

/// An S3 bucket with its encryption, versioning, block of public access, policy and lifecycle.
///
/// S3 lists buckets without tags and has no call that reads the settings of several. So every bucket of the region is
/// listed, and tags and settings are read of those that are declared or were recorded; any other is reported without
/// tags, as nobody's. It is deleted only when it holds no object and no version.
public struct Bucket: AWSResourceKind {
    public struct Attributes: Sendable {
        public var bucketName: String
        /// `AES256` or `aws:kms`.
        public var encryption: String?
        public var versioned: Bool?
        /// Whether all four blocks of public access are on.
        public var publicAccessBlocked: Bool?
        public var policy: PolicyDocument?
        public var lifecycle: Set<BucketLifecycleRule>?

        public init(
            bucketName: String, encryption: String? = nil, versioned: Bool? = nil, publicAccessBlocked: Bool? = nil,
            policy: PolicyDocument? = nil, lifecycle: Set<BucketLifecycleRule>? = nil
        ) {
            self.bucketName = bucketName
            self.encryption = encryption
            self.versioned = versioned
            self.publicAccessBlocked = publicAccessBlocked
            self.policy = policy
            self.lifecycle = lifecycle
        }
    }

    public let type: ResourceType = "AWS::S3::Bucket"
    public let noun = "Bucket"
    public let traits = KindTraits(isStateful: true)
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("bucketName", \.bucketName, .replace, "The name, unique in the world, at most 63 characters"),
        Field("encryption", \.encryption, .update, "How objects are encrypted when they are stored"),
        Field("versioned", \.versioned, .update, "Whether former versions of objects are kept"),
        Field("publicAccessBlocked", \.publicAccessBlocked, .update, "Whether every way to the public is closed"),
        Field("policy", \.policy, .update, "The bucket's own policy"),
        Field("lifecycle", \.lifecycle, .update, "Which objects S3 removes by itself, and when"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.bucketName }

    /// S3's list may leave out for a while what was just made, so a declared bucket that is not listed is asked for by
    /// its name (https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html#ConsistencyModel).
    public func observe(_ scope: ObservationScope, through session: AWSSession) async throws -> [Observed<Attributes>] {
        let listed = Set(
            try await session.client.collect(ListBuckets(bucketRegion: session.region), \.buckets).compactMap(\.name))
        let ofInterest = scope.declaredNames.union(scope.recorded(type))
        return try await listed.union(scope.declaredNames).sorted().concurrentCompactMap { name in
            guard ofInterest.contains(name) else {
                return Observed(
                    identifier: name, name: name, attributes: Attributes(bucketName: name),
                    outputs: Self.made(name, session).outputs, tags: [:])
            }
            return try await observed(named: name, isListed: listed.contains(name), scope, through: session)
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let wanted = desired.attributes
        let name = wanted.bucketName
        let made = Self.made(name, session)
        do {
            _ = try await session.whileBucketSettles {
                try await session.createOnce(
                    CreateBucket(named: name, tags: desired.tags, in: session.region),
                    made: { _ in made },
                    find: { try await existing(desired, through: session) })
            }
        } catch let error as AWSError where error.isExisting {
            // Of this account's buckets only one that the list does not show yet; else somebody else's in the world.
            guard try await existing(desired, through: session) != nil else {
                throw ResourceError.conflict(
                    CreateBucket.self, "S3 bucket", named: name, identifier: "arn:\(session.partition):s3:::\(name)",
                    wantedBy: desired.address)
            }
        }
        try await session.whileBucketSettles(isNew: true) {
            try await put(desired, Set(fields.map(\.row.name)), through: session)
        }
        return made
    }

    public func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        try await session.whileBucketSettles { try await put(desired, fields, through: session) }
        return Made(observed.identifier, outputs: observed.outputs)
    }

    /// S3 replaces a bucket's tags as a whole, so the others are sent along. It takes none that begin with `aws:`, and
    /// keeps those that are there.
    public func tag(
        _ observed: Observed<Attributes>, _ tags: [String: String], through session: AWSSession
    ) async throws {
        if tags.isEmpty { return }
        let held = try await self.tags(of: observed.identifier, through: session) ?? [:]
        let all = held.filter { !$0.key.hasPrefix("aws:") }.merging(tags) { $1 }
        _ = try await session.client.send(
            PutBucketTagging(bucket: observed.identifier, tagging: Tagging(tagSet: all.tagList)))
    }

    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        do {
            _ = try await session.client.send(DeleteBucket(bucket: observed.identifier))
        } catch {
            if error.isMissing { return }
            guard error.code == "BucketNotEmpty" else { throw error }
            // Not `inUse`, which is waited for: a bucket does not empty itself meanwhile.
            throw ResourceError(
                .refused, operation: error.action.description,
                message: "bucket \(observed.identifier) still holds objects or versions of them, and Plumbline never "
                    + "deletes data; empty it first (`Empty` in the S3 console removes the versions too), or keep it "
                    + "with `deletionPolicy: retain`",
                requestID: error.requestID)
        }
    }
}

extension Bucket {
    /// Nil when it is not there. The complete list is the truth: what it lacks and only refuses to answer is another
    /// account's or region's bucket.
    private func observed(
        named name: String, isListed: Bool, _ scope: ObservationScope, through session: AWSSession
    ) async throws -> Observed<Attributes>? {
        let tags: [String: String]?
        do {
            tags = try await self.tags(of: name, through: session)
        } catch let error as AWSError where !isListed && [301, 400, 403].contains(error.httpStatus) {
            return nil
        }
        guard let tags else { return nil }
        let attributes = try await unlessMissing { try await settings(of: name, scope, through: session) }
        guard let attributes else { return nil }
        return Observed(
            identifier: name, name: name, attributes: attributes, outputs: Self.made(name, session).outputs, tags: tags)
    }

    /// Only what somebody manages is read.
    private func settings(
        of name: String, _ scope: ObservationScope, through session: AWSSession
    ) async throws -> Attributes {
        let (client, managed) = (session.client, scope.managedFields)
        async let encryption = managed.contains("encryption") ? encryption(of: name, through: session) : nil
        async let versioning = managed.contains("versioned") ? client.send(GetBucketVersioning(bucket: name)) : nil
        async let blocked = managed.contains("publicAccessBlocked") ? isBlocked(name, through: session) : nil
        async let policy = managed.contains("policy") ? policy(of: name, through: session) : nil
        async let lifecycle = managed.contains("lifecycle") ? lifecycle(of: name, through: session) : nil
        return Attributes(
            bucketName: name, encryption: try await encryption,
            versioned: try await versioning.map { $0.status == "Enabled" }, publicAccessBlocked: try await blocked,
            policy: try await policy, lifecycle: try await lifecycle)
    }

    private func encryption(of name: String, through session: AWSSession) async throws -> String? {
        let code = "ServerSideEncryptionConfigurationNotFoundError"
        return try await Self.unless(code) {
            try await session.client.send(GetBucketEncryption(bucket: name))
                .serverSideEncryptionConfiguration?.rules?.first?.applyServerSideEncryptionByDefault?.sseAlgorithm
        } ?? "none"
    }

    private func isBlocked(_ name: String, through session: AWSSession) async throws -> Bool {
        try await Self.unless("NoSuchPublicAccessBlockConfiguration") {
            try await session.client.send(GetPublicAccessBlock(bucket: name)).publicAccessBlockConfiguration?.isWhole
        } ?? false
    }

    private func policy(of name: String, through session: AWSSession) async throws -> PolicyDocument? {
        try await Self.unless("NoSuchBucketPolicy") {
            try await session.client.send(GetBucketPolicy(bucket: name)).policy.map { PolicyDocument(parsing: $0) }
        }
    }

    private func lifecycle(of name: String, through session: AWSSession) async throws -> Set<BucketLifecycleRule> {
        try await Self.unless("NoSuchLifecycleConfiguration") {
            Set((try await session.client.send(GetLifecycle(bucket: name)).rules ?? []).map { BucketLifecycleRule($0) })
        } ?? []
    }

    /// Nil when the bucket is not there.
    private func tags(of name: String, through session: AWSSession) async throws -> [String: String]? {
        try await unlessMissing {
            try await Self.unless("NoSuchTagSet") {
                [String: String](try await session.client.send(GetBucketTagging(bucket: name)).tagSet)
            } ?? [:]
        }
    }

    /// Nil when S3 says that this setting was never made.
    private static func unless<Result>(_ code: String, _ call: () async throws -> Result?) async throws -> Result? {
        do {
            return try await call()
        } catch let error as AWSError where error.code == code {
            return nil
        }
    }

    /// What closes comes before what opens: nothing is public for a moment.
    private func put(
        _ desired: Desired<Attributes>, _ fields: Set<String>, through session: AWSSession
    ) async throws {
        let (client, wanted) = (session.client, desired.attributes)
        let name = wanted.bucketName
        if fields.contains("publicAccessBlocked"), let blocked = wanted.publicAccessBlocked {
            _ = try await client.send(
                PutPublicAccessBlock(bucket: name, publicAccessBlockConfiguration: .init(all: blocked)))
        }
        if fields.contains("encryption"), let algorithm = wanted.encryption {
            _ = try await client.send(PutBucketEncryption(bucket: name, algorithm: algorithm))
        }
        if fields.contains("versioned"), let versioned = wanted.versioned {
            let configuration = VersioningConfiguration(status: versioned ? "Enabled" : "Suspended")
            _ = try await client.send(PutBucketVersioning(bucket: name, versioningConfiguration: configuration))
        }
        if fields.contains("policy"), let policy = wanted.policy {
            let document = try policy.json { reference throws(ResourceError) in try desired.text(reference) }
            _ = try await client.send(PutBucketPolicy(bucket: name, policy: document))
        }
        if fields.contains("lifecycle"), let rules = wanted.lifecycle {
            if rules.isEmpty {
                _ = try await client.send(DeleteLifecycle(bucket: name))
            } else {
                _ = try await client.send(PutLifecycle(bucket: name, rules: rules))
            }
        }
    }

    private static func made(_ name: String, _ session: AWSSession) -> Made {
        Made(name, outputs: [.arn: "arn:\(session.partition):s3:::\(name)"])
    }

    /// The bucket of the desired name when it is the desired resource; nil when this account has none.
    private func existing(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made? {
        let name = desired.attributes.bucketName
        let found: [String: String]?
        do {
            found = try await tags(of: name, through: session)
        } catch let error as AWSError where [301, 400, 403].contains(error.httpStatus) {
            return nil
        }
        guard let found else { return nil }
        if found.claimsSame(as: desired.tags) { return Self.made(name, session) }
        throw ResourceError.conflict(
            CreateBucket.self, "S3 bucket", named: name, identifier: "arn:\(session.partition):s3:::\(name)",
            wantedBy: desired.address)
    }
}
