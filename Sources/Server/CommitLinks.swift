/// The web pages of commits, where what runs at the repositories' hosts is known.
struct CommitLinks: Sendable {
    private let configRepository: RepositoryAddress?
    private let statusRepository: RepositoryAddress?
    private let forge: ForgeKind?

    init(_ settings: ServerSettings) {
        configRepository = RepositoryAddress(settings.repository)
        statusRepository = RepositoryAddress(settings.statusRepository ?? settings.repository)
        forge = settings.forge
    }

    /// A commit of the config repository.
    func config(_ commit: String) -> String? { configRepository?.page(ofCommit: commit, forge: forge) }
    /// A commit of the status branch.
    func status(_ commit: String) -> String? { statusRepository?.page(ofCommit: commit, forge: forge) }
}
