import AWSResources
import Manifests
import Model

/// The seed's step 3.2: one ECR repository per project, shared by all environments.
enum RepositoryBlueprint: Blueprint {
    static func declarations(for manifests: ManifestSet) -> [ScopedDeclaration] {
        manifests.repositories.flatMap { repository in
            var draft = DeclarationDraft(
                scope: repository.scope, adopt: repository.adopt, retain: repository.deletionPolicy == .retain,
                location: manifests.location(of: repository.key))
            var tags = ["Name": repository.name]
            tags["ContactEmail"] = repository.contactEmail
            tags["CostCode"] = repository.costCode
            draft.add(
                ECRRepository(), repository.address,
                .init(
                    repositoryName: repository.name,
                    imageTagMutability: repository.immutableTags ? "IMMUTABLE" : "MUTABLE",
                    scanOnPush: repository.scanOnPush,
                    lifecyclePolicy: .keeping(
                        images: repository.lifecycle.keepImages, untaggedDays: repository.lifecycle.untaggedDays)),
                tags: tags)
            return draft.declarations
        }
    }
}

extension Repository {
    /// The first component of every repository's address; no environment can be named so.
    public static let addressScope = "Repository"

    public var scope: AccountScope {
        AccountScope(
            account: account, region: region, roleARN: roleArn, externalID: externalId, sessionTags: sessionTags)
    }

    var address: ResourceAddress { ResourceAddress("\(Self.addressScope)/\(name)/Repository") }
}
