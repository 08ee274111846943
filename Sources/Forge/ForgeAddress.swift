import Foundation

/// Where a repository's forge has its API, and how it names the repository.
public struct ForgeAddress: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable { case github, gitlab }

    /// Without slash at its end.
    public var api: String
    /// `owner/name`.
    public var project: String

    /// - Parameters:
    ///   - repository: the config repository's address, in git's spellings.
    ///   - api: goes before what follows from the repository's address.
    ///   - project: the same.
    /// - Returns: nil when the address is no forge's, such as a path, and not all is given.
    public init?(_ kind: Kind, repository: String, api: String? = nil, project: String? = nil) {
        let found = Self.parts(repository)
        guard let project = project ?? found?.path else { return nil }
        self.project = project
        if let api {
            self.api = api.hasSuffix("/") ? String(api.dropLast()) : api
            return
        }
        guard let found else { return nil }
        switch kind {
        case .github where found.host == "github.com" || found.host == "ssh.github.com":
            self.api = "https://api.github.com"
        // https://docs.github.com/en/enterprise-server/rest/using-the-rest-api/getting-started-with-the-rest-api
        case .github: self.api = "\(found.site)/api/v3"
        case .gitlab: self.api = "\(found.site)/api/v4"
        }
    }

    private static func parts(_ address: String) -> (site: String, host: String, path: String)? {
        var site: String?
        let rest: String
        if let range = address.range(of: "://") {
            let scheme = address[..<range.lowerBound].lowercased()
            guard ["http", "https", "ssh", "git+ssh"].contains(scheme) else { return nil }
            if scheme.hasPrefix("http") { site = scheme }
            rest = String(address[range.upperBound...])
        } else {
            // scp's spelling, `git@host:path`.
            guard let colon = address.firstIndex(of: ":"), !address[..<colon].contains("/") else { return nil }
            rest = address[..<colon] + "/" + address[address.index(after: colon)...]
        }
        let halves = rest.split(separator: "/", maxSplits: 1)
        guard halves.count == 2, let authority = halves[0].split(separator: "@").last else { return nil }
        let host = authority.split(separator: ":").first.map { $0.lowercased() } ?? ""
        var path = halves[1].split(separator: "/").joined(separator: "/")
        if path.hasSuffix(".git") { path.removeLast(4) }
        guard !host.isEmpty, path.contains("/") else { return nil }
        // The port of an SSH server is not the API's.
        return (site.map { "\($0)://\(authority.lowercased())" } ?? "https://\(host)", host, path)
    }
}
