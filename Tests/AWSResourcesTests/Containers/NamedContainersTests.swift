import AWSClient
import Model
import Testing

@testable import AWSResources

@Suite("Clusters, repositories and log groups")
struct NamedContainersTests {
    @Test("a cluster of somebody else is a conflict, and is left as it was")
    func clusterConflict() async throws {
        let bench = try await Bench.open()
        _ = try await bench.client.send(
            CreateCluster(clusterName: "x-dev", tags: [Tag(key: "Owner", value: "somebody")])
        )
        let kind = Cluster()
        let desired = bench.desired(kind, Cluster.Attributes(clusterName: "x-dev", containerInsights: "enabled"))
        let error = await #expect(throws: ResourceError.self) {
            try await kind.create(desired, through: bench.session)
        }
        #expect(error?.code == .conflict)
        #expect(error?.message.contains(":cluster/x-dev") == true)
        #expect(try await bench.observe(kind, desired).map(\.tags) == [["Owner": "somebody"]])
    }

    @Test("a repository of somebody else is a conflict")
    func repositoryConflict() async throws {
        let bench = try await Bench.open()
        _ = try await bench.client.send(CreateRepository(repositoryName: "acme", tags: []))
        let kind = ECRRepository()
        let error = await #expect(throws: ResourceError.self) {
            try await kind.create(bench.desired(kind, .init(repositoryName: "acme")), through: bench.session)
        }
        #expect(error?.code == .conflict)
    }

    @Test("a repository that holds images is not deleted")
    func repositoryWithImages() async throws {
        let bench = try await Bench.open()
        let kind = ECRRepository()
        let desired = bench.desired(kind, .init(repositoryName: "acme"))
        _ = try await kind.create(desired, through: bench.session)
        let manifest: JSONValue = [
            "schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
            "config": ["size": 7, "digest": .string("sha256:" + String(repeating: "a", count: 64))],
            "layers": [["size": 32, "digest": .string("sha256:" + String(repeating: "b", count: 64))]],
        ]
        _ = try await bench.client.send(
            PutImage(repositoryName: "acme", imageManifest: manifest.text(), imageTag: "initial")
        )
        let observed = try bench.found(try await bench.ours(kind, desired).first, "repository")
        let error = await #expect(throws: ResourceError.self) {
            try await kind.delete(observed, through: bench.session)
        }
        #expect(error?.code == .refused, "what is in use is waited for, and images do not go by themselves")
        #expect(error?.message.contains("holds images") == true)
        #expect(try await bench.ours(kind, desired).count == 1)
    }

    @Test("details are read only of what is declared or recorded")
    func readsOnlyWhatCounts() async throws {
        let bench = try await Bench.open()
        for name in ["one", "two", "three"] {
            _ = try await bench.client.send(CreateRepository(repositoryName: name, tags: []))
            _ = try await bench.client.send(CreateLogGroup(logGroupName: "x-\(name)", tags: [:]))
        }
        let repositories = try await ECRRepository().observe(
            ObservationScope(
                declaredNames: ["one"],
                installation: "i",
                recordedIdentifiers: [ECRRepository().type: ["two"]]
            ),
            through: bench.session
        )
        #expect(Set(repositories.compactMap(\.name)) == ["one", "two", "three"])
        let groups = try await LogGroup().observe(
            ObservationScope(
                declaredNames: ["x-one"],
                installation: "i",
                recordedIdentifiers: [LogGroup().type: ["x-two"]]
            ),
            through: bench.session
        )
        #expect(Set(groups.compactMap(\.name)) == ["x-one", "x-two"])
        let reads = try await bench.emulator.requests().count { request in
            request.action == "ListTagsForResource" && request.account == bench.session.account
        }
        #expect(reads == 4)
    }

    @Test("lifecycle policies are equal when they mean the same")
    func lifecyclePolicies() {
        let policy = LifecyclePolicy.keeping(images: 30, untaggedDays: 14)
        let same = LifecyclePolicy(
            """
            { "rules": [ { "action": {"type": "expire"}, "rulePriority": 2, "description": "Keep the newest 30 images",
              "selection": {"countNumber": 30, "countType": "imageCountMoreThan", "tagStatus": "any"} },
              { "rulePriority": 1, "description": "Drop untagged images after 14 days", "action": {"type": "expire"},
              "selection": {"tagStatus": "untagged", "countUnit": "days", "countNumber": 14,
              "countType": "sinceImagePushed"} } ] }
            """
        )
        #expect(policy.fieldValue == same.fieldValue)
        #expect(policy.fieldValue != LifecyclePolicy.keeping(images: 31, untaggedDays: 14).fieldValue)
        #expect(LifecyclePolicy("not JSON").fieldValue == .string("not JSON"))
        let ordered = LifecyclePolicy(#"{"rules": [{"rulePriority": 1, "tagPrefixList": ["a", "b"]}]}"#)
        let reversed = LifecyclePolicy(#"{"rules": [{"tagPrefixList": ["b", "a"], "rulePriority": 1}]}"#)
        #expect(ordered.fieldValue == reversed.fieldValue)
    }

    @Test(
        "sizes of tasks are read in every spelling",
        arguments: [
            ("256", 256), (".25 vCPU", 256), ("1 vCPU", 1024), ("0.5 GB", 512), ("2GB", 2048), ("lots", nil),
            (nil, nil),
        ]
    )
    func sizes(text: String?, units: Int?) {
        #expect(TaskSize.units(text) == units)
    }

    @Test("log groups are listed by what their names begin with")
    func commonPrefix() {
        #expect(LogGroup.commonPrefix(of: ["x-dev-a-logs", "x-dev-b-logs", "x-test-a-logs"]) == "x-")
        #expect(LogGroup.commonPrefix(of: ["one"]) == "one")
        #expect(LogGroup.commonPrefix(of: ["a", "b"]) == "")
    }
}

private struct PutImage: AWSRequest {
    static let action: AWSAction = "ecr:PutImage"
    var repositoryName: String
    var imageManifest: String
    var imageTag: String
    typealias Response = EmptyResponse
}
