import AWSClient

extension AWSSession {
    /// Repeats a call while a service does not see a role yet that is there.
    ///
    /// Roles reach the other services some seconds after they were made: a task's own, the service-linked roles that ECS, RDS
    /// and ElastiCache make themselves at an account's first use, those of builds and pipelines. The last answer counts.
    func whileRolesAppear<Result>(_ call: () async throws -> Result) async throws -> Result {
        try await repeating(while: \.tellsOfMissingRole, call)
    }
}

extension AWSError {
    /// Only ElastiCache has a code of its own for it.
    fileprivate var tellsOfMissingRole: Bool {
        if code == "ServiceLinkedRoleNotFoundFault" { return true }
        // So RDS says it: of databases, "Otherwise wait and try again later"
        // (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAM.ServiceLinkedRoles.html), of subnet groups
        // "Missing necessary credentials" with the address of that page (terraform-aws-modules/terraform-aws-rds#364).
        if code == "InvalidParameterValue" {
            return message.contains("service linked role") || message.contains("ServiceLinkedRoles")
        }
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
