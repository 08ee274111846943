import AWSClient
import AWSResources
import Manifests
import Model

extension ServeConfiguration {
    /// What the controller itself has to be allowed beside its work on environments: its lease table, and the secrets that
    /// its configuration names. For the credentials that Plumbline starts with, whose account is not known here.
    /// - Parameters:
    ///   - variables: the process environment, which may name the region.
    ///   - creating: with what `serve --create-lease-table` needs.
    /// - Returns: nil when the configuration asks nothing of AWS.
    public func policy(_ variables: [String: String], creating: Bool) -> AccountPolicy? {
        let standard = ["AWS_REGION", "AWS_DEFAULT_REGION"].compactMap { variables[$0] }.first { !$0.isEmpty } ?? "*"
        var parts: [PermissionPolicy] = []
        if let leases {
            parts.append(
                LeaseTable.permissions(table: leases.table, region: leases.region ?? standard, creating: creating))
        }
        let named = Set(secrets.compactMap { $0.resource(standard) })
        if !named.isEmpty {
            let place = PermissionPlace(partition: "aws", account: "*", region: standard)
            let grant = PermissionGrant(["secretsmanager:GetSecretValue"], on: named)
            parts.append(PermissionPolicy([grant], as: "Read", in: place))
        }
        guard !parts.isEmpty else { return nil }
        return AccountPolicy(environments: [], policy: PermissionPolicy(joining: parts))
    }
}

extension SecretSource {
    /// The ARN by which a policy names it, when it is in Secrets Manager.
    ///
    /// AWS adds a hyphen and six characters to a secret's name
    /// (https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html).
    fileprivate func resource(_ standard: String) -> String? {
        guard let name = secretsManager, !name.hasPrefix("arn:") else { return secretsManager }
        let place = AccountScope(account: "*", region: region ?? standard)
        return "arn:\(place.partition):secretsmanager:\(place.region):*:secret:\(name)-??????"
    }
}
