import EmulatorSupport
import Foundation
import Testing

/// `manifests/examples/full`: every kind there is, and both capacities.
@Suite("The full example", .inTurn)
struct FullExampleTests {
    @Test("is valid without a warning")
    func isValid() async throws {
        let world = try await World.untouched(nil)
        try await world.repository.commitExample("full")
        let finished = try await world.plumbline("validate")
        #expect(finished.code == 0 && finished.errors == "", "\(finished.said)")
        try await world.expectNoCall()
    }

    @Test("applies, plans empty, stays within its policy, and goes again but for what holds data")
    func life() async throws {
        let world = try await FullExample.open()
        let before = try await Survey.take(world, environments: ["prod"])
        try await world.aws.resetRequests()
        let applied = try await world.converge()
        #expect(applied.changes.allSatisfy { $0.outcome == "succeeded" })
        let types = Set(applied.changes.map(\.type))
        for type in [
            "AWS::EC2::LaunchTemplate", "AWS::AutoScaling::AutoScalingGroup", "AWS::ECS::CapacityProvider",
            "AWS::EC2::KeyPair", "AWS::EC2::Instance", "AWS::RDS::DBInstance", "AWS::RDS::DBCluster",
            "AWS::ElastiCache::ReplicationGroup", "AWS::ApplicationAutoScaling::ScalableTarget",
            "AWS::CodePipeline::Pipeline", "AWS::CodeBuild::Project", "AWS::S3::Bucket",
        ] {
            #expect(types.contains(type), "\(type)")
        }
        try await world.expectNoChanges()

        let policy = try await world.plumbline("policy", "--for", "apply")
        try #require(policy.code == 0, "\(policy.said)")
        let called = try await world.aws.requests().map { "\($0.service):\($0.action)" }
        let forgotten = Set(called).filter { action in
            // What the emulator calls S3's operations is not always what IAM calls them; PipelineTests looks at those.
            !action.hasPrefix("s3:") && !policy.output.contains("\"\(action)\"")
        }
        #expect(forgotten.sorted() == [])

        // Everything that AWS or Plumbline keeps from being deleted is let go of first, as the manuals say.
        try await unprotect(world)
        let plan = try await world.report("destroy", "--environment", "prod", expect: 3)
        try await world.report("destroy", "--environment", "prod", "--approve", try #require(plan.digest), expect: 0)
        let after = try await Survey.take(world, environments: ["prod"])
        #expect(after.without("repository", "task definition") == before.without("repository", "task definition"))
    }

    /// A commit that turns every protection off, and the apply of it.
    private func unprotect(_ world: World) async throws {
        let certificate = try await world.boto3(
            #"print(client("acm").list_certificates()["CertificateSummaryList"][0]["CertificateArn"])"#)
        try await world.repository.commit([
            "nodes/prod.yaml": try FullExample.node(certificate)
                .replacing("deletionProtection: true", with: "deletionProtection: false"),
            "stores/prod.yaml": try FullExample.text("stores/prod.yaml")
                .replacing("{ engine: mysql,", with: "{ deletionProtection: false, engine: mysql,")
                .replacing("{ engine: aurora-", with: "{ deletionProtection: false, engine: aurora-"),
        ])
        try await world.converge()
        // The emulator takes the policy that lets only TLS in as a refusal of everything, and speaks no TLS.
        try await world.boto3(
            """
            s3 = client("s3")
            for bucket in s3.list_buckets()["Buckets"]:
                s3.delete_bucket_policy(Bucket=bucket["Name"])
            """)
    }
}
