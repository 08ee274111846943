import AWSClient
import Model

/// Asks ECR which images a repository holds.
public struct ImageLookup: Sendable {
    private let session: AWSSession

    public init(_ session: AWSSession) { self.session = session }

    /// Those of some tags and digests that the repository does not hold; all of them when there is no such repository.
    ///
    /// One call for a hundred, the most that `BatchGetImage` takes
    /// (https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchGetImage.html).
    public func missing(_ images: Set<String>, from repository: String) async throws(ResourceError) -> Set<String> {
        do throws(AWSError) {
            var held: Set<String> = []
            for part in images.sorted().chunked(into: 100) {
                let identifiers = part.map { BatchGetImage.Identifier($0) }
                let request = BatchGetImage(repositoryName: repository, imageIds: identifiers)
                let answer = try await session.client.send(request)
                for image in answer.images ?? [] {
                    if let tag = image.imageId?.imageTag { held.insert(tag) }
                    if let digest = image.imageId?.imageDigest { held.insert(digest) }
                }
            }
            return images.subtracting(held)
        } catch {
            if error.isMissing { return images }
            throw ResourceError(translating: error)
        }
    }
}

struct BatchGetImage: AWSRequest {
    static let action: AWSAction = "ecr:BatchGetImage"
    var repositoryName: String
    var imageIds: [Identifier]

    struct Identifier: Codable, Sendable {
        var imageTag: String?
        var imageDigest: String?

        /// - Parameter name: a tag, or a digest such as `sha256:…`.
        init(_ name: String) {
            if name.hasPrefix("sha256:") { imageDigest = name } else { imageTag = name }
        }
    }

    struct Response: Codable, Sendable {
        var images: [Image]?
    }

    struct Image: Codable, Sendable {
        var imageId: Identifier?
    }
}
