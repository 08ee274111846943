import Foundation

/// Where the requests to a service go and for which region they are signed.
struct Endpoint: Sendable, Equatable {
    /// Without a slash at the end.
    let url: String
    /// As the `Host` header says it: with the port unless it is the scheme's own.
    let host: String
    /// The path that the URL gives, `/` when it gives none.
    let path: String
    let signingRegion: String
    /// Whether the first segment of a request's path, a bucket's name, belongs into the host's name.
    var isVirtualHosted = false
    /// Whether AWS answers there, so that its limits hold.
    var isAWS = false

    /// Nil when the URL has no HTTP scheme or no host.
    init?(url: String, signingRegion: String) {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let name = parts.host, !name.isEmpty
        else { return nil }
        let standardPort = scheme == "https" ? 443 : 80
        host = parts.port.flatMap { $0 == standardPort ? nil : "\(name):\($0)" } ?? name
        let trimmed = parts.path.hasSuffix("/") ? String(parts.path.dropLast()) : parts.path
        path = trimmed + "/"
        self.url = "\(scheme)://\(host)\(trimmed)"
        self.signingRegion = signingRegion
    }
}
