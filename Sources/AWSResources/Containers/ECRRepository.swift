import AWSClient
import Model

/// An ECR repository with its scanning, its tag mutability and its lifecycle policy.
///
/// ECR lists repositories without tags, and has no call that reads the tags or policies of several. So every
/// repository is listed, and tags and policy are read of those that are declared or were recorded; any other is
/// reported without tags, as nobody's. It is deleted only when it holds no image.
public struct ECRRepository: AWSResourceKind {
    public struct Attributes: Sendable {
        public var repositoryName: String
        /// `MUTABLE` or `IMMUTABLE`.
        public var imageTagMutability: String?
        public var scanOnPush: Bool?
        public var lifecyclePolicy: LifecyclePolicy?

        public init(
            repositoryName: String,
            imageTagMutability: String? = nil,
            scanOnPush: Bool? = nil,
            lifecyclePolicy: LifecyclePolicy? = nil
        ) {
            self.repositoryName = repositoryName
            self.imageTagMutability = imageTagMutability
            self.scanOnPush = scanOnPush
            self.lifecyclePolicy = lifecyclePolicy
        }
    }

    public let type: ResourceType = "AWS::ECR::Repository"
    public let noun = "Repository"
    public let traits = KindTraits(isStateful: true)
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("repositoryName", \.repositoryName, .replace, "The name, unique in the account and region"),
        Field("imageTagMutability", \.imageTagMutability, .update, "Whether a tag may be moved to another image"),
        Field("scanOnPush", \.scanOnPush, .update, "Whether an image is scanned when it is pushed"),
        Field("lifecyclePolicy", \.lifecyclePolicy, .update, "Which images may be forgotten"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.repositoryName }

    public func observe(_ scope: ObservationScope, through session: AWSSession) async throws -> [Observed<Attributes>] {
        let ofInterest = scope.declaredNames.union(scope.recorded(type))
        return try await session.client.collect(DescribeRepositories(), \.repositories).concurrentCompactMap {
            try await observed($0, inDetail: ofInterest.contains($0.repositoryName ?? ""), through: session)
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let wanted = desired.attributes
        let request = CreateRepository(
            repositoryName: wanted.repositoryName,
            tags: desired.tags.tagList,
            imageTagMutability: wanted.imageTagMutability,
            imageScanningConfiguration: wanted.scanOnPush.map { ScanningConfiguration(scanOnPush: $0) }
        )
        let made: Made
        do {
            made = try await session.createOnce(
                request,
                made: { answer in
                    let repository = try required(answer.repository, "repository", of: CreateRepository.self)
                    return Self.made(repository, wanted.repositoryName)
                },
                find: { try await existing(desired, through: session) }
            )
        } catch let error as AWSError where error.isExisting {
            guard let existing = try await existing(desired, through: session) else { throw error }
            made = existing
        }
        if let policy = wanted.lifecyclePolicy {
            try await put(policy, on: wanted.repositoryName, through: session)
        }
        return made
    }

    public func update(
        _ observed: Observed<Attributes>,
        to desired: Desired<Attributes>,
        changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        let name = observed.identifier
        if fields.contains("imageTagMutability"), let mutability = desired.attributes.imageTagMutability {
            _ = try await session.client.send(
                PutImageTagMutability(repositoryName: name, imageTagMutability: mutability)
            )
        }
        if fields.contains("scanOnPush"), let scanOnPush = desired.attributes.scanOnPush {
            _ = try await session.client.send(
                PutImageScanningConfiguration(
                    repositoryName: name,
                    imageScanningConfiguration: ScanningConfiguration(scanOnPush: scanOnPush)
                )
            )
        }
        if fields.contains("lifecyclePolicy"), let policy = desired.attributes.lifecyclePolicy {
            try await put(policy, on: name, through: session)
        }
        return Made(name, outputs: observed.outputs)
    }

    public func tag(
        _ observed: Observed<Attributes>,
        _ tags: [String: String],
        through session: AWSSession
    ) async throws {
        let arn = observed.outputs[.arn] ?? observed.identifier
        _ = try await session.client.send(ECRTagResource(resourceArn: arn, tags: tags.tagList))
    }

    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        do {
            _ = try await session.client.send(DeleteRepository(repositoryName: observed.identifier))
        } catch {
            if error.isMissing { return }
            guard error.code == "RepositoryNotEmptyException" else { throw error }
            // Not `inUse`, which is waited for: images do not go by themselves.
            throw ResourceError(
                .refused,
                operation: error.action.description,
                message: "repository \(observed.identifier) still holds images, and Plumbline never deletes images; "
                    + "delete them first, or keep the repository",
                requestID: error.requestID
            )
        }
    }
}

