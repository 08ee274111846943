import Model

/// Reads the manifests of one commit: strict, and with every problem of the repository at once.
public struct ManifestReader {
    /// Bytes; a larger file is refused, so there is no need to load one.
    public static let sizeLimit = 1 << 20

    /// Decodes and validates every `*.yaml` and `*.yml` file under a folder; hidden files and folders are left out.
    ///
    /// `files` are the YAML files of the whole commit, since a base or a link may stand outside of the folder. The set
    /// is nil when there is an error; warnings leave it valid. The diagnostics are sorted by place. Pure: the same
    /// files give the same answer.
    public static func read(files: [ManifestFile], under path: String = "") -> (ManifestSet?, [Diagnostic]) {
        var run = ReadingRun(files, folder: RepositoryPath.normalised(path))
        run.readFiles()
        let (set, diagnostics) = run.finish()
        let sorted = Set(diagnostics).sorted {
            ($0.location?.file ?? "", $0.location?.line ?? 0, $0.location?.column ?? 0, $0.message)
                < ($1.location?.file ?? "", $1.location?.line ?? 0, $1.location?.column ?? 0, $1.message)
        }
        return (sorted.contains { $0.severity == .error } ? nil : set, sorted)
    }
}
