import EmulatorSupport
import Foundation
import Testing

/// moto lacks UpdateProject, the tags of a new bucket and projects without a location: the overlay's part
/// (delivery.py). It runs no pipeline; what a run does to git is shown in ProposalTests.
@Suite("A pipeline", .inTurn)
struct PipelineTests {
    private static let manifest = """
        apiVersion: plumbline.dev/v1
        kind: Pipeline
        metadata: { name: acme, environment: dev }
        spec:
          source:
            connection: arn:aws:codeconnections:\(Emulator.region):\(Emulator.account):connection/01234567-89ab-cdef-0123-456789abcdef
            repository: tooltwist/acme
          image: { repository: tooltwist-acme }
          deploy: { repository: tooltwist/config, file: acme.yaml }

        """
    private static let bucket = "x-dev-acme-pipeline-\(Emulator.account)-\(Emulator.region)"

    private static let files = [
        "dev.yaml": Small.environment(), "repository.yaml": Small.repository(), "pipeline.yaml": manifest,
    ]

    @Test("is made, watched and repaired, and goes with its environment")
    func life() async throws {
        let world = try await World.open(Self.files)
        let applied = try await world.converge()
        let made = applied.changes.map(\.address).filter { $0.hasPrefix("dev/acme/") }
        #expect(made.count == 8, "\(made)")
        try await world.aws.resetRequests()
        try await world.expectNoChanges()
        let counts = try await world.aws.counts()
        #expect(counts.mutating == 0 && counts.actions["s3:ListBuckets"] == 1, "\(counts.actions)")

        try await drift(world)
        let plan = try await world.report("plan", expect: 0)
        let changed = plan.changes.map { "\($0.address) \($0.fields.map(\.name).joined(separator: " "))" }
        #expect(
            changed.sorted() == [
                "dev/acme/ArtifactBucket publicAccessBlocked", "dev/acme/BuildProject computeType",
                "dev/acme/Pipeline stages",
            ])
        #expect(plan.changes.allSatisfy { $0.reason == "drift" && $0.action == "update" })
        try await world.converge()
        try await world.expectNoChanges()
        try await end(world)
    }

    /// Three changes behind git's back.
    private func drift(_ world: World) async throws {
        try await world.boto3(
            """
            client("s3").delete_public_access_block(Bucket=os.environ["BUCKET"])
            build = client("codebuild")
            project = build.batch_get_projects(names=["x-dev-acme-build"])["projects"][0]
            build.update_project(name="x-dev-acme-build",
                                 environment={**project["environment"], "computeType": "BUILD_GENERAL1_LARGE"})
            pipeline = client("codepipeline").get_pipeline(name="x-dev-acme")["pipeline"]
            pipeline["stages"][0]["actions"][0]["configuration"]["BranchName"] = "somewhere-else"
            client("codepipeline").update_pipeline(pipeline=pipeline)
            """, ["BUCKET": Self.bucket])
    }

    private func end(_ world: World) async throws {
        let refused = try await world.plumbline("destroy", "--environment", "dev", "--output", "json")
        let digest = try #require(refused.output.firstMatch(of: /"digest":\s*"(sha256:[0-9a-f]+)"/)?.output.1)
        let destroyed = try await world.plumbline(
            "destroy", "--environment", "dev", "--approve", String(digest), "--output", "json")
        #expect(destroyed.code == 0, "\(destroyed.said)")
        let left = try await world.boto3(
            """
            print(json.dumps([len(client("s3").list_buckets()["Buckets"]), len(client("codebuild").list_projects()["projects"]),
                              len(client("codepipeline").list_pipelines()["pipelines"])]))
            """)
        #expect(left == "[0, 0, 0]")
    }

    @Test("its bucket goes only with an approval, and never while it holds something")
    func bucketIsKept() async throws {
        let world = try await World.open(Self.files)
        try await world.converge()
        try await world.boto3(
            """
            # The policy refuses whoever comes without TLS, as we do here.
            client("s3").delete_bucket_policy(Bucket=os.environ["BUCKET"])
            client("s3").put_object(Bucket=os.environ["BUCKET"], Key="acme/Application/1", Body=b"zip")
            """,
            ["BUCKET": Self.bucket])
        try await world.repository.commit(["pipeline.yaml": nil])
        let refused = try await world.report("apply", "--auto-approve", expect: 3)
        #expect(
            refused.approvalReasons.contains { $0.contains("dev/acme/ArtifactBucket") }, "\(refused.approvalReasons)")
        let applied = try await world.report("apply", "--approve", refused.digest ?? "", expect: 1)
        #expect(applied.change("dev/acme/Pipeline")?.outcome == "succeeded")
        let bucket = applied.change("dev/acme/ArtifactBucket")
        #expect(
            bucket?.outcome == "failed" && bucket?.error?.contains("empty it first") == true, "\(bucket?.error ?? "")")
    }

    @Test("plumbline policy names what it takes, in IAM's own words")
    func policy() async throws {
        let world = try await World.open(Self.files, aws: Emulator.shared())
        let finished = try await world.plumbline("policy", "--output", "json")
        #expect(finished.code == 0, "\(finished.said)")
        let words = [
            "s3:ListAllMyBuckets", "s3:PutEncryptionConfiguration", "s3:TagResource", "codebuild:BatchGetProjects",
            "codeconnections:PassConnection", "arn:aws:s3:::x-dev-*",
            "arn:aws:codepipeline:\(Emulator.region):\(Emulator.account):x-dev-*",
        ]
        for word in words { #expect(finished.output.contains(word), "\(word)") }
        for word in ["s3:ListBuckets", "s3:PutBucketEncryption", "s3:*"] { #expect(!finished.output.contains(word)) }
    }
}
