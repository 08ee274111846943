/// Pipelines stand in an environment that there is, with connections of its own account and region.
enum PipelineCheck: ManifestCheck {
    static func run(_ drafts: inout ManifestDrafts) {
        let repositories = drafts.set.repositories.map(\.name)
        let known = Set(repositories)
        for pipeline in drafts.set.pipelines {
            StoreCheck.checkEnvironment(pipeline.key, pipeline.environment, &drafts)
            checkConnection(pipeline.source.connection, of: pipeline, at: "source.connection", &drafts)
            if let connection = pipeline.deploy?.connection {
                checkConnection(connection, of: pipeline, at: "deploy.connection", &drafts)
            }
            if !known.contains(pipeline.image.repository) { warn(of: pipeline, among: repositories, &drafts) }
        }
    }

    private static func checkConnection(
        _ text: String, of pipeline: Pipeline, at path: String, _ drafts: inout ManifestDrafts
    ) {
        guard let arn = ARN(text), let environment = drafts.set.environment(named: pipeline.environment),
            drafts.isSound(pipeline.key, path), drafts.isSound(environment.key, "region", "account"),
            (arn.region, arn.account) != (environment.region, environment.account)
        else { return }
        drafts.error(
            "the connection is in \(arn.region), account \(arn.account), but the environment \(environment.name) is in "
                + "\(environment.region), account \(environment.account): a pipeline needs a connection of its own region "
                + "and account",
            of: pipeline.key, at: path)
    }

    /// A repository may be made by other means, so its absence is only worth a warning.
    private static func warn(of pipeline: Pipeline, among names: [String], _ drafts: inout ManifestDrafts) {
        guard drafts.isComplete, drafts.isSound(pipeline.key, "image") else { return }
        let hint = Suggestion.phrase(for: pipeline.image.repository, among: names)
        drafts.warning(
            "there is no Repository \(YAMLScalar.quoted(pipeline.image.repository)), so the image is pushed to ECR in the "
                + "environment's own account and region\(hint)",
            of: pipeline.key, at: "image.repository")
    }
}
