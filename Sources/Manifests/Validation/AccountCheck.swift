/// What is named by its ARN must be where the environment is.
enum AccountCheck: ManifestCheck {
    static func run(_ drafts: inout ManifestDrafts) {
        checkCertificates(&drafts)
        checkWebACLs(&drafts)
    }

    /// A load balancer takes only a regional web ACL of its own region and account (AssociateWebACL).
    private static func checkWebACLs(_ drafts: inout ManifestDrafts) {
        for node in drafts.set.nodes {
            guard let text = node.loadBalancer.webACLArn, let arn = ARN(text),
                let environment = drafts.set.environment(named: node.environment),
                drafts.isSound(node.key, "loadBalancer.webACLArn"),
                drafts.isSound(environment.key, "region", "account"),
                (arn.region, arn.account) != (environment.region, environment.account)
            else { continue }
            drafts.error(
                "the web ACL is in \(arn.region), account \(arn.account), but the environment \(environment.name) is in "
                    + "\(environment.region), account \(environment.account): a load balancer needs a web ACL of its "
                    + "own region and account",
                of: node.key,
                at: "loadBalancer.webACLArn"
            )
        }
    }

    private static func checkCertificates(_ drafts: inout ManifestDrafts) {
        for node in drafts.set.nodes {
            guard let text = node.loadBalancer.certificateArn, let arn = ARN(text),
                let environment = drafts.set.environment(named: node.environment),
                drafts.isSound(node.key, "loadBalancer.certificateArn"),
                drafts.isSound(environment.key, "region", "account")
            else { continue }
            // A load balancer takes only certificates of its own region and account.
            let (mine, its) = (
                "\(environment.region), account \(environment.account)", "\(arn.region), account \(arn.account)"
            )
            guard mine != its else { continue }
            drafts.error(
                "the certificate is in \(its), but the environment \(environment.name) is in \(mine): "
                    + "a load balancer needs a certificate of its own region and account",
                of: node.key,
                at: "loadBalancer.certificateArn"
            )
        }
    }
}
