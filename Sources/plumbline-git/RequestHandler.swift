import GitMessages

/// Does what one request asks, and answers.
enum RequestHandler {
    static func answer(_ request: GitRequest) -> GitReply {
        do {
            return try perform(request)
        } catch {
            return .failed(error)
        }
    }

    private static func perform(_ request: GitRequest) throws(GitFailure) -> GitReply {
        switch request {
        case .hello(let version, let certificateAuthorityFile):
            return try greet(version: version, certificateAuthorityFile: certificateAuthorityFile)
        case .listRefs(let access):
            return .refs(try RemoteLister.refs(of: access))
        case .fetch(let request):
            return .fetched(try Mirror(path: request.mirror).fetch(request))
        case .findCommit(let mirror, let name):
            return .commit(try CommitReader(mirror: mirror).find(name))
        case .readTree(let request):
            return .files(try CommitReader(mirror: request.mirror).files(request))
        case .rootCommit(let mirror, let commit):
            return .commit(try CommitReader(mirror: mirror).root(of: commit))
        case .rawCommit(let mirror, let commit):
            return .bytes(try CommitReader(mirror: mirror).bytes(of: commit))
        case .log(let request):
            return .log(try HistoryReader.log(request))
        case .isAncestor(let mirror, let commit, let other):
            return .truth(try CommitReader(mirror: mirror).isAncestor(commit, of: other))
        case .commitText(let request):
            return .commitText(try Publisher.commitText(request))
        case .publish(let request):
            return .published(try Publisher.publish(request))
        }
    }

    private static func greet(version: Int, certificateAuthorityFile: String?) throws(GitFailure) -> GitReply {
        guard version == gitMessagesVersion else {
            throw GitFailure(
                code: .versionMismatch,
                text: "plumbline-git speaks version \(gitMessagesVersion), plumbline version \(version)"
            )
        }
        if let certificateAuthorityFile {
            do {
                try LibGit2.trust(certificateAuthorityFile: certificateAuthorityFile)
            } catch {
                throw GitFailure(code: .untrustedCertificate, text: error.described)
            }
        }
        return .hello(version: gitMessagesVersion)
    }
}
