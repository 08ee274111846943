import AWSClient
import Model
import Testing

@testable import AWSResources

@Suite("A secret")
struct SecretTests {
    private typealias Kind = AWSResources.Secret
    private let kind = Kind()

    private func desired(_ bench: Bench, description: String = "Configuration") -> Desired<Kind.Attributes> {
        bench.desired(kind, Kind.Attributes(secretName: "x-dev-acme", secretDescription: description))
    }

    private func only(_ bench: Bench, _ desired: Desired<Kind.Attributes>) async throws -> Observed<Kind.Attributes> {
        let ours = try await bench.ours(kind, desired)
        #expect(ours.count == 1)
        return try bench.found(ours.first, "secret of ours")
    }

    /// The ids of the values that it has had: they stay the same only while nobody writes one.
    private func versions(_ bench: Bench, _ identifier: String) async throws -> Set<String> {
        let answer = try await bench.client.send(DescribeVersions(secretId: identifier))
        return Set((answer.versionIdsToStages ?? [:]).keys)
    }

    @Test("keeps its value through everything that happens to it, and nobody reads it")
    func value() async throws {
        let bench = try await Bench.open()
        let desired = desired(bench)
        let made = try await kind.create(desired, through: bench.session)
        let versions = try await versions(bench, made.identifier)
        #expect(versions.count == 1)

        _ = try await kind.create(desired, through: bench.session)
        let other = self.desired(bench, description: "Something else")
        _ = try await kind.update(
            try await only(bench, desired), to: other, changing: ["secretDescription"], through: bench.session)
        try await kind.tag(try await only(bench, desired), ["a": "b"], through: bench.session)
        try await kind.delete(try await only(bench, desired), through: bench.session)
        let restored = try await kind.create(desired, through: bench.session)
        #expect(restored.identifier == made.identifier)
        #expect(try await self.versions(bench, made.identifier) == versions)

        let calls = try await bench.emulator.requests().filter {
            $0.account == bench.session.account && $0.service == "secretsmanager"
        }
        #expect(calls.filter { $0.action == "CreateSecret" && $0.status == 200 }.count == 1)
        #expect(calls.filter { ["GetSecretValue", "PutSecretValue"].contains($0.action) }.isEmpty)
    }

    @Test("has no call by which its value could be read or written over")
    func operations() {
        let requests = KindCatalog.accessRequests.map { $0.action.description }
        #expect(requests.contains("secretsmanager:DescribeSecret"))
        #expect(!requests.contains("secretsmanager:GetSecretValue"))
        #expect(!WireShapeProbe.problems(for: PutSecretValue.self).isEmpty)
    }

    @Test("that is scheduled for deletion is not there, and comes back with tags and description when it is declared")
    func restore() async throws {
        let bench = try await Bench.open()
        let first = desired(bench)
        let made = try await kind.create(first, through: bench.session)
        try await kind.delete(try await only(bench, first), through: bench.session)
        #expect(try await bench.observe(kind, first).isEmpty)

        let second = bench.desired(
            kind, Kind.Attributes(secretName: "x-dev-acme", secretDescription: "Another"), tags: ["CostCode": "0043"])
        #expect(try await kind.create(second, through: bench.session).identifier == made.identifier)
        let observed = try await only(bench, second)
        #expect(observed.attributes.secretDescription == "Another")
        #expect(observed.tags["CostCode"] == "0043")
    }

    @Test("of somebody else is a conflict, live or waiting for its deletion", arguments: [false, true])
    func conflict(isDeleted: Bool) async throws {
        let bench = try await Bench.open()
        let foreign = try await bench.client.send(
            Kind.CreateSecret(name: "x-dev-acme", secretString: "theirs", tags: [Tag(key: "Owner", value: "them")]))
        let arn = try bench.found(foreign.arn, "a secret")
        if isDeleted {
            _ = try await bench.client.send(Kind.DeleteSecret(secretId: arn, recoveryWindowInDays: 7))
        }
        let error = await #expect(throws: ResourceError.self) {
            try await kind.create(desired(bench), through: bench.session)
        }
        #expect(error?.code == .conflict)
        #expect(error?.message.contains(arn) == true)
        let after = try await bench.client.send(Kind.DescribeSecret(secretId: arn))
        #expect((after.deletedDate != nil) == isDeleted)
        #expect([String: String](after.tags) == ["Owner": "them"])
    }

    @Test("costs one call when the list shows it as declared")
    func calls() async throws {
        let bench = try await Bench.open()
        let desired = desired(bench)
        _ = try await kind.create(desired, through: bench.session)
        let before = bench.client.calls.total
        // Another process, which has changed nothing.
        #expect(try await bench.ours(Kind(), desired).count == 1)
        #expect(bench.client.calls.total - before == 1)
    }
}

private struct DescribeVersions: AWSRequest {
    static let action: AWSAction = "secretsmanager:DescribeSecret"
    var secretId: String
    struct Response: Codable, Sendable { var versionIdsToStages: [String: [String]]? }
}

private struct GetSecretValue: AWSRequest {
    static let action: AWSAction = "secretsmanager:GetSecretValue"
    var secretId: String
    struct Response: Codable, Sendable { var secretString: String? }
}

private struct PutSecretValue: AWSRequest {
    static let action: AWSAction = "secretsmanager:PutSecretValue"
    var secretId: String
    var secretString: String
    typealias Response = EmptyResponse
}
