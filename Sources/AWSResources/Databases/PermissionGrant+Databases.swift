extension PermissionGrant {
    /// What "Permissions required for Secrets Manager integration" in the RDS user guide asks of whoever makes a
    /// database with a managed password. RDS names such secrets itself, beginning with `rds!`.
    static let databaseSecrets = PermissionGrant(
        ["secretsmanager:CreateSecret", "secretsmanager:TagResource"],
        on: ["arn:{partition}:secretsmanager:{region}:{account}:secret:rds!*"]
    )
}
