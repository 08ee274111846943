import AWSResources
import Manifests
import Model

/// Describes the ECR repositories from which the images come that were found.
struct RepositorySearch {
    let request: DiscoveryRequest
    let region: RegionView

    func run(_ found: inout Findings) {
        let images = found.nodes.map(\.image) + found.extras.map(\.image)
        let names = Set(images.filter { $0.registry == nil }.map(\.repository))
        for repository in region.all(ECRRepository()) where names.contains(repository.attributes.repositoryName) {
            let name = repository.attributes.repositoryName
            // Environments share it: the first that was taken over has brought it.
            guard repository.tags[OwnershipTag.installation] == nil else { continue }
            let base = "\(Repository.scopeName)/\(name)"
            found.assign(region.resource(ECRRepository().type, repository.identifier), base, "Repository")
            var manifest = Repository(name: name, region: request.region, account: request.account)
            manifest.roleArn = request.roleARN
            manifest.immutableTags = repository.attributes.imageTagMutability == "IMMUTABLE"
            manifest.scanOnPush = repository.attributes.scanOnPush ?? false
            manifest.contactEmail = repository.tags["ContactEmail"]
            manifest.costCode = repository.tags["CostCode"]
            if let policy = repository.attributes.lifecyclePolicy, let lifecycle = Self.lifecycle(policy) {
                manifest.lifecycle = lifecycle
            }
            manifest.adopt = true
            found.repositories.append(manifest)
        }
    }

    /// The manifest's two numbers, when the policy is made of nothing else.
    private static func lifecycle(_ policy: LifecyclePolicy) -> Repository.Lifecycle? {
        guard case .map(let document)? = policy.fieldValue, case .set(let rules)? = document["rules"] else {
            return nil
        }
        var lifecycle = Repository.Lifecycle()
        for case .map(let rule) in rules {
            guard case .map(let selection)? = rule["selection"], case .int(let number)? = selection["countNumber"]
            else {
                return nil
            }
            if selection["tagStatus"] == "untagged" {
                lifecycle.untaggedDays = Int(number)
            } else {
                lifecycle.keepImages = Int(number)
            }
        }
        let same = LifecyclePolicy.keeping(images: lifecycle.keepImages, untaggedDays: lifecycle.untaggedDays)
        return same.fieldValue == policy.fieldValue ? lifecycle : nil
    }
}

extension Repository {
    /// The first component of repositories' addresses.
    static let scopeName = "Repository"
}
