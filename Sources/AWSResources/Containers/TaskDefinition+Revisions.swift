import AWSClient
import Model

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension TaskDefinition {
    /// The active revisions of one family or of all, each family's newest first.
    static func activeRevisions(of family: String?, through session: AWSSession) async throws -> [TaskDefinitionARN] {
        try await session.client
            .collect(ListTaskDefinitions(familyPrefix: family), \.taskDefinitionArns)
            .compactMap { TaskDefinitionARN($0) }
            .filter { family == nil || $0.family == family }
            .sorted { $0.revision > $1.revision }
    }

    /// The first of some revisions whose tags are such.
    static func newest(
        of revisions: [TaskDefinitionARN],
        through session: AWSSession,
        where claims: ([String: String]) -> Bool
    ) async throws -> DescribeTaskDefinition.Response? {
        for revision in revisions {
            let answer = try await describe(revision, through: session)
            if claims(Dictionary(answer.tags)) { return answer }
        }
        return nil
    }

    /// A revision with its tags. It is read once: its content never changes, and tags that we set are kept with it.
    static func describe(
        _ revision: TaskDefinitionARN,
        through session: AWSSession
    ) async throws -> DescribeTaskDefinition.Response {
        if let known = kept(revision.text, in: session) { return known }
        let answer = try await session.client.send(DescribeTaskDefinition(taskDefinition: revision.text))
        try keep(answer, for: revision.text, in: session)
        return answer
    }

    /// Makes the tags that were set on a revision known to those who read it later.
    static func keepTags(_ tags: [String: String], of arn: String, in session: AWSSession) throws {
        guard var answer = kept(arn, in: session) else { return }
        answer.tags = Dictionary(answer.tags).merging(tags) { _, new in new }.tagList
        try keep(answer, for: arn, in: session)
    }

    private static func kept(_ arn: String, in session: AWSSession) -> DescribeTaskDefinition.Response? {
        guard let text = session.immutableAnswers[arn] else { return nil }
        // A text that cannot be read is as good as none: the revision is read again.
        return try? JSONDecoder().decode(DescribeTaskDefinition.Response.self, from: Data(text.utf8))
    }

    private static func keep(
        _ answer: DescribeTaskDefinition.Response,
        for arn: String,
        in session: AWSSession
    ) throws {
        session.immutableAnswers.keep(String(decoding: try JSONEncoder().encode(answer), as: UTF8.self), for: arn)
    }

    static func observed(_ answer: DescribeTaskDefinition.Response) -> Observed<Attributes>? {
        guard let content = answer.taskDefinition, let arn = content.taskDefinitionArn else { return nil }
        let attributes = Attributes(content)
        return Observed(
            identifier: arn,
            name: attributes.family,
            attributes: attributes,
            outputs: made(arn, attributes.family).outputs,
            tags: Dictionary(answer.tags)
        )
    }

    private static func made(_ arn: String, _ family: String) -> Made {
        Made(arn, outputs: [.arn: arn, "family": family])
    }

    /// Registers what is desired, unless the newest revision of this resource is just that: then an earlier try, whose
    /// answer was lost, has registered it. What was registered is known from then on.
    /// - Parameter listed: the family's active revisions, when they were listed just now.
    func register(
        _ desired: Desired<Attributes>, _ listed: [TaskDefinitionARN]? = nil, through session: AWSSession
    ) async throws -> Made {
        let content = try TaskDefinitionContent(desired)
        let family = desired.attributes.family
        let wanted = values(of: Attributes(content))
        let tags = desired.tags.tagList
        var listed = listed
        return try await session.whileRolesAppear {
            try await session.createOnce(
                RegisterTaskDefinition(content, tags: tags),
                made: { answer in
                    let arn = try required(
                        answer.taskDefinition?.taskDefinitionArn,
                        "taskDefinition.taskDefinitionArn",
                        of: RegisterTaskDefinition.self
                    )
                    try Self.keep(.init(taskDefinition: answer.taskDefinition, tags: tags), for: arn, in: session)
                    return Self.made(arn, family)
                },
                find: {
                    let known = listed
                    listed = nil
                    let revisions =
                        if let known { known } else {
                            try await Self.activeRevisions(of: family, through: session)
                        }
                    let ours = try await Self.newest(of: revisions, through: session) {
                        $0.claimsSame(as: desired.tags)
                    }
                    guard let found = ours?.taskDefinition, let arn = found.taskDefinitionArn,
                        values(of: Attributes(found)) == wanted
                    else { return nil }
                    return Self.made(arn, family)
                }
            )
        }
    }

    /// Deregisters this resource's revisions from before the given one.
    ///
    /// Every update cleans up, so there is one at most, unless others registered revisions in between: the newest
    /// twenty are looked at.
    func deregister(
        before previous: TaskDefinitionARN,
        tags: [String: String],
        through session: AWSSession
    ) async throws {
        let older = try await Self.activeRevisions(of: previous.family, through: session)
            .filter { $0.revision < previous.revision }
            .prefix(20)
        _ = try await older.concurrentMap { revision in
            let answer = try await Self.describe(revision, through: session)
            guard Dictionary(answer.tags).claimsSame(as: tags) else { return }
            _ = try await session.client.send(DeregisterTaskDefinition(taskDefinition: revision.text))
        }
    }
}
