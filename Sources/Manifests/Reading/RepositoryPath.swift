/// Paths inside a repository: from its root, with slashes, without `.` and `..`.
enum RepositoryPath {
    /// Follows a relative path from a folder, or from the root when it begins with a slash; nil when it leaves the
    /// repository.
    static func resolve(_ path: String, from folder: String) -> String? {
        var parts = path.hasPrefix("/") ? [] : components(folder)
        for part in components(path) {
            if part == ".." {
                guard parts.popLast() != nil else { return nil }
            } else if part != "." {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }

    /// The folder that holds the file.
    static func folder(of path: String) -> String { components(path).dropLast().joined(separator: "/") }

    /// The path without slashes at its ends, and without `.` and `..`.
    static func normalised(_ path: String) -> String { resolve(path, from: "") ?? path }

    static func isYAML(_ path: String) -> Bool { path.hasSuffix(".yaml") || path.hasSuffix(".yml") }

    /// Whether the file is in the folder and no part of its path below it is hidden; forges and editors keep YAML files
    /// of their own in hidden ones.
    static func isVisible(_ path: String, under folder: String) -> Bool {
        guard folder.isEmpty || path == folder || path.hasPrefix(folder + "/") else { return false }
        return !components(path).dropFirst(components(folder).count).contains { $0.hasPrefix(".") }
    }

    private static func components(_ path: String) -> [String] { path.split(separator: "/").map(String.init) }
}
