import AWSClient
import AWSResources
import EmulatorSupport
import Model
import Testing

@Suite("Buckets")
struct BucketTests {
    private static func attributes(_ name: String) -> Bucket.Attributes {
        Bucket.Attributes(bucketName: name, encryption: "AES256", versioned: true, publicAccessBlocked: true)
    }

    @Test("that hold something are kept, and the message says what to do")
    func notEmpty() async throws {
        let bench = try await Bench.open()
        let name = "x-dev-full-\(bench.session.account)"
        let desired = bench.desired(Bucket(), Self.attributes(name))
        _ = try await bench.create(Bucket(), desired.attributes)
        try await bench.emulator.inject(
            Fault(
                .error(status: 409, code: "BucketNotEmpty", message: "not empty"), action: "DeleteBucket",
                contains: name))
        let observed = try bench.found(try await bench.ours(Bucket(), desired).first, "bucket")
        let error = await #expect(throws: ResourceError.self) {
            try await Bucket().delete(observed, through: bench.session)
        }
        #expect(error?.code == .refused, "what is in use is waited for, and a bucket does not empty itself")
        #expect(error?.message.contains("empty it first") == true && error?.message.contains(name) == true)
    }

    @Test(
        "that S3 does not see everywhere yet, or is still at a change of, are tried again",
        arguments: [(404, "NoSuchBucket"), (409, "OperationAborted")])
    func settling(_ status: Int, _ code: String) async throws {
        let bench = try await Bench.open()
        let name = "x-dev-late-\(bench.session.account)"
        let desired = bench.desired(Bucket(), Self.attributes(name))
        try await bench.emulator.inject(
            Fault(
                .error(status: status, code: code, message: "Please try again."), action: "PutBucketVersioning",
                contains: name))
        _ = try await bench.create(Bucket(), desired.attributes)
        #expect(try await bench.ours(Bucket(), desired).first?.attributes.versioned == true)
    }

    @Test("that somebody else in the world has are a conflict, not an absence and not an error of the whole read")
    func foreign() async throws {
        let bench = try await Bench.open()
        let other = try await Bench.open()
        let name = "x-dev-taken-\(bench.session.account)"
        _ = try await other.create(Bucket(), Self.attributes(name))
        let desired = bench.desired(Bucket(), Self.attributes(name))
        let error = await #expect(throws: ResourceError.self) {
            _ = try await Bucket().create(desired, through: bench.session)
        }
        #expect(error?.code == .conflict && error?.message.contains(name) == true)
        // S3 answers 403 to whoever asks for a bucket of another account.
        try await bench.emulator.inject(
            Fault(.error(status: 403, code: "AccessDenied", message: "no"), action: "GetBucketTagging", contains: name))
        #expect(try await bench.observe(Bucket(), desired).map(\.identifier).contains(name) == false)
    }

    @Test("are never taken for absent when a read of one that is listed is denied")
    func denied() async throws {
        let bench = try await Bench.open()
        let name = "x-dev-denied-\(bench.session.account)"
        let desired = bench.desired(Bucket(), Self.attributes(name))
        _ = try await bench.create(Bucket(), desired.attributes)
        try await bench.emulator.inject(
            Fault(.error(status: 403, code: "AccessDenied", message: "no"), action: "GetBucketTagging", contains: name))
        let error = await #expect(throws: AWSError.self) { _ = try await bench.observe(Bucket(), desired) }
        #expect(error?.isAccessDenied == true)
    }
}
