import AWSClient
import Model
import Testing

@testable import AWSResources

@Suite("A secret and a parameter of others")
struct ExistingSecretTests {
    private func scope(_ names: String..., wanting outputs: [Output: Set<String>] = [:]) -> ObservationScope {
        var scope = ObservationScope(declaredNames: Set(names), installation: "test")
        scope.wantedOutputs = outputs
        return scope
    }

    @Test("give their ARN and their version by metadata alone; what is not there or waits for its deletion is left out")
    func secret() async throws {
        let bench = try await Bench.open()
        let made = try await bench.client.send(CreateSecret(name: "shared/db", secretString: "{}"))
        let arn = try bench.found(made.arn, "ARN")
        _ = try await bench.client.send(CreateSecret(name: "going", secretString: "{}"))
        _ = try await bench.client.send(DeleteSecret(secretId: "going"))
        let kind = ExistingSecret()
        let found = try await kind.observe(scope("shared/db", arn, "going", "none"), through: bench.session)
        #expect(Set(found.map(\.name)) == ["shared/db", arn])
        #expect(found.allSatisfy { $0.identifier == arn && $0.outputs[.arn] == arn })
        #expect(Set(found.map { $0.outputs[.version] }) == [made.versionId])
        let calls = Set(bench.client.calls.snapshot().keys.filter { $0.hasPrefix("secretsmanager") })
        #expect(
            calls == ["secretsmanager:CreateSecret", "secretsmanager:DeleteSecret", "secretsmanager:DescribeSecret"])
        #expect(kind.permissions.actions == ["secretsmanager:DescribeSecret"])
    }

    @Test("a parameter's version counts its changes")
    func parameter() async throws {
        let bench = try await Bench.open()
        for value in ["a", "b"] {
            _ = try await bench.client.send(PutParameter(name: "/shared/level", value: value))
        }
        let kind = ExistingParameter()
        let found = try await kind.observe(scope("/shared/level", "/none"), through: bench.session)
        #expect(found.map(\.name) == ["/shared/level"])
        #expect(found.first?.outputs[.version] == "2")
        let (account, region) = (bench.session.account, bench.session.region)
        #expect(found.first?.outputs[.arn] == "arn:aws:ssm:\(region):\(account):parameter/shared/level")
        #expect(kind.permissions.actions == ["ssm:DescribeParameters"])
    }

    @Test("one of ours whose version somebody refers to is looked at by itself, for the list lags behind")
    func watched() async throws {
        let bench = try await Bench.open()
        let kind = AWSResources.Secret()
        let desired = bench.desired(kind, .init(secretName: "x-dev-acme"))
        let made = try await kind.create(desired, through: bench.session)
        // Another process: this one would look at what it has just made anyway.
        let fresh = AWSResources.Secret()
        var place = scope("x-dev-acme", wanting: [.version: ["x-dev-acme"]])
        place.installation = bench.session.installation
        func looks() -> Int { bench.client.calls.snapshot()["secretsmanager:DescribeSecret"] ?? 0 }
        let before = looks()
        let seen = try await fresh.observe(place, through: bench.session)
        #expect(looks() == before + 1)
        #expect(seen.first?.outputs[.version] == made.outputs[.version] && made.outputs[.version] != nil)
        place.wantedOutputs = [:]
        _ = try await fresh.observe(place, through: bench.session)
        #expect(looks() == before + 1)
    }

    @Test("are refused when something asks to make them")
    func create() async throws {
        let bench = try await Bench.open()
        let kind = ExistingSecret()
        await #expect(throws: ResourceError.self) {
            try await kind.create(bench.desired(kind, .init(secretId: "theirs")), through: bench.session)
        }
    }

    private struct CreateSecret: AWSRequest {
        static let action: AWSAction = "secretsmanager:CreateSecret"
        var name: String
        var secretString: String
        struct Response: Codable, Sendable {
            var arn: String?
            var versionId: String?
        }
    }

    private struct DeleteSecret: AWSRequest {
        static let action: AWSAction = "secretsmanager:DeleteSecret"
        var secretId: String
        typealias Response = EmptyResponse
    }

    private struct PutParameter: AWSRequest {
        static let action: AWSAction = "ssm:PutParameter"
        var name: String
        var value: String
        var type = "String"
        var overwrite = true
        typealias Response = EmptyResponse
    }
}
