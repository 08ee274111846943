#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A repository's address, taken apart; what it shows holds no secret.
enum RemoteAddress: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// An absolute path.
    case local(path: String)
    /// An `http` or `https` URL without user and password.
    case http(url: String, username: String?, password: String?)
    /// A `path` without a slash at its start is meant from the user's home.
    case ssh(user: String, host: String, port: Int, path: String)

    /// Reads what git would read: URLs, `user@host:path`, paths.
    init(_ text: String, workingDirectory: String = FileManager.default.currentDirectoryPath) throws(GitError) {
        guard !text.isEmpty, !text.contains(where: { $0.isNewline || $0 == "\0" }) else {
            throw Self.invalid("", "it is empty or holds a line break")
        }
        if let separator = text.firstRange(of: "://") {
            let scheme = text[..<separator.lowerBound].lowercased()
            self = try Self.parse(scheme: scheme, rest: String(text[separator.upperBound...]))
        } else if let colon = text.firstIndex(of: ":"), !text[..<colon].contains("/") {
            self = try Self.parseScpLike(host: String(text[..<colon]), path: String(text[text.index(after: colon)...]))
        } else {
            self = .local(path: Self.absolute(text, from: workingDirectory))
        }
    }

    /// The address as messages show it and as the mirror's directory is named by.
    var display: String {
        switch self {
        case .local(let path): path
        case .http(let url, _, _): url
        case .ssh(let user, let host, let port, let path):
            path.hasPrefix("/")
                ? "ssh://\(user)@\(host.contains(":") ? "[\(host)]" : host)\(port == 22 ? "" : ":\(port)")\(path)"
                : "\(user)@\(host):\(path)"
        }
    }

    var description: String { display }
    var debugDescription: String { display }
    var customMirror: Mirror { Mirror(self, children: []) }

    private static func parse(scheme: String, rest: String) throws(GitError) -> RemoteAddress {
        switch scheme {
        case "file":
            guard rest.hasPrefix("/") || rest.hasPrefix("localhost/"), let slash = rest.firstIndex(of: "/") else {
                throw invalid("file://\(rest)", "a file URL has three slashes: file:///path")
            }
            return .local(path: absolute(PercentEncoding.decode(String(rest[slash...])), from: "/"))
        case "http", "https":
            let parts = try authority(of: rest, scheme: scheme)
            let port = parts.port.map { ":\($0)" } ?? ""
            let host = parts.host.contains(":") ? "[\(parts.host)]" : parts.host
            return .http(
                url: "\(scheme)://\(host)\(port)\(parts.path)",
                username: parts.username,
                password: parts.password
            )
        case "ssh", "git+ssh", "ssh+git":
            let parts = try authority(of: rest, scheme: scheme)
            guard parts.path.count > 1 else { throw invalid("ssh://\(parts.host)", "the path is missing") }
            return .ssh(user: parts.username ?? "git", host: parts.host, port: parts.port ?? 22, path: parts.path)
        default:
            throw invalid("\(scheme)://…", "use https, http, ssh or file, or a path")
        }
    }

    private static func parseScpLike(host: String, path: String) throws(GitError) -> RemoteAddress {
        let parts = host.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let name = parts.last ?? ""
        guard !name.isEmpty, !path.isEmpty else { throw invalid(name + ":" + path, "host or path is missing") }
        let user = parts.count == 2 ? (parts[0].split(separator: ":").first.map(String.init) ?? "git") : "git"
        return .ssh(user: user, host: name, port: 22, path: path)
    }

    private struct Authority {
        var username: String?
        var password: String?
        var host: String
        var port: Int?
        var path: String
    }

    private static func authority(of rest: String, scheme: String) throws(GitError) -> Authority {
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        var authority = String(rest[..<slash])
        var parsed = Authority(host: "", path: String(rest[slash...]))
        if let at = authority.lastIndex(of: "@") {
            let user = authority[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            parsed.username = user.first.map { PercentEncoding.decode(String($0)) }
            parsed.password = user.count > 1 ? PercentEncoding.decode(String(user[1])) : nil
            authority = String(authority[authority.index(after: at)...])
        }
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            parsed.host = String(authority[authority.index(after: authority.startIndex)..<end])
            authority = String(authority[authority.index(after: end)...])
        } else {
            parsed.host = authority.firstIndex(of: ":").map { String(authority[..<$0]) } ?? authority
            authority = String(authority.dropFirst(parsed.host.count))
        }
        if authority.count > 1 {
            guard let port = Int(authority.dropFirst()), (1...65535).contains(port) else {
                throw invalid("\(scheme)://\(parsed.host)…", "the port is not a number from 1 to 65535")
            }
            parsed.port = port
        }
        guard !parsed.host.isEmpty else { throw invalid("\(scheme)://…", "the host is missing") }
        return parsed
    }

    private static func absolute(_ path: String, from directory: String) -> String {
        let full = path.hasPrefix("/") ? path : directory + "/" + path
        var kept: [Substring] = []
        for part in full.split(separator: "/") where part != "." {
            if part == ".." { _ = kept.popLast() } else { kept.append(part) }
        }
        return "/" + kept.joined(separator: "/")
    }

    private static func invalid(_ shown: String, _ reason: String) -> GitError {
        GitError(
            code: .invalidURL,
            operation: "read the repository's address",
            message: "\(shown.isEmpty ? "the address" : shown) is no repository address: \(reason)"
        )
    }
}
