import AWSClient

extension AWSSession {
    /// Repeats a call while ECS does not see a role yet that is there.
    ///
    /// Roles reach ECS some seconds after they were made: a task's own, and the service-linked role that ECS makes
    /// itself at an account's first use. The last answer counts.
    func whileRolesAppear<Result>(_ call: () async throws -> Result) async throws -> Result {
        for pause in [Duration.seconds(1), .seconds(2), .seconds(4), .seconds(8)] {
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
    /// ECS has no code of its own for it.
    fileprivate var tellsOfMissingRole: Bool {
        // So Application Auto Scaling says it of its service-linked role.
        if code == "ValidationException" { return message.contains("Unable to assume IAM role") }
        guard ["InvalidParameterException", "ClientException"].contains(code) else { return false }
        return message.contains("service linked role") || message.contains("Role is not valid")
    }
}
