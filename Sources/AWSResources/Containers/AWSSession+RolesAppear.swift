import AWSClient

extension AWSSession {
    /// The pauses between calls to a service that does not see yet what IAM has: most often some seconds, at times most
    /// of a minute (https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency).
    static let pausesUntilSeen: [Duration] =
        [.seconds(1), .seconds(2), .seconds(4), .seconds(8)] + Array(repeating: .seconds(15), count: 3)

    /// Repeats a call while a service does not see a role yet that is there.
    ///
    /// Roles reach the other services some seconds after they were made: a task's own, the service-linked role that ECS
    /// makes itself at an account's first use, those of builds and pipelines. The last answer counts.
    func whileRolesAppear<Result>(_ call: () async throws -> Result) async throws -> Result {
        for pause in Self.pausesUntilSeen {
            do {
                return try await call()
            } catch let error as AWSError where error.tellsOfMissingRole {
                try await Task.sleep(for: pause)
            }
        }
        return try await call()
    }
}

extension AWSError {
    /// No service has a code of its own for it.
    fileprivate var tellsOfMissingRole: Bool {
        // So Application Auto Scaling says it of its service-linked role.
        if code == "ValidationException" { return message.contains("Unable to assume IAM role") }
        // So CodeBuild and CodePipeline say it.
        if ["InvalidInputException", "InvalidStructureException"].contains(code) {
            return message.contains("not authorized to perform") && message.contains("AssumeRole")
        }
        guard ["InvalidParameterException", "ClientException"].contains(code) else { return false }
        return message.contains("service linked role") || message.contains("Role is not valid")
    }
}
