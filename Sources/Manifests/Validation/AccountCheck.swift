/// What is named by its ARN must be where the environment is.
enum AccountCheck: ManifestCheck {
    static func run(_ drafts: inout ManifestDrafts) {
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
