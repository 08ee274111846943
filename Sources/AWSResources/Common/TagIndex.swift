import AWSClient
import Model

extension AWSSession {
    /// The tags of a thing of a service that tells them of one thing at a time, in as few calls as can be.
    ///
    /// AWS's index of tags has those of all such things in a few pages, but follows changes late. So what it says counts
    /// only where it is what is declared; else the service itself is asked. What comes of the delay is that a tag which
    /// somebody else has just changed is noticed as late as the index notices it, and never a difference that is none.
    /// - Parameters:
    ///   - arn: with which the index names the thing.
    ///   - name: its natural name.
    ///   - read: asks the service; nil when the thing has gone.
    func tags(
        of arn: String, named name: String, _ scope: ObservationScope,
        read: () async throws -> [String: String]?
    ) async throws -> [String: String]? {
        let declared = scope.declaredTags(name)
        // Of what is not declared, the index tells only that it is another's.
        guard declared != nil || scope.scopes != nil, let indexed = try await tagIndex(scope)?[arn] else {
            return try await read()
        }
        // Whose it is does not change.
        let counts = declared.map(indexed.says) ?? scope.isAnothers(indexed)
        return counts ? indexed : try await read()
    }

    /// The tags of everything of the installation in these services, by ARN; nil where the index cannot be read, which
    /// costs calls and nothing else.
    func tagIndex(_ scope: ObservationScope) async throws -> [String: [String: String]]? {
        try await scope.round.once(GetResources.action.description) {
            do {
                let request = GetResources(
                    tagFilters: [.init(key: OwnershipTag.installation, values: [scope.installation])],
                    resourceTypeFilters: GetResources.services, resourcesPerPage: GetResources.mostPerPage)
                let found = try await client.collect(request, \.resourceTagMappingList)
                return Dictionary(found.map { ($0.resourceARN ?? "", [String: String]($0.tags)) }) { first, _ in first }
            } catch let error as AWSError where error.code != "Cancelled" {
                return nil
            }
        }
    }
}

extension [String: String] {
    /// Whether the tags are those that are declared. Others than ours may be there as well.
    fileprivate func says(_ declared: [String: String]) -> Bool {
        declared.allSatisfy { self[$0.key] == $0.value }
            && self[OwnershipTag.deletionPolicy] == declared[OwnershipTag.deletionPolicy]
    }
}

struct GetResources: AWSRequest {
    static let action: AWSAction = "resourcegroupstaggingapi:GetResources"
    /// Those whose kinds read tags one by one, or things by their identifiers.
    static let services = ["elasticache", "elasticloadbalancing", "logs", "rds", "ssm"]
    /// The most that AWS allows (API reference, `ResourcesPerPage`).
    static let mostPerPage = 100

    var tagFilters: [Filter]
    var resourceTypeFilters: [String]
    var resourcesPerPage: Int

    struct Filter: Codable, Sendable {
        var key: String
        var values: [String]
    }

    struct Response: Codable, Sendable { var resourceTagMappingList: [Item]? }

    struct Item: Codable, Sendable {
        var resourceARN: String?
        var tags: [Tag]?
    }
}
