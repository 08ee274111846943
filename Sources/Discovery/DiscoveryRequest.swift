import Manifests
import Model

/// Which environment is looked for, and what nobody can read from AWS.
public struct DiscoveryRequest: Sendable {
    public var environment: String
    /// With its hyphen, as in the manifests; may be empty.
    public var prefix: String
    public var region: String
    public var account: String
    /// The role through which the environment is reached, if any.
    public var roleARN: String?
    /// What manifests say of the environment already: what is found gets the names that they have for it. nil where
    /// there are none yet.
    public var declared: ManifestSet?
    /// The installation whose resources are no obstacle: an environment may be taken over in several steps.
    public var installation: String?
    /// In place of the VPC's tag `ContactEmail`.
    public var contactEmail: String?
    /// In place of the VPC's tag `CostCode`.
    public var costCode: String?

    public init(
        environment: String, prefix: String, region: String, account: String, roleARN: String? = nil,
        contactEmail: String? = nil, costCode: String? = nil
    ) {
        self.environment = environment
        self.prefix = prefix
        self.region = region
        self.account = account
        self.roleARN = roleARN
        self.contactEmail = contactEmail
        self.costCode = costCode
    }

    /// Prefix and name, the beginning of most natural names: `x-dev`.
    var fullName: String { prefix + environment }

    /// Whether a CloudFormation stack of this name is one of the environment's: the seed names them `dev-network`,
    /// `dev-acme-service`, …
    public func isOwnStack(_ name: String) -> Bool {
        [environment, fullName].contains { name == $0 || name.hasPrefix("\($0)-") }
    }

    /// For an environment whose manifests were written by hand.
    public init(_ environment: Environment, in manifests: ManifestSet, installation: String) {
        self.init(
            environment: environment.name, prefix: environment.prefix, region: environment.region,
            account: environment.account, roleARN: environment.roleArn, contactEmail: environment.contactEmail,
            costCode: environment.costCode)
        declared = manifests
        self.installation = installation
    }
}
