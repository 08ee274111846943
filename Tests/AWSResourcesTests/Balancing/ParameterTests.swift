import AWSClient
import Model
import Testing

@testable import AWSResources

@Suite("A parameter")
struct ParameterTests {
    private let kind = Parameter()

    @Test("keeps its value when it is declared again")
    func value() async throws {
        let bench = try await Bench.open()
        let desired = bench.desired(kind, Parameter.Attributes(parameterName: "x-dev-acme"))
        _ = try await kind.create(desired, through: bench.session)
        _ = try await bench.client.send(
            Parameter.PutParameter(
                name: "x-dev-acme", value: "theirs", type: "String", overwrite: true, tags: []))
        _ = try await kind.create(desired, through: bench.session)
        #expect(try await version(bench) == 2)
        let reads = try await bench.emulator.requests().filter {
            $0.account == bench.session.account && $0.service == "ssm" && $0.action.hasPrefix("GetParameter")
        }
        #expect(reads.isEmpty)
    }

    @Test("of somebody else is a conflict and stays as it is")
    func conflict() async throws {
        let bench = try await Bench.open()
        _ = try await bench.client.send(
            Parameter.PutParameter(
                name: "x-dev-acme", value: "theirs", type: "String", overwrite: false,
                tags: [Tag(key: "Owner", value: "them")]))
        let error = await #expect(throws: ResourceError.self) {
            let desired = bench.desired(kind, Parameter.Attributes(parameterName: "x-dev-acme"))
            return try await kind.create(desired, through: bench.session)
        }
        #expect(error?.code == .conflict)
        #expect(try await version(bench) == 1)
    }

    @Test("with a path has an ARN with one slash")
    func arns() async throws {
        let bench = try await Bench.open()
        for (name, end) in [("x-dev-acme", "parameter/x-dev-acme"), ("/x/acme", "parameter/x/acme")] {
            let desired = bench.desired(kind, Parameter.Attributes(parameterName: name))
            let made = try await kind.create(desired, through: bench.session)
            #expect(
                made.outputs[.arn] == "arn:aws:ssm:\(bench.client.region):\(bench.session.account):\(end)")
            try await kind.delete(
                try bench.found(try await bench.ours(kind, desired).first, "parameter"), through: bench.session)
        }
    }

    @Test("that is neither ours nor declared costs nothing")
    func narrowing() async throws {
        let bench = try await Bench.open()
        for number in 1...30 {
            _ = try await bench.client.send(
                Parameter.PutParameter(
                    name: "other-\(number)", value: "v", type: "String", overwrite: false, tags: []))
        }
        let scope = ObservationScope(declaredNames: ["other-7", "absent"], installation: bench.session.installation)
        let before = bench.client.calls.total
        let observed = try await kind.observe(scope, through: bench.session)
        #expect(observed.map(\.identifier) == ["other-7"])
        #expect(bench.client.calls.total - before == 3)
    }

    private func version(_ bench: Bench) async throws -> Int {
        let filter = Parameter.Filter(key: "Name", option: "Equals", values: ["x-dev-acme"])
        let answer = try await bench.client.send(DescribeVersion(parameterFilters: [filter]))
        return try bench.found(answer.parameters?.first?.version, "a parameter")
    }
}

private struct DescribeVersion: AWSRequest {
    static let action: AWSAction = "ssm:DescribeParameters"
    var parameterFilters: [Parameter.Filter]
    struct Response: Codable, Sendable { var parameters: [Item]? }
    struct Item: Codable, Sendable { var version: Int? }
}
