extension Pipeline {
    /// Where and how the new tag is written: a commit, never a change behind git's back.
    public struct Deploy: Hashable, Sendable {
        /// The config repository, `OWNER/NAME`.
        public var repository: String
        public var branch = "main"
        /// The connection to it; nil takes the source's.
        public var connection: String?
        /// The file that holds the tag.
        public var file: String
        /// The comment at the end of the tag's line; nil finds the tag beside `repository: {image}`.
        public var marker: String?
        public var mode = Mode.commit

        public init(repository: String, file: String) {
            self.repository = repository
            self.file = file
        }

        public enum Mode: String, Hashable, Sendable, CaseIterable {
            /// To the branch itself.
            case commit
            /// To a branch of the pipeline's own, for a pull request.
            case branch
        }
    }
}

extension Pipeline.Deploy: ManifestObject {
    init() { self.init(repository: "", file: "") }

    static let fields: [ManifestField<Pipeline.Deploy>] = [
        .required("repository", \.repository, .hostedRepository, "The config repository at the forge, as OWNER/NAME."),
        .optional("branch", \.branch, .branch, "The branch that Plumbline follows."),
        .optional(
            "connection", \.connection, .connectionArn,
            "The ARN of the connection to the config repository. Default: the source's connection."),
        .required("file", \.file, .treePath, "The file in which the tag stands, such as nodes/dev.yaml."),
        .optional(
            "marker", \.marker, .marker,
            "The comment at the end of the tag's line, for a file in which several images come from this repository."),
        .optional(
            "mode", \.mode, .choice(),
            "Whether the tag is committed to the branch itself, or to a branch of the pipeline's own for a pull request."
        ),
    ]
}
