import Model

/// A commit, with a link to its page where there is one.
struct CommitView: Sendable {
    let text: String
    let full: String
    let url: String
    let isLinked: Bool

    /// A commit of the config repository.
    init(_ revision: Revision, _ links: CommitLinks) {
        self.init(text: revision.short, full: revision.description, url: links.config(revision.commit))
    }

    /// A commit of the status branch.
    init(status commit: String, _ links: CommitLinks) {
        self.init(text: String(commit.prefix(7)), full: commit, url: links.status(commit))
    }

    /// What a status commit says that it applied, such as `main@sha1:…`.
    init(written revision: String, _ links: CommitLinks) {
        guard let range = revision.range(of: "@sha1:") else {
            self.init(text: revision, full: revision, url: nil)
            return
        }
        let ref = String(revision[..<range.lowerBound])
        self.init(Revision(ref: ref, commit: String(revision[range.upperBound...])), links)
    }

    private init(text: String, full: String, url: String?) {
        self.text = text
        self.full = full
        self.url = url ?? ""
        isLinked = url != nil
    }
}
