import AWSClient
import Model

/// A resource that a CloudFormation stack made.
public struct StackResource: Hashable, Sendable {
    public var stack: String
    /// Its name in the stack's template.
    public var logicalId: String
    /// What AWS names it by.
    public var physicalId: String
    /// Such as `AWS::EC2::VPC`.
    public var type: String

    public init(stack: String, logicalId: String, physicalId: String, type: String) {
        self.stack = stack
        self.logicalId = logicalId
        self.physicalId = physicalId
        self.type = type
    }
}

extension AWSResourceProvider {
    /// What the region's stacks consist of, for the stacks that `isOfInterest` picks by name; sorted.
    public func stackResources(
        _ isOfInterest: @Sendable (String) -> Bool
    ) async throws(ResourceError) -> [StackResource] {
        do {
            let stacks = try await session.client.collect(
                ListStacks(stackStatusFilter: ListStacks.living), \.stackSummaries)
            let names = Set(stacks.compactMap(\.stackName).filter(isOfInterest)).sorted()
            return try await names.concurrentMap { name in
                try await session.client.collect(ListStackResources(stackName: name), \.stackResourceSummaries)
                    .compactMap { $0.resource(of: name) }
            }.flatMap(\.self)
        } catch {
            throw ResourceError(translating: error)
        }
    }
}

struct ListStacks: AWSRequest {
    static let action: AWSAction = "cloudformation:ListStacks"
    /// Every status of a stack that has resources; without a filter, stacks that were deleted come too.
    static let living = [
        "CREATE_COMPLETE", "CREATE_FAILED", "ROLLBACK_FAILED", "DELETE_FAILED", "UPDATE_IN_PROGRESS",
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_COMPLETE", "UPDATE_FAILED", "UPDATE_ROLLBACK_IN_PROGRESS",
        "UPDATE_ROLLBACK_FAILED", "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_ROLLBACK_COMPLETE",
        "IMPORT_COMPLETE", "IMPORT_ROLLBACK_COMPLETE", "IMPORT_ROLLBACK_FAILED",
    ]

    var stackStatusFilter: [String]?

    struct Response: Codable, Sendable { var stackSummaries: [Summary]? }
    struct Summary: Codable, Sendable { var stackName: String? }
}

struct ListStackResources: AWSRequest {
    static let action: AWSAction = "cloudformation:ListStackResources"
    var stackName: String

    struct Response: Codable, Sendable { var stackResourceSummaries: [Summary]? }

    struct Summary: Codable, Sendable {
        var logicalResourceId: String?
        var physicalResourceId: String?
        var resourceType: String?
        var resourceStatus: String?

        /// nil for what was deleted, or failed before it got an identifier.
        func resource(of stack: String) -> StackResource? {
            guard let logicalResourceId, let physicalResourceId, let resourceType,
                !physicalResourceId.isEmpty, resourceStatus != "DELETE_COMPLETE"
            else { return nil }
            return StackResource(
                stack: stack, logicalId: logicalResourceId, physicalId: physicalResourceId, type: resourceType)
        }
    }
}

/// The requests that only a description of what was made by hand needs, for the test that compares them with AWS's
/// models.
enum DiscoveryRequests {
    static let all: [any AWSRequest.Type] = [
        ListStacks.self, ListStackResources.self, DescribeLaunchConfigurations.self, DescribeRemainder.self,
    ]
}
