/// What a manifest names must exist.
enum ReferenceCheck: ManifestCheck {
    static func run(_ drafts: inout ManifestDrafts) {
        let names = drafts.set.environments.map(\.name).sorted()
        let environments = Set(names)
        let nodes = Set(drafts.set.nodes.map(\.key))
        for node in drafts.set.nodes where !environments.contains(node.environment) {
            missing("Environment", node.environment, among: names, of: node.key, "environment", &drafts)
        }
        for extra in drafts.set.extras {
            guard environments.contains(extra.environment) else {
                missing("Environment", extra.environment, among: names, of: extra.key, "environment", &drafts)
                continue
            }
            guard !nodes.contains(ManifestKey(Node.kind, extra.environment, extra.node)) else { continue }
            let neighbours = drafts.set.nodes(in: extra.environment).map(\.name)
            missing("Node", extra.node, in: extra.environment, among: neighbours, of: extra.key, "node", &drafts)
        }
        checkImages(&drafts)
    }

    private static func missing(
        _ kind: String,
        _ name: String,
        in environment: String? = nil,
        among names: [String],
        of key: ManifestKey,
        _ field: String,
        _ drafts: inout ManifestDrafts
    ) {
        guard drafts.isComplete else { return }
        let place = environment.map { " in the environment \(YAMLScalar.quoted($0))" } ?? ""
        let hint = Suggestion.phrase(for: name, among: names)
        let fix = hint.isEmpty ? ": add its manifest, or correct the name" : hint
        drafts.error("there is no \(kind) \(YAMLScalar.quoted(name))\(place)\(fix)", of: key, at: "metadata.\(field)")
    }

    /// A repository may be made by other means, so its absence is only worth a warning.
    private static func checkImages(_ drafts: inout ManifestDrafts) {
        guard drafts.isComplete else { return }
        let names = drafts.set.repositories.map(\.name)
        let known = Set(names)
        let images = drafts.set.nodes.map { ($0.key, $0.image) } + drafts.set.extras.map { ($0.key, $0.image) }
        for (key, image) in images where image.registry == nil && !known.contains(image.repository) {
            guard drafts.isSound(key, "image") else { continue }
            let hint = Suggestion.phrase(for: image.repository, among: names)
            drafts.warning(
                "there is no Repository \(YAMLScalar.quoted(image.repository)), so the image is looked for in ECR in the "
                    + "environment's own account and region\(hint)",
                of: key,
                at: "image.repository"
            )
        }
    }
}
