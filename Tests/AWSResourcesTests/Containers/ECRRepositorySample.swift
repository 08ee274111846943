import AWSClient
import AWSResources

struct ECRRepositorySample: KindSample {
    let kind = ECRRepository()
    let createAction = "CreateRepository"

    func attributes(on bench: Bench) async throws -> ECRRepository.Attributes {
        ECRRepository.Attributes(
            repositoryName: "tooltwist-acme",
            imageTagMutability: "IMMUTABLE",
            scanOnPush: true,
            lifecyclePolicy: .keeping(images: 30, untaggedDays: 14)
        )
    }

    let outsideChanges: [OutsideChange<ECRRepository>] = [
        .edit("imageTagMutability") { attributes, _ in attributes.imageTagMutability = "MUTABLE" },
        .edit("scanOnPush") { attributes, _ in attributes.scanOnPush = false },
        .edit("lifecyclePolicy") { attributes, _ in attributes.lifecyclePolicy = .keeping(images: 3, untaggedDays: 14)
        },
        .call("lifecyclePolicy") { bench, observed in
            _ = try await bench.client.send(DeleteLifecyclePolicy(repositoryName: observed.identifier))
        },
    ]
}

private struct DeleteLifecyclePolicy: AWSRequest {
    static let action: AWSAction = "ecr:DeleteLifecyclePolicy"
    var repositoryName: String
    typealias Response = EmptyResponse
}
