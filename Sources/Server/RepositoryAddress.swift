import Foundation

/// What a repository's host runs, as far as its addresses of commits go.
public enum ForgeKind: String, Sendable, Hashable, CaseIterable {
    case github, gitlab
    /// Forgejo, too.
    case gitea
}

/// The parts of a repository's URL by which people find it on the web.
struct RepositoryAddress: Sendable, Hashable {
    /// `https://host` or `https://host:port`.
    var site: String
    var host: String
    /// Without slash at the ends and without `.git`.
    var path: String

    /// nil for paths, `file:` and whatever has no web page.
    init?(_ url: String) {
        let rest: Substring
        var site: String?
        if let range = url.range(of: "://") {
            let scheme = url[..<range.lowerBound].lowercased()
            guard ["https", "http", "ssh", "git+ssh"].contains(scheme) else { return nil }
            rest = url[range.upperBound...]
            if scheme == "http" || scheme == "https" { site = scheme }
        } else {
            // scp's spelling, `git@host:path`.
            guard let colon = url.firstIndex(of: ":"), !url[..<colon].contains("/"), !url[..<colon].isEmpty else {
                return nil
            }
            rest = url[..<colon] + "/" + url[url.index(after: colon)...]
        }
        let parts = rest.split(separator: "/", maxSplits: 1)
        guard parts.count == 2, let authority = parts[0].split(separator: "@").last, !authority.isEmpty else {
            return nil
        }
        host = authority.split(separator: ":").first.map { $0.lowercased() } ?? ""
        // The port of an SSH server is not the one of the web pages.
        self.site = site.map { "\($0)://\(authority)" } ?? "https://\(host)"
        var path = parts[1].split(separator: "/").joined(separator: "/")
        if path.hasSuffix(".git") { path.removeLast(4) }
        guard !path.isEmpty else { return nil }
        self.path = path
    }

    /// Whether `owner/name` is this repository. Forges compare names without regard to case, and may live under a path.
    func isNamed(_ name: String) -> Bool {
        let (mine, other) = (path.lowercased(), name.lowercased())
        return mine == other || mine.hasSuffix("/" + other)
    }

    /// The page of a commit; nil when what runs there is not known.
    func page(ofCommit commit: String, forge: ForgeKind?) -> String? {
        guard commit.allSatisfy(\.isHexDigit), !commit.isEmpty else { return nil }
        let path = path.split(separator: "/").map { FormText.encoded(String($0)) }.joined(separator: "/")
        switch forge ?? guess {
        case .github?, .gitea?: return "\(site)/\(path)/commit/\(commit)"
        case .gitlab?: return "\(site)/\(path)/-/commit/\(commit)"
        case nil: return nil
        }
    }

    private var guess: ForgeKind? {
        let labels = host.split(separator: ".").map(String.init)
        if labels.contains("github") { return .github }
        if labels.contains("gitlab") { return .gitlab }
        return labels.contains { ["gitea", "forgejo", "codeberg"].contains($0) } ? .gitea : nil
    }
}