extension ECRRepository {
    /// nil when it was deleted since it was listed.
    private func observed(
        _ repository: RepositoryDescription,
        inDetail: Bool,
        through session: AWSSession
    ) async throws -> Observed<Attributes>? {
        guard let name = repository.repositoryName, let arn = repository.repositoryArn else { return nil }
        var attributes = Attributes(
            repositoryName: name,
            imageTagMutability: repository.imageTagMutability ?? "MUTABLE",
            scanOnPush: repository.imageScanningConfiguration?.scanOnPush ?? false
        )
        var tags: [String: String] = [:]
        if inDetail {
            do {
                tags = Dictionary(try await session.client.send(ECRListTagsForResource(resourceArn: arn)).tags)
                attributes.lifecyclePolicy = try await policy(of: name, through: session)
            } catch let error as AWSError where error.code == "RepositoryNotFoundException" {
                return nil
            }
        }
        return Observed(
            identifier: name,
            name: name,
            attributes: attributes,
            outputs: Self.made(repository, name).outputs,
            tags: tags
        )
    }

    private func policy(of name: String, through session: AWSSession) async throws -> LifecyclePolicy? {
        do {
            return try await session.client.send(GetLifecyclePolicy(repositoryName: name)).lifecyclePolicyText
                .map { LifecyclePolicy($0) }
        } catch {
            guard error.code == "LifecyclePolicyNotFoundException" else { throw error }
            return nil
        }
    }

    private func put(_ policy: LifecyclePolicy, on name: String, through session: AWSSession) async throws {
        _ = try await session.client.send(
            PutLifecyclePolicy(repositoryName: name, lifecyclePolicyText: policy.text)
        )
    }

    private static func made(_ repository: RepositoryDescription, _ name: String) -> Made {
        var outputs: [Output: String] = [:]
        outputs[.arn] = repository.repositoryArn
        outputs[.uri] = repository.repositoryUri
        return Made(name, outputs: outputs)
    }

    /// The repository of the desired name when it is the desired resource; nil when there is none.
    private func existing(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made? {
        let name = desired.attributes.repositoryName
        do {
            let found = try await session.client.collect(
                DescribeRepositories(repositoryNames: [name]),
                \.repositories
            )
            guard let repository = found.first, let arn = repository.repositoryArn else { return nil }
            let tags = Dictionary(try await session.client.send(ECRListTagsForResource(resourceArn: arn)).tags)
            guard tags.claimsSame(as: desired.tags) else {
                throw ResourceError.conflict(
                    CreateRepository.self,
                    "ECR repository",
                    named: name,
                    identifier: arn,
                    wantedBy: desired.address
                )
            }
            return Self.made(repository, name)
        } catch let error as AWSError where error.isMissing {
            return nil
        }
    }

    public var permissions: KindPermissions {
        KindPermissions(
            sending: Self.requests, on: ["arn:{partition}:ecr:{region}:{account}:repository/*"])
    }

    static let requests: [any AWSRequest.Type] = [
        DescribeRepositories.self, ECRListTagsForResource.self, GetLifecyclePolicy.self, CreateRepository.self,
        PutLifecyclePolicy.self, PutImageTagMutability.self, PutImageScanningConfiguration.self,
        ECRTagResource.self, DeleteRepository.self,
    ]
}

struct RepositoryDescription: Codable, Sendable {
    var repositoryArn: String?
    var repositoryName: String?
    var repositoryUri: String?
    var imageTagMutability: String?
    var imageScanningConfiguration: ScanningConfiguration?
}

struct ScanningConfiguration: Codable, Sendable {
    var scanOnPush: Bool?
}

struct DescribeRepositories: AWSRequest {
    static let action: AWSAction = "ecr:DescribeRepositories"
    var repositoryNames: [String]?
    struct Response: Codable, Sendable { var repositories: [RepositoryDescription]? }
}

struct ECRListTagsForResource: AWSRequest {
    static let action: AWSAction = "ecr:ListTagsForResource"
    var resourceArn: String
    struct Response: Codable, Sendable { var tags: [Tag]? }
}

struct GetLifecyclePolicy: AWSRequest {
    static let action: AWSAction = "ecr:GetLifecyclePolicy"
    var repositoryName: String
    struct Response: Codable, Sendable { var lifecyclePolicyText: String? }
}

struct CreateRepository: AWSRequest {
    static let action: AWSAction = "ecr:CreateRepository"
    var repositoryName: String
    var tags: [Tag]
    var imageTagMutability: String?
    var imageScanningConfiguration: ScanningConfiguration?
    struct Response: Codable, Sendable { var repository: RepositoryDescription? }
}

struct PutLifecyclePolicy: AWSRequest {
    static let action: AWSAction = "ecr:PutLifecyclePolicy"
    var repositoryName: String
    var lifecyclePolicyText: String
    typealias Response = EmptyResponse
}

struct PutImageTagMutability: AWSRequest {
    static let action: AWSAction = "ecr:PutImageTagMutability"
    var repositoryName: String
    var imageTagMutability: String
    typealias Response = EmptyResponse
}

struct PutImageScanningConfiguration: AWSRequest {
    static let action: AWSAction = "ecr:PutImageScanningConfiguration"
    var repositoryName: String
    var imageScanningConfiguration: ScanningConfiguration
    typealias Response = EmptyResponse
}

struct ECRTagResource: AWSRequest {
    static let action: AWSAction = "ecr:TagResource"
    var resourceArn: String
    var tags: [Tag]
    typealias Response = EmptyResponse
}

struct DeleteRepository: AWSRequest {
    static let action: AWSAction = "ecr:DeleteRepository"
    var repositoryName: String
    typealias Response = EmptyResponse
}
