import Model

/// An IAM policy document, compared by what it means and not by how it is written.
///
/// One string equals a list of one, order does not count, and an account's number equals the ARN of its root user
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html).
public struct PolicyDocument: Hashable, Sendable {
    /// The version of the policy language that everything new is written in.
    public static let currentVersion = "2012-10-17"
    /// The version that AWS takes a document to be in that names none.
    static let versionWhenAbsent = "2008-10-17"

    public var version: String
    public var statements: [PolicyStatement]
    /// The text of a document that could not be read. It is kept to be shown, and equals no readable document.
    public private(set) var unreadable: String?

    public init(statements: [PolicyStatement]) {
        self.version = Self.currentVersion
        self.statements = statements
    }

    init(version: String, statements: [PolicyStatement]) {
        self.version = version
        self.statements = statements
    }

    init(unreadable text: String) {
        self.init(version: "", statements: [])
        unreadable = text
    }

    /// The trust policy by which an AWS service may assume the role.
    /// - Parameter service: such as `ecs-tasks.amazonaws.com`.
    public static func trusting(service: String) -> PolicyDocument {
        PolicyDocument(statements: [
            PolicyStatement(principals: ["Service": [service]], actions: ["sts:AssumeRole"])
        ])
    }
}

extension PolicyDocument: FieldValue {
    public var fieldValue: Value? {
        if let unreadable { return .string(unreadable) }
        return .map(["Version": .string(version), "Statement": .set(Set(statements.map(\.value)))])
    }
}
