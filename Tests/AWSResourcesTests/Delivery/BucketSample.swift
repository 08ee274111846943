import AWSResources
import Model

struct BucketSample: KindSample {
    let kind = Bucket()
    let createAction = "CreateBucket"

    func attributes(on bench: Bench) async throws -> Bucket.Attributes {
        Bucket.Attributes(
            bucketName: "x-dev-acme-pipeline-\(bench.session.account)-\(bench.session.region)", encryption: "AES256",
            versioned: true, publicAccessBlocked: true, policy: Self.policy("aws:SecureTransport"),
            lifecycle: [BucketLifecycleRule(id: "artifacts", expirationDays: 30, noncurrentDays: 30, abortDays: 7)])
    }

    var outsideChanges: [OutsideChange<Bucket>] {
        [
            .edit("encryption") { attributes, _ in attributes.encryption = "aws:kms" },
            .edit("versioned") { attributes, _ in attributes.versioned = false },
            .edit("publicAccessBlocked") { attributes, _ in attributes.publicAccessBlocked = false },
            .edit("policy") { attributes, _ in attributes.policy = Self.policy("aws:ViaAWSService") },
            .edit("lifecycle") { attributes, _ in
                attributes.lifecycle = [BucketLifecycleRule(id: "artifacts", expirationDays: 1)]
            },
            .edit("lifecycle") { attributes, _ in attributes.lifecycle = [] },
        ]
    }

    private static func policy(_ key: String) -> PolicyDocument {
        PolicyDocument(statements: [
            PolicyStatement(
                effect: .deny, principals: ["AWS": ["*"]], actions: ["s3:GetObject"],
                resources: ["arn:aws:s3:::x-dev-acme/*"], conditions: ["Bool": [key: ["false"]]])
        ])
    }
}
