/// The ARN of a task definition's revision, `arn:aws:ecs:region:account:task-definition/family:12`, taken apart.
struct TaskDefinitionARN: Sendable, Hashable {
    let text: String
    let family: String
    let revision: Int

    init?(_ text: String) {
        let parts = text.split(separator: "/").last?.split(separator: ":") ?? []
        guard parts.count == 2, let revision = Int(parts[1]) else { return nil }
        self.text = text
        self.family = String(parts[0])
        self.revision = revision
    }

    /// The ARN of `family:revision` in the account and region; other texts as they are.
    static func full(_ text: String, in session: AWSSession) -> String {
        guard !text.hasPrefix("arn:"), TaskDefinitionARN(text) != nil else { return text }
        return "arn:\(session.partition):ecs:\(session.region):\(session.account):task-definition/\(text)"
    }

    /// Whether two texts, each an ARN or `family:revision`, name one revision of the same account and region.
    static func same(_ a: String, _ b: String) -> Bool {
        a == b || a.split(separator: "/").last == b.split(separator: "/").last
    }
}
